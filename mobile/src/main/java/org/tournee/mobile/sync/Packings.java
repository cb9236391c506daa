package org.tournee.mobile.sync;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ways that this phone knows. zstd comes as a native library: where there is none for the phone, it is simply not
 * offered, and gzip does.
 */
final class Packings {

    /** 8 MiB. Source: docs/sync.md. */
    private static final int LARGEST_WINDOW_LOG = 23;

    /** What the server showed that it can. */
    private volatile Packing sending = Packing.GZIP;

    /** Looked for when it is first asked for: loading a library takes a while. */
    private static final class Library {

        static final Optional<Packing> ZSTD = zstd();

        private static Optional<Packing> zstd() {
            try {
                Zstd.compressBound(1); // loads it
                return Optional.of(new ZstdPacking());
            } catch (LinkageError e) {
                return Optional.empty(); // no library for this phone: gzip does
            }
        }
    }

    /** What may be answered in, the best first. */
    String accepted() {
        return Library.ZSTD.map(zstd -> zstd.encoding() + ", ").orElse("") + Packing.GZIP.encoding();
    }

    /** What is sent in: a server that answered in zstd takes it too. */
    Packing sending() {
        return sending;
    }

    /** Something that was sent was not understood: perhaps by an older server behind the same address. */
    void sendPlainly() {
        sending = Packing.GZIP;
    }

    /**
     * Opens an answer.
     *
     * @param encoding as the server says, null for none
     */
    byte[] open(@Nullable String encoding, byte[] body) throws IOException {
        Optional<Packing> packing = Library.ZSTD
                .map(zstd -> Stream.of(zstd, Packing.GZIP))
                .orElseGet(() -> Stream.of(Packing.GZIP))
                .filter(known -> known.encoding().equalsIgnoreCase(encoding))
                .findFirst();
        if (packing.isEmpty()) {
            return body;
        }
        sending = packing.get();
        return packing.get().unpack(body);
    }

    private static final class ZstdPacking implements Packing {

        @Override
        public String encoding() {
            return "zstd";
        }

        @Override
        public OutputStream packing(OutputStream out) throws IOException {
            return new ZstdOutputStream(out);
        }

        @Override
        public InputStream unpacking(InputStream in) throws IOException {
            return new ZstdInputStream(in).setLongMax(LARGEST_WINDOW_LOG);
        }
    }
}
