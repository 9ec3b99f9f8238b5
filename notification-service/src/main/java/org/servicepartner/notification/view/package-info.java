/** Remembers what others told: our own copies of users, teams, invitations, requests and signatures. Old news changes nothing. */
@NullMarked
package org.servicepartner.notification.view;

import org.jspecify.annotations.NullMarked;
