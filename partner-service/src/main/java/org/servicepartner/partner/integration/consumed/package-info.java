/** What this service understands of others' messages. */
@NullMarked
package org.servicepartner.partner.integration.consumed;

import org.jspecify.annotations.NullMarked;
