package org.tournee.server.sync;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.sync.Manifest;
import org.tournee.sync.PullEnd;
import org.tournee.sync.Wire;

/**
 * An answer to a pull in UTF-8: the manifest, rows, the end. Its lines are made as they are written, outside of the
 * transaction that read them: a page is packed without ever being one text.
 */
public final class FeedAnswer {

    private final byte[] manifest;
    private final List<FeedSnapshot.Row> rows;
    private final byte[] end;

    /** The manifest alone. */
    FeedAnswer(Manifest manifest) {
        this(manifest, List.of(), null);
    }

    FeedAnswer(Manifest manifest, List<FeedSnapshot.Row> rows, @Nullable PullEnd end) {
        this.manifest = line(manifest);
        this.rows = List.copyOf(rows);
        this.end = end == null ? new byte[0] : line(end);
    }

    /** Whether it has no row, and fewer bytes than those. */
    boolean isShorterThan(int bytes) {
        return rows.isEmpty() && manifest.length + end.length < bytes;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(manifest);
        FeedLine lines = new FeedLine(out);
        for (FeedSnapshot.Row row : rows) {
            lines.add(row.head(), row.groups().get());
        }
        out.write(end);
    }

    /** All of it. */
    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail so
        }
        return out.toByteArray();
    }

    private static byte[] line(Object value) {
        return (Wire.json(value) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
