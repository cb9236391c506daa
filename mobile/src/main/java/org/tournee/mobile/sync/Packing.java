package org.tournee.mobile.sync;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** One way to make messages smaller on their way. */
interface Packing {

    /** What every server and every phone can. */
    Packing GZIP = new Packing() {

        @Override
        public String encoding() {
            return "gzip";
        }

        @Override
        public OutputStream packing(OutputStream out) throws IOException {
            return new GZIPOutputStream(out);
        }

        @Override
        public InputStream unpacking(InputStream in) throws IOException {
            return new GZIPInputStream(in, 64 * 1024);
        }
    };

    /** Its name as a content encoding of HTTP. */
    String encoding();

    OutputStream packing(OutputStream out) throws IOException;

    InputStream unpacking(InputStream in) throws IOException;

    /** Lines, each with its end. */
    default byte[] pack(List<String> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packing = packing(bytes)) {
            for (String line : lines) {
                packing.write(line.getBytes(StandardCharsets.UTF_8));
                packing.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The clear bytes.
     *
     * @throws IOException when they were cut on the way
     */
    default byte[] unpack(byte[] packed) throws IOException {
        try (InputStream unpacking = unpacking(new ByteArrayInputStream(packed))) {
            return unpacking.readAllBytes();
        }
    }
}
