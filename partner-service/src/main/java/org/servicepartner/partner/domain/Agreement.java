package org.servicepartner.partner.domain;

import java.time.Instant;

/** Who agreed to which text, and when. */
public record Agreement(String partnerId, NdaEdition edition, Company company, Signer signer, Instant signedAt) {}
