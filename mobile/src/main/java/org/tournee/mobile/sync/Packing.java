package org.tournee.mobile.sync;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** One way to make messages smaller on their way. */
interface Packing {

    /** What a packer is given at once: each call of it costs, however little it is given. */
    int CHUNK = 64 * 1024;

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
            return new GZIPInputStream(in, CHUNK);
        }
    };

    /** Its name as a content encoding of HTTP. */
    String encoding();

    OutputStream packing(OutputStream out) throws IOException;

    InputStream unpacking(InputStream in) throws IOException;

    /** Lines of UTF-8, each with its end. */
    default byte[] pack(List<byte[]> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packing = new BufferedOutputStream(packing(bytes), CHUNK)) {
            for (byte[] line : lines) {
                packing.write(line);
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
