/** Builds the manifests as they would be deployed, and checks them: each field against the types of its owners, and all of them against the applications. */
@NullMarked
package org.servicepartner.kubernetes;

import org.jspecify.annotations.NullMarked;
