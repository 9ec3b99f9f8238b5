package org.servicepartner.partner.domain;

/** Makes signed copies of agreements and keeps them. */
public interface SignedCopies {
    /**
     * Makes the copy and keeps it, in the transaction of the event that tells of it.
     *
     * @return SHA-256 of the copy, 64 hexadecimal digits
     */
    String keep(Agreement agreement);
}
