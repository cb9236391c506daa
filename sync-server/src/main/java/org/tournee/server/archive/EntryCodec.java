package org.tournee.server.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.tournee.organisation.OrganisationId;
import org.tournee.sync.StreamId;

/** Entries as bytes. The first byte says which; a number is never given another meaning. */
final class EntryCodec {

    private static final int OPERATION = 1;
    private static final int DECISION = 2;

    private EntryCodec() {}

    static byte[] write(ArchiveEntry entry) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            switch (entry) {
                case ArchiveEntry.Operation operation -> write(out, operation);
                case ArchiveEntry.Decision decision -> write(out, decision);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #write} made.
     *
     * @throws IOException for anything else
     */
    static ArchiveEntry read(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        int kind = in.readByte();
        OrganisationId organisation = new OrganisationId(id(in));
        long ordinal = in.readLong();
        return switch (kind) {
            case OPERATION ->
                new ArchiveEntry.Operation(
                        organisation,
                        ordinal,
                        new StreamId(id(in)),
                        in.readLong(),
                        in.readUTF(),
                        id(in),
                        Instant.EPOCH.plus(in.readLong(), ChronoUnit.MICROS),
                        in.readAllBytes());
            case DECISION ->
                new ArchiveEntry.Decision(
                        organisation, ordinal, id(in), in.readUTF(), in.readBoolean(), in.readAllBytes());
            default -> throw new IOException("An entry of a newer version: " + kind);
        };
    }

    private static void write(DataOutputStream out, ArchiveEntry.Operation operation) throws IOException {
        head(out, OPERATION, operation);
        id(out, operation.stream().value());
        out.writeLong(operation.opSeq());
        out.writeUTF(operation.hash());
        id(out, operation.keyOwner());
        out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, operation.receivedAt())); // as the database keeps it
        out.write(operation.sealed());
    }

    private static void write(DataOutputStream out, ArchiveEntry.Decision decision) throws IOException {
        head(out, DECISION, decision);
        id(out, decision.id());
        out.writeUTF(decision.table());
        out.writeBoolean(decision.gone());
        out.write(decision.sealed());
    }

    private static void head(DataOutputStream out, int kind, ArchiveEntry entry) throws IOException {
        out.writeByte(kind);
        id(out, entry.organisation().value());
        out.writeLong(entry.ordinal());
    }

    private static void id(DataOutputStream out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static UUID id(DataInputStream in) throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }
}
