/** Tests single pages where the whole gateway could not be brought into the state in question. */
@NullMarked
package org.servicepartner.gateway.pages;

import org.jspecify.annotations.NullMarked;
