package org.servicepartner.partner.signing;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Text that flows over as many A4 pages as it takes. */
final class Pages {
    private static final float MARGIN = 62;
    private static final float FOOTER = 34;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float LINE = 1.4f;
    private static final float LABELS = 134;
    private static final float EMPHASIS = 0.35f;
    private static final float SMALL = 7.5f;
    private static final Color GREY = new Color(0x55, 0x55, 0x55);

    private final PDDocument document;
    private final PDFont font;
    private PDPageContentStream content;
    private float y;

    Pages(PDDocument document, PDFont font) throws IOException {
        this.document = document;
        this.font = font;
        this.content = newPage();
    }

    /** A paragraph with space above it. */
    void paragraph(String text, float size, float above) throws IOException {
        write(text, size, above, false);
    }

    /** A heading stays on the page of the lines that follow it. */
    void heading(String text, float size, float above) throws IOException {
        float together = above + size * LINE * 5;
        if (y - together < MARGIN) {
            nextPage();
        }
        write(text, size, above, true);
    }

    /** A label, and beside it what it is of. */
    void row(String label, String value, float size) throws IOException {
        List<String> lines = lines(value, size, WIDTH - LABELS);
        float line = size * LINE;
        if (y - lines.size() * line < MARGIN) {
            nextPage();
        }
        draw(label, size, MARGIN, y - line, GREY, false);
        for (String each : lines) {
            y -= line;
            draw(each, size, MARGIN + LABELS, y, Color.BLACK, false);
        }
        y -= size * (LINE - 1);
    }

    /** Begins a new page unless so much space is left on this one. */
    void keepTogether(float height) throws IOException {
        if (y - height < MARGIN) {
            nextPage();
        }
    }

    private void write(String text, float size, float above, boolean emphasised) throws IOException {
        y -= above;
        for (String line : lines(text, size, WIDTH)) {
            if (y - size * LINE < MARGIN) {
                nextPage();
            }
            y -= size * LINE;
            draw(line, size, MARGIN, y, Color.BLACK, emphasised);
        }
    }

    private void draw(String text, float size, float x, float baseline, Color color, boolean emphasised)
            throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.setNonStrokingColor(color);
        content.setStrokingColor(color);
        content.setLineWidth(EMPHASIS);
        content.setRenderingMode(emphasised ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        content.newLineAtOffset(x, baseline);
        content.showText(text);
        content.endText();
    }

    private List<String> lines(String text, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            for (String part : parts(word, size, width)) {
                String longer = line.isEmpty() ? part : line + " " + part;
                if (line.isEmpty() || width(longer, size) <= width) {
                    line.replace(0, line.length(), longer);
                } else {
                    lines.add(line.toString());
                    line.replace(0, line.length(), part);
                }
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** A word that is wider than a line is broken. */
    private List<String> parts(String word, float size, float width) throws IOException {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int character : word.codePoints().toArray()) {
            String longer = part + Character.toString(character);
            if (!part.isEmpty() && width(longer, size) > width) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.appendCodePoint(character);
        }
        parts.add(part.toString());
        return parts;
    }

    private float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / 1_000 * size;
    }

    private PDPageContentStream newPage() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        y = PDRectangle.A4.getHeight() - MARGIN;
        return new PDPageContentStream(document, page);
    }

    private void nextPage() throws IOException {
        content.close();
        content = newPage();
    }

    /** Ends the text. At the foot of every page stands a line of the whole document and one that counts the pages. */
    byte[] finish(String footer, BiFunction<Integer, Integer, String> pageOf) throws IOException {
        content.close();
        int count = document.getNumberOfPages();
        for (int number = 1; number <= count; number++) {
            content = new PDPageContentStream(document, document.getPage(number - 1), AppendMode.APPEND, true, true);
            draw(footer, SMALL, MARGIN, FOOTER, GREY, false);
            String page = pageOf.apply(number, count);
            draw(page, SMALL, MARGIN + WIDTH - width(page, SMALL), FOOTER, GREY, false);
            content.close();
        }
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        document.save(pdf);
        return pdf.toByteArray();
    }
}
