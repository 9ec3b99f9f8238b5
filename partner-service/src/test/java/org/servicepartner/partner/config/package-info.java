/** Tests of the configuration. */
@NullMarked
package org.servicepartner.partner.config;

import org.jspecify.annotations.NullMarked;
