/** What the tests of every service stand on: rules, approved files, contracts, and a client for the real broker. */
@NullMarked
package org.servicepartner.platform.testing;

import org.jspecify.annotations.NullMarked;
