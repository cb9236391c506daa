package org.tournee.mobile.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.mobile.store.StoreException.Problem;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.FeedRow;

/**
 * What of a row is sealed, in few bytes: its kind, who wrote it and when, and the text of its groups verbatim. Reading
 * it costs a tenth of reading the feed's JSON, and an app that starts reads all of them.
 */
final class RowBytes {

    private static final byte VERSION = 1;

    private RowBytes() {}

    /** What is sealed of a row; bucket, id, position and revision stand beside it. */
    record Contents(
            String kind,
            @Nullable WorkerId author,
            @Nullable WorkerId changedBy,
            Instant changedAt,
            @Nullable Instant occurredAt,
            String groups) {}

    /** @param groups of the row, in UTF-8 */
    static byte[] write(FeedRow row, byte[] groups) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(groups.length + 96);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(row.kind());
            worker(out, row.author());
            worker(out, row.changedBy());
            instant(out, row.changedAt());
            Instant occurredAt = row.occurredAt();
            out.writeBoolean(occurredAt != null);
            if (occurredAt != null) {
                instant(out, occurredAt);
            }
            out.write(groups);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #write} made.
     *
     * @throws StoreException UNREADABLE for anything else
     */
    static Contents read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != VERSION) {
                throw new IOException("a row of another version");
            }
            return new Contents(
                    in.readUTF(),
                    worker(in),
                    worker(in),
                    Instant.ofEpochSecond(in.readLong(), in.readInt()),
                    in.readBoolean() ? Instant.ofEpochSecond(in.readLong(), in.readInt()) : null,
                    new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new StoreException(Problem.UNREADABLE, e);
        }
    }

    private static void worker(DataOutputStream out, @Nullable WorkerId worker) throws IOException {
        out.writeBoolean(worker != null);
        if (worker != null) {
            out.writeLong(worker.value().getMostSignificantBits());
            out.writeLong(worker.value().getLeastSignificantBits());
        }
    }

    /** The kind alone, of what {@link #write} made. */
    static String kind(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            in.readByte();
            return in.readUTF();
        } catch (IOException e) {
            throw new StoreException(Problem.UNREADABLE, e);
        }
    }

    private static @Nullable WorkerId worker(DataInputStream in) throws IOException {
        return in.readBoolean() ? new WorkerId(new UUID(in.readLong(), in.readLong())) : null;
    }

    private static void instant(DataOutputStream out, Instant instant) throws IOException {
        out.writeLong(instant.getEpochSecond());
        out.writeInt(instant.getNano());
    }
}
