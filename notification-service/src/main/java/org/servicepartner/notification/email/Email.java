package org.servicepartner.notification.email;

/** A letter in words, twice: as text and as HTML. */
public record Email(String subject, String text, String html) {}
