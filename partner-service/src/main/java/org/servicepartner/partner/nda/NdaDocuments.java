package org.servicepartner.partner.nda;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.partner.domain.CurrentNda;
import org.servicepartner.partner.domain.NdaEdition;

/** The agreement that is offered now, in all languages. */
public final class NdaDocuments implements CurrentNda {
    public static final List<String> LANGUAGES = List.of("en", "de");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String version;
    private final Map<String, NdaDocument> byLanguage;

    private NdaDocuments(String version, Map<String, NdaDocument> byLanguage) {
        this.version = version;
        this.byLanguage = byLanguage;
    }

    /**
     * Reads {@code <location>/<version>/<language>.json} for every language.
     *
     * @param location of the documents, for example {@code classpath:nda}
     * @throws IllegalStateException that says in a sentence which document is missing or not as it must be
     */
    public static NdaDocuments load(ResourceLoader resources, String location, String version) {
        try {
            LocalDate.parse(version);
        } catch (DateTimeParseException e) {
            throw new IllegalStateException(
                    "The version of the NDA must be a day such as 2026-11-01, not " + version + ".", e);
        }
        Map<String, NdaDocument> byLanguage = new LinkedHashMap<>();
        for (String language : LANGUAGES) {
            String name = location + "/" + version + "/" + language + ".json";
            Text text = read(resources.getResource(name), name);
            byLanguage.put(language, NdaDocument.of(version, language, text.title, text.sections));
        }
        return new NdaDocuments(version, byLanguage);
    }

    private static Text read(Resource resource, String name) {
        try (InputStream json = resource.getInputStream()) {
            return JSON.readValue(json, Text.class);
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "The text of the NDA cannot be read from " + name + ": " + e.getMessage(), e);
        }
    }

    /** @throws IllegalArgumentException if there is no text in this language */
    public NdaDocument in(String language) {
        NdaDocument document = byLanguage.get(language);
        if (document == null) {
            throw new IllegalArgumentException("There is no NDA in the language " + language);
        }
        return document;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public boolean is(NdaEdition edition) {
        NdaDocument document = byLanguage.get(edition.language());
        return document != null
                && version.equals(edition.version())
                && document.documentHash().equals(edition.documentHash());
    }

    private record Text(@Nullable String title, @Nullable List<NdaSection> sections) {
        Text {
            if (title == null || sections == null || sections.isEmpty()) {
                throw new IllegalArgumentException("title and sections must be given");
            }
        }
    }
}
