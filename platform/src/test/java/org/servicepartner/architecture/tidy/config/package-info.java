/** The package config of the tidy sample. */
@NullMarked
package org.servicepartner.architecture.tidy.config;

import org.jspecify.annotations.NullMarked;
