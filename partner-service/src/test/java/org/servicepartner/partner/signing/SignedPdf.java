package org.servicepartner.partner.signing;

import java.io.IOException;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;

/** Reads a signed PDF without the library that signed it: the file by PDFBox, the signature by Bouncy Castle. */
public final class SignedPdf {
    private final byte[] pdf;
    private final PDSignature signature;

    private SignedPdf(byte[] pdf, PDSignature signature) {
        this.pdf = pdf;
        this.signature = signature;
    }

    /** @throws IllegalStateException if there is not exactly one signature */
    public static SignedPdf of(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<PDSignature> signatures = document.getSignatureDictionaries();
            if (signatures.size() != 1) {
                throw new IllegalStateException("There are " + signatures.size() + " signatures");
            }
            return new SignedPdf(pdf, signatures.getFirst());
        }
    }

    /** The text of all pages, white space as single blanks. */
    public String text() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    /** Whether the signature is that of these very bytes by the key of the certificate it carries. */
    public boolean isIntact() throws Exception {
        return isIntactOver(pdf);
    }

    /** The same for a file of the same length, which need not be readable as a PDF. */
    boolean isIntactOver(byte[] file) throws Exception {
        CMSSignedData cms = cms(file);
        SignerInformation signer = cms.getSignerInfos().getSigners().iterator().next();
        X509CertificateHolder certificate = (X509CertificateHolder)
                cms.getCertificates().getMatches(signer.getSID()).iterator().next();
        return verify(signer, certificate);
    }

    private static boolean verify(SignerInformation signer, X509CertificateHolder certificate) throws Exception {
        try {
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
        } catch (CMSException mismatch) {
            return false;
        }
    }

    /** Whether everything but the signature itself is signed. */
    public boolean isCoveredWhole() {
        int[] range = signature.getByteRange();
        return range.length == 4 && range[0] == 0 && range[2] + range[3] == pdf.length;
    }

    public SignerInformation signer() throws Exception {
        return cms(pdf).getSignerInfos().getSigners().iterator().next();
    }

    PDSignature signature() {
        return signature;
    }

    private CMSSignedData cms(byte[] file) throws Exception {
        return new CMSSignedData(
                new CMSProcessableByteArray(signature.getSignedContent(file)), signature.getContents(file));
    }
}
