/** Reads alert rules, dashboards and the runbook, and checks them. */
@NullMarked
package org.servicepartner.observability;

import org.jspecify.annotations.NullMarked;
