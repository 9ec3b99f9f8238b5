package org.servicepartner.job.view;

/** Something that acts and is no user. */
public enum Program implements Actor {
    /** The provider, through FleetControl. */
    FLEETCONTROL,
    /** This service, following a rule. */
    SYSTEM
}
