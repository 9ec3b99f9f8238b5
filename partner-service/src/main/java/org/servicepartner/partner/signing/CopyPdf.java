package org.servicepartner.partner.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.GregorianCalendar;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

import org.servicepartner.partner.domain.Agreement;
import org.servicepartner.partner.domain.Signer;
import org.servicepartner.partner.nda.NdaDocument;
import org.servicepartner.partner.nda.NdaSection;

/** A PDF of the agreement and of who agreed to it, not sealed yet. */
final class CopyPdf {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'");
    private static final float TITLE = 17;
    private static final float HEADING = 11.5f;
    private static final float BODY = 9.5f;
    private static final float SIGNATURE_HEIGHT = 290;

    private final Typeface typeface;

    CopyPdf(Typeface typeface) {
        this.typeface = typeface;
    }

    byte[] of(NdaDocument nda, Agreement agreement) {
        try (PDDocument document = new PDDocument()) {
            Words words = new Words(nda.language());
            describe(document, nda, agreement);
            Pages pages = new Pages(document, typeface.embedIn(document));
            pages.heading(typeface.showable(nda.title()), TITLE, 0);
            pages.paragraph(words.of("intro", nda.version()), BODY, 4);
            for (NdaSection section : nda.sections()) {
                pages.heading(typeface.showable(section.heading()), HEADING, 14);
                for (String paragraph : section.paragraphs()) {
                    pages.paragraph(typeface.showable(paragraph), BODY, 4);
                }
            }
            signature(pages, words, agreement);
            return pages.finish(
                    words.of("footer", nda.version(), nda.documentHash()),
                    (number, count) -> words.of("page", number, count));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void describe(PDDocument document, NdaDocument nda, Agreement agreement) {
        document.getDocumentCatalog().setLanguage(nda.language());
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(nda.title());
        information.setSubject(agreement.company().name());
        information.setCreator("Service partner platform");
        information.setCreationDate(GregorianCalendar.from(agreement.signedAt().atZone(ZoneOffset.UTC)));
    }

    private void signature(Pages pages, Words words, Agreement agreement) throws IOException {
        pages.keepTogether(SIGNATURE_HEIGHT);
        pages.heading(words.of("signature"), HEADING, 22);
        pages.paragraph(words.of("statement"), BODY, 4);
        pages.paragraph("", BODY, 0);
        row(pages, words.of("company"), agreement.company().name());
        row(pages, words.of("street"), agreement.company().street());
        row(pages, words.of("zip-city"), agreement.company().zipCity());
        row(pages, words.of("representative"), agreement.company().representative());
        Signer signer = agreement.signer();
        row(pages, words.of("signer"), signer.name() == null ? words.of("unknown-name") : signer.name());
        if (signer.email() != null) {
            row(pages, words.of("email"), signer.email());
        }
        row(pages, words.of("user-id"), signer.userId());
        row(pages, words.of("partner-id"), agreement.partnerId());
        row(pages, words.of("time"), utc(agreement.signedAt()));
        row(pages, words.of("version"), agreement.edition().version());
        row(pages, words.of("hash"), agreement.edition().documentHash());
    }

    private void row(Pages pages, String label, String value) throws IOException {
        pages.row(label, typeface.showable(value), BODY);
    }

    private static String utc(Instant time) {
        return TIME.format(time.atOffset(ZoneOffset.UTC));
    }
}
