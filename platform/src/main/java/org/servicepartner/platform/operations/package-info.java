/** What operators ask of a service on its command line: the process does it and ends. */
@NullMarked
package org.servicepartner.platform.operations;

import org.jspecify.annotations.NullMarked;
