package org.tournee.server.sync;

import com.github.luben.zstd.ZstdOutputStream;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes answers smaller for the way, in what the phone reads best. Done here and not by the web server: it compresses only
 * what it takes for text, and on a thread that all connections share.
 */
enum Packing {
    ZSTD {
        @Override
        OutputStream around(OutputStream out) throws IOException {
            return new ZstdOutputStream(out);
        }
    },
    GZIP {
        @Override
        OutputStream around(OutputStream out) throws IOException {
            return new GZIPOutputStream(out);
        }
    },
    NONE {
        @Override
        OutputStream around(OutputStream out) {
            return out;
        }
    };

    /** A smaller answer fits into one packet as it is. */
    private static final int SMALLEST_BYTES = 1024;

    /** Handed over at once: a packer works on it outside of Java. */
    private static final int CHUNK = 32 * 1024;

    abstract OutputStream around(OutputStream out) throws IOException;

    /** @param accepted the {@code Accept-Encoding}, null for none */
    static Packing best(@Nullable String accepted) {
        if (accepts(accepted, "zstd")) {
            return ZSTD;
        }
        return accepts(accepted, "gzip") ? GZIP : NONE;
    }

    private static boolean accepts(@Nullable String accepted, String encoding) {
        return accepted != null
                && Arrays.stream(accepted.toLowerCase(Locale.ROOT).split(",", -1))
                        .map(String::strip)
                        .anyMatch(each -> each.equals(encoding)
                                || (each.startsWith(encoding + ";")
                                        && !each.replace(" ", "").matches(".*;q=0(\\.0*)?")));
    }

    /** An answer with that body. */
    MutableHttpResponse<byte[]> answer(FeedAnswer body) {
        if (this == NONE || body.isShorterThan(SMALLEST_BYTES)) {
            return HttpResponse.ok(body.bytes());
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream(CHUNK);
        try (OutputStream packing = new BufferedOutputStream(around(packed), CHUNK)) {
            body.writeTo(packing);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail so
        }
        return HttpResponse.ok(packed.toByteArray())
                .header(HttpHeaders.CONTENT_ENCODING, name().toLowerCase(Locale.ROOT));
    }
}
