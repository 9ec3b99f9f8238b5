package org.servicepartner.partner.signing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.Objects;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The typeface of signed copies, Liberation Sans as PDFBox brings it along: Latin, Greek and Cyrillic letters. */
public final class Typeface {
    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final int REPLACEMENT = '?';

    private final BitSet shown = new BitSet();

    public Typeface() {
        try (InputStream file = file();
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
                shown.set(character, !Character.isISOControl(character) && glyphs.getGlyphId(character) != 0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether every character of the text can be shown in a signed copy. */
    public boolean canShow(String text) {
        return composed(text).codePoints().allMatch(shown::get);
    }

    /** The text with a question mark in the place of what cannot be shown. */
    String showable(String text) {
        return composed(text)
                .codePoints()
                .map(character -> shown.get(character) ? character : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    PDFont embedIn(PDDocument document) throws IOException {
        try (InputStream file = file()) {
            return PDType0Font.load(document, file, true);
        }
    }

    private static InputStream file() {
        return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FILE), FILE);
    }
}
