package org.servicepartner.partner.signing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;

import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.DefaultResourceLoader;

import org.servicepartner.local.SigningKeyStore;
import org.servicepartner.partner.domain.Agreement;
import org.servicepartner.partner.domain.Company;
import org.servicepartner.partner.domain.NdaEdition;
import org.servicepartner.partner.domain.Signer;
import org.servicepartner.partner.nda.NdaDocument;
import org.servicepartner.partner.nda.NdaDocuments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The signed copy, read by others than the library that made it. */
class SignedCopyTest {
    private static final Instant AT = Instant.now().minusSeconds(1);
    private static final Company COMPANY = new Company(
            "Žižkov & Söhne Fahrzeugtechnik GmbH", "Straße des 17. Juni 135", "10623 Berlin", "Łucja Ångström-Čapek");
    private static final Signer SIGNER =
            new Signer("a0000000-0000-4000-8000-0000000000a1", "lucja@zizkov.example", "Łucja Ångström-Čapek");
    private static final NdaDocuments DOCUMENTS =
            NdaDocuments.load(new DefaultResourceLoader(), "classpath:nda", "2026-11-01");

    /** Within the comment in the second line of every PDF, which means nothing to a reader of the file. */
    private static final int BINARY_COMMENT = 11;

    @TempDir
    static Path directory;

    private static Seal seal;

    @BeforeAll
    static void makeKey() {
        String password = "a password";
        Path keyStore = SigningKeyStore.ensure(directory.resolve("signing.p12"), password);
        seal = new Seal(SigningKey.load(keyStore, password, SigningKeyStore.ALIAS, Instant.now()));
    }

    private static byte[] copy(String language, Company company, Signer signer) {
        NdaDocument document = DOCUMENTS.in(language);
        Agreement agreement = new Agreement(
                "a0000000-0000-4000-8000-000000000001",
                new NdaEdition(document.version(), language, document.documentHash()),
                company,
                signer,
                AT);
        return seal.seal(new CopyPdf(new Typeface()).of(document, agreement), "Agreed", AT);
    }

    private static byte[] copy() {
        return copy("de", COMPANY, SIGNER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void containsTheWholeAgreementAndWhoAgreedToIt(String language) throws Exception {
        NdaDocument document = DOCUMENTS.in(language);
        byte[] copy = copy(language, COMPANY, SIGNER);

        String text = withoutBlanks(SignedPdf.of(copy).text());
        assertThat(text)
                .contains(withoutBlanks(COMPANY.name()))
                .contains(withoutBlanks(COMPANY.street()))
                .contains(withoutBlanks(COMPANY.zipCity()))
                .contains(withoutBlanks(COMPANY.representative()))
                .contains(SIGNER.userId(), "lucja@zizkov.example")
                .contains(document.version(), document.documentHash())
                .contains(withoutBlanks(AT.toString().substring(0, 19).replace('T', ' ') + " UTC"));
        document.sections().forEach(section -> assertThat(text).contains(withoutBlanks(section.heading())));
        try (PDDocument pdf = Loader.loadPDF(copy)) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo(language);
            assertThat(pdf.getPage(0).getResources().getFontNames())
                    .allSatisfy(name -> assertThat(
                                    pdf.getPage(0).getResources().getFont(name).isEmbedded())
                            .isTrue());
        }
    }

    /** Lines and pages break where they must, so paragraphs are compared without white space and footers aside. */
    private static String withoutBlanks(String text) {
        return text.replaceAll("\\s", "");
    }

    @Test
    void everyParagraphIsInIt() throws Exception {
        String text = withoutBlanks(SignedPdf.of(copy()).text());
        List<String> lastWords = DOCUMENTS.in("de").sections().stream()
                .flatMap(section -> section.paragraphs().stream())
                .map(paragraph -> paragraph.substring(paragraph.lastIndexOf(' ') + 1))
                .toList();
        assertThat(lastWords)
                .hasSizeGreaterThan(20)
                .allSatisfy(words -> assertThat(text).contains(words));
    }

    @Test
    void itsSignatureIsGoodForBouncyCastle() throws Exception {
        SignedPdf pdf = SignedPdf.of(copy());

        assertThat(pdf.isIntact()).isTrue();
        assertThat(pdf.isCoveredWhole()).isTrue();
        assertThat(pdf.signature().getSubFilter()).isEqualTo("ETSI.CAdES.detached");
        assertThat(pdf.signer().getSignedAttributes().get(PKCSObjectIdentifiers.id_aa_signingCertificateV2))
                .as("PAdES names the signer's certificate within what is signed")
                .isNotNull();
        assertThat(pdf.signature().getSignDate().toInstant()).isEqualTo(AT.truncatedTo(ChronoUnit.SECONDS));
    }

    @Test
    void aByteChangedAnywhereIsDetected() throws Exception {
        byte[] copy = copy();
        SignedPdf original = SignedPdf.of(copy);
        int[] range = original.signature().getByteRange();
        int checked = 0;
        for (int position = 20; position < copy.length - 20; position += copy.length / 60) {
            boolean inSignature = position >= range[1] && position < range[2];
            if (!inSignature) {
                byte[] changed = copy.clone();
                changed[position] ^= 1;
                assertThat(original.isIntactOver(changed))
                        .as("byte %d", position)
                        .isFalse();
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(30);
    }

    @Test
    void theEuropeanValidatorTakesItForWhatItIs() {
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(copy()));
        validator.setCertificateVerifier(new CommonCertificateVerifier());
        DiagnosticData found = validator.validateDocument().getDiagnosticData();

        assertThat(found.getSignatures()).singleElement().satisfies(signature -> {
            assertThat(signature.isSignatureIntact()).isTrue();
            assertThat(signature.isSignatureValid()).isTrue();
            assertThat(signature.getSignatureFormat()).isEqualTo(SignatureLevel.PAdES_BASELINE_B);
        });
    }

    @Test
    void popplerTakesItForValid() throws Exception {
        assertThat(Path.of("/usr/bin/pdfsig"))
                .as("Install it with: apt-get install poppler-utils")
                .isExecutable();
        byte[] copy = copy();
        assertThat(pdfsig(copy)).contains("Signature is Valid.", "Total document signed");

        copy[BINARY_COMMENT] ^= 1;
        assertThat(pdfsig(copy)).contains("Digest Mismatch").doesNotContain("Signature is Valid.");
    }

    private static String pdfsig(byte[] pdf) throws Exception {
        Path file = Files.write(directory.resolve("copy.pdf"), pdf);
        Process process = new ProcessBuilder("/usr/bin/pdfsig", "-nocert", file.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return told;
    }

    @Test
    void wordsThatAreWiderThanALineAreBroken() throws Exception {
        String endless = "W".repeat(200);
        byte[] copy = copy("en", new Company(endless, endless, endless, endless), SIGNER);
        assertThat(withoutBlanks(SignedPdf.of(copy).text())).contains(endless + withoutBlanks("Street & no."));
    }

    @Test
    void aSignerWithoutNameAndAddressIsNamedByTheUserId() throws Exception {
        byte[] copy = copy("en", COMPANY, new Signer(SIGNER.userId(), null, null));
        assertThat(SignedPdf.of(copy).text()).contains("(name not known)", SIGNER.userId());
    }

    @Test
    void aNameInLettersTheTypefaceLacksStillGivesACopy() throws Exception {
        byte[] copy = copy("en", COMPANY, new Signer(SIGNER.userId(), SIGNER.email(), "王 Wang\n"));
        assertThat(SignedPdf.of(copy).text()).contains("? Wang?");
    }
}
