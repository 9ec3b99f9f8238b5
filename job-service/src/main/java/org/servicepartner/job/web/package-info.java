/** Listens: the HTTP interface for SmartControl. */
@NullMarked
package org.servicepartner.job.web;

import org.jspecify.annotations.NullMarked;
