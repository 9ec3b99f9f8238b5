/** The web server. */
@NullMarked
package org.servicepartner.platform.web;

import org.jspecify.annotations.NullMarked;
