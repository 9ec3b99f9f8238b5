package org.servicepartner.partner.nda;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.ResourceLoader;

import org.servicepartner.partner.domain.NdaEdition;
import org.servicepartner.platform.testing.ApprovedFiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NdaDocumentsTest {
    private static final String VERSION = "2026-11-01";
    private static final ResourceLoader RESOURCES = new DefaultResourceLoader();

    private final NdaDocuments documents = NdaDocuments.load(RESOURCES, "classpath:nda", VERSION);

    /** What was signed must be found again: a changed text is a new version, in a directory of its own. */
    @Test
    void theTextOfAVersionStaysAsItIs() {
        for (String language : NdaDocuments.LANGUAGES) {
            NdaDocument document = documents.in(language);
            new ApprovedFiles()
                    .verifyText("nda/" + VERSION + "." + language + ".sha256", document.documentHash() + "\n");
        }
    }

    @Test
    void bothLanguagesSayTheSameInAsManySectionsAndParagraphs() {
        assertThat(shape("de")).isEqualTo(shape("en")).hasSize(10);
    }

    private List<Integer> shape(String language) {
        return documents.in(language).sections().stream()
                .map(section -> section.paragraphs().size())
                .toList();
    }

    @Test
    void everyPartOfTheTextCountsInItsHash() {
        List<NdaSection> sections = List.of(new NdaSection("1. Heading", List.of("One.", "Two.")));
        assertThat(Stream.of(
                                NdaDocument.of(VERSION, "en", "Title", sections),
                                NdaDocument.of("2027-01-01", "en", "Title", sections),
                                NdaDocument.of(VERSION, "de", "Title", sections),
                                NdaDocument.of(VERSION, "en", "Other", sections),
                                NdaDocument.of(
                                        VERSION, "en", "Title", List.of(new NdaSection("2.", List.of("One.", "Two.")))),
                                NdaDocument.of(
                                        VERSION,
                                        "en",
                                        "Title",
                                        List.of(new NdaSection("1. Heading", List.of("Two.", "One.")))))
                        .map(NdaDocument::documentHash))
                .doesNotHaveDuplicates()
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void theHashDoesNotDependOnHowAnUmlautIsWritten() {
        assertThat(NdaDocument.of(VERSION, "de", "U\u0308bung", List.of()).documentHash())
                .isEqualTo(
                        NdaDocument.of(VERSION, "de", "\u00dcbung", List.of()).documentHash());
    }

    @Test
    void onlyTheTextThatIsOfferedIsCurrent() {
        String english = documents.in("en").documentHash();
        assertThat(documents.is(new NdaEdition(VERSION, "en", english))).isTrue();
        assertThat(documents.is(new NdaEdition(VERSION, "de", english))).isFalse();
        assertThat(documents.is(new NdaEdition(VERSION, "fr", english))).isFalse();
        assertThat(documents.is(new NdaEdition("2020-01-01", "en", english))).isFalse();
        assertThat(documents.is(new NdaEdition(VERSION, "en", "0".repeat(64)))).isFalse();
    }

    @Test
    void aTextThatIsMissingOrAVersionThatIsNoDayIsToldAtStart() {
        assertThatThrownBy(() -> NdaDocuments.load(RESOURCES, "classpath:nda", "2001-01-01"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The text of the NDA cannot be read from classpath:nda/2001-01-01/en.json");
        assertThatThrownBy(() -> NdaDocuments.load(RESOURCES, "classpath:nda", "2.0"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The version of the NDA must be a day such as 2026-11-01, not 2.0.");
    }
}
