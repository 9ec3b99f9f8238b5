package org.servicepartner.partner.domain;

/**
 * The company that is bound by an agreement, as it names itself.
 *
 * @param street and number
 * @param zipCity ZIP code and city
 * @param representative the person who acts for the company
 */
public record Company(String name, String street, String zipCity, String representative) {}
