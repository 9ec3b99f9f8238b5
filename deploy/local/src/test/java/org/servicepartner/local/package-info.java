/** Shows each real server at work. */
@NullMarked
package org.servicepartner.local;

import org.jspecify.annotations.NullMarked;
