package org.tournee.server.sync;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Opens what was made smaller for the way, as it streams: whoever reads counts what comes out. */
final class Unpacking {

    /** 8 MiB: a frame that wants more memory is refused before it gets any. */
    static final int LARGEST_WINDOW_LOG = 23;

    private Unpacking() {}

    /**
     * The clear stream.
     *
     * @param encoding of the {@code Content-Encoding}, null for none
     * @throws IOException when it is not what it claims to be
     */
    static InputStream of(@Nullable String encoding, InputStream body) throws IOException {
        return switch (Objects.requireNonNullElse(encoding, "").toLowerCase(Locale.ROOT)) {
            case "gzip" -> new GZIPInputStream(body);
            case "zstd" -> new ZstdInputStream(body).setLongMax(LARGEST_WINDOW_LOG);
            default -> body;
        };
    }
}
