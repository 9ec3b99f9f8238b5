package org.servicepartner.partner.nda;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What the hash of a document is taken of: version, language, title, then every heading and its paragraphs, each on a line of its
 * own that ends with a line feed; Unicode in form NFC, as UTF-8.
 */
final class CanonicalText {
    private CanonicalText() {}

    static String hash(String version, String language, String title, List<NdaSection> sections) {
        List<String> lines = new ArrayList<>(List.of(version, language, title));
        for (NdaSection section : sections) {
            lines.add(section.heading());
            lines.addAll(section.paragraphs());
        }
        String text = String.join("\n", lines) + "\n";
        try {
            byte[] canonical = Normalizer.normalize(text, Normalizer.Form.NFC).getBytes(UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
