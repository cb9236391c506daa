package org.tournee.simulation;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.tournee.document.Document;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.store.Edit;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** A paper that somebody takes in: a small one, or one of which half may arrive. Rule: R-DOC. */
final class Papers {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 9);
    private static final int SMALL = 300;
    private static final int LARGE = 4_700;

    /** What a large one drew once: the lives that are kept go on from there. */
    private static final int DRAWN = 150_000;

    private final RecordId id;
    private final DossierId dossier;
    private final byte[] bytes;

    Papers(DossierId dossier, SplittableRandom random) {
        this.dossier = dossier;
        this.id = new RecordId(new UUID(0x0190_6000_0000_7000L | random.nextInt(1 << 12), random.nextLong()));
        boolean small = random.nextBoolean();
        byte[] drawn = new byte[small ? SMALL : DRAWN];
        random.nextBytes(drawn);
        this.bytes = Arrays.copyOf(drawn, small ? SMALL : LARGE);
    }

    RecordId id() {
        return id;
    }

    DossierId dossier() {
        return dossier;
    }

    byte[] bytes() {
        return bytes;
    }

    Edits.Made description() {
        Document document = new Document(
                new Document.Description("Titre de séjour", null, List.of(), List.of(), null),
                new Document.Content("image/jpeg", bytes.length, sha256(bytes)),
                new Document.Ground(DAY, null),
                null);
        Edit.Change change = new Edit.Create(RecordKind.DOCUMENT, id, Audience.SERVICE, document);
        return new Edits.Made(Edit.of(dossier, change), false, List.of());
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every platform has SHA-256", e);
        }
    }
}
