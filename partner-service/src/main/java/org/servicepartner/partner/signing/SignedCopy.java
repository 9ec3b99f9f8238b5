package org.servicepartner.partner.signing;

/** A signed copy as it can be downloaded. */
public record SignedCopy(String version, byte[] pdf) {}
