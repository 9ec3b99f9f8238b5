/** Words: makes e-mails of letters. */
@NullMarked
package org.servicepartner.notification.email;

import org.jspecify.annotations.NullMarked;
