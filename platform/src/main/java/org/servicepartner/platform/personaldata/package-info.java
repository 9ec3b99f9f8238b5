/** Keeps what says who somebody is under a key per person, so that it ends with the key. */
@NullMarked
package org.servicepartner.platform.personaldata;

import org.jspecify.annotations.NullMarked;
