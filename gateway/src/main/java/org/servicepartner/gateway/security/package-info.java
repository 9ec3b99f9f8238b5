/** Signs people in, checks tokens, and decides what is public. */
@NullMarked
package org.servicepartner.gateway.security;

import org.jspecify.annotations.NullMarked;
