package org.servicepartner.partner.domain;

/**
 * One text of the non-disclosure agreement.
 *
 * @param version the day since which it is offered, ISO 8601; so versions sort by age
 * @param language ISO 639-1
 * @param documentHash SHA-256 of the text, 64 hexadecimal digits
 */
public record NdaEdition(String version, String language, String documentHash) {}
