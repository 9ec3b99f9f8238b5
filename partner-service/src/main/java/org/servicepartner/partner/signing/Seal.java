package org.servicepartner.partner.signing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;

/** Signs a PDF with the platform's key: PAdES-BASELINE-B, over the whole file. */
final class Seal {
    private static final DigestAlgorithm DIGEST = DigestAlgorithm.SHA256;

    private final SigningKey key;
    private final PAdESService service = new PAdESService(new CommonCertificateVerifier());

    Seal(SigningKey key) {
        this.key = key;
    }

    byte[] seal(byte[] pdf, String reason, Instant at) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DIGEST);
        parameters.setSigningCertificate(key.entry().getCertificate());
        parameters.setCertificateChain(key.entry().getCertificateChain());
        parameters.bLevel().setSigningDate(Date.from(at));
        parameters.setReason(reason);
        DSSDocument document = new InMemoryDocument(pdf);
        SignatureValue signature = key.sign(service.getDataToSign(document, parameters), DIGEST);
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try {
            service.signDocument(document, parameters, signature).writeTo(sealed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sealed.toByteArray();
    }
}
