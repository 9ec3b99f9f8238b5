package org.servicepartner.acceptance;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** A printed label with a QR code, as the camera of a phone sees it. */
final class Label {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int CODE = 320;
    private static final byte PAPER = (byte) 200;
    private static final byte INK = 40;
    private static final byte NO_COLOUR = (byte) 128;

    private Label() {}

    /** A film of the label that Chromium shows instead of a camera: one picture in YUV4MPEG2. */
    static Path filmed(String text) throws IOException {
        Path film = Files.createTempFile("label", ".y4m");
        film.toFile().deleteOnExit();
        try (OutputStream out = Files.newOutputStream(film)) {
            out.write("YUV4MPEG2 W%d H%d F10:1 Ip A1:1 C420jpeg\nFRAME\n"
                    .formatted(WIDTH, HEIGHT)
                    .getBytes(US_ASCII));
            out.write(brightness(code(text)));
            byte[] colours = new byte[WIDTH * HEIGHT / 2];
            Arrays.fill(colours, NO_COLOUR);
            out.write(colours);
        }
        return film;
    }

    private static byte[] brightness(BitMatrix code) {
        byte[] picture = new byte[WIDTH * HEIGHT];
        Arrays.fill(picture, PAPER);
        for (int y = 0; y < CODE; y++) {
            for (int x = 0; x < CODE; x++) {
                if (code.get(x, y)) {
                    picture[(y + (HEIGHT - CODE) / 2) * WIDTH + x + (WIDTH - CODE) / 2] = INK;
                }
            }
        }
        return picture;
    }

    private static BitMatrix code(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, CODE, CODE);
        } catch (WriterException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
