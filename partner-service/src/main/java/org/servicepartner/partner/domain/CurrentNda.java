package org.servicepartner.partner.domain;

/** Knows which non-disclosure agreement is offered for signature now. */
public interface CurrentNda {
    String version();

    /** Whether it is exactly this text that is offered now. */
    boolean is(NdaEdition edition);
}
