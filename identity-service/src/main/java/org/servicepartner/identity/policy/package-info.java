/** Reacts: when one thing has happened, here or elsewhere, another must. */
@NullMarked
package org.servicepartner.identity.policy;

import org.jspecify.annotations.NullMarked;
