package org.servicepartner.partner.domain;

/** What a service partner does before it may accept a fleet connection, in this order. */
public enum OnboardingStep {
    REGISTRATION,
    TEAM_DETAILS,
    PERSONAL_DETAILS,
    NDA
}
