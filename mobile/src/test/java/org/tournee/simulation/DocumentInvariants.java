package org.tournee.simulation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tournee.document.Document;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.store.DocumentFiles;
import org.tournee.mobile.store.KeptDocument;
import org.tournee.mobile.store.KeptDocument.State;
import org.tournee.mobile.store.SimulatedStore;
import org.tournee.server.store.RecordRow;
import org.tournee.server.sync.LedgerView;
import org.tournee.sync.BucketId;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** What holds of the bytes of documents. Rules: R-DOC, R-SYN. */
final class DocumentInvariants {

    private final World world;
    private final Set<RecordId> right = new HashSet<>();
    private final Map<RecordId, Hashed> hashed = new HashMap<>();
    private int restores;

    /** Bytes are asked about after every step, and seldom others. */
    @SuppressWarnings("ArrayRecordComponent") // compared by what is in it
    private record Hashed(byte[] bytes, String sha256) {

        static Hashed of(byte[] bytes) {
            return new Hashed(bytes, Papers.sha256(bytes));
        }
    }

    DocumentInvariants(World world) {
        this.world = world;
    }

    /** What the server says to hold is whole, and is what its description says. */
    void check(List<RecordRow> rows) {
        if (restores != world.restores().count()) {
            restores = world.restores().count();
            right.clear();
        }
        for (RecordRow row : rows) {
            Document document = document(row);
            if (document != null && document.isHeld() && !right.contains(row.id())) {
                Violation.unless(
                        isWhole(row.id(), document.content().sha256()),
                        "a complete document hashes right",
                        () -> row.id().toString());
                right.add(row.id());
            }
        }
    }

    private static @Nullable Document document(RecordRow row) {
        boolean isOne = row.kind().equals(RecordKind.DOCUMENT.code())
                && !row.deleted()
                && !row.groups().byName().isEmpty();
        return isOne ? row.groups().as(Document.class) : null;
    }

    private boolean isWhole(RecordId id, String sha256) {
        return world.server()
                .documents()
                .whole(id)
                .filter(bytes -> hashOf(id, bytes).equals(sha256))
                .isPresent();
    }

    private String hashOf(RecordId id, byte[] bytes) {
        return hashed.compute(
                        id,
                        (same, known) ->
                                known != null && Arrays.equals(known.bytes(), bytes) ? known : Hashed.of(bytes))
                .sha256();
    }

    /** What must hold of the bytes on a phone after every step. */
    void check(Phone phone) {
        saidToBeHeldWhereTheyAre(phone);
        nothingIsLeftOfWhatWasGivenBack(phone);
        everyFileIsOfADocument(phone);
    }

    /** Where the application ended between two changes of files, its next start removed what was nobody's. */
    private static void everyFileIsOfADocument(Phone phone) {
        List<String> strays = phone.strayFiles();
        Violation.unless(strays.isEmpty(), "every file is of a document that is kept", () -> phone + " has " + strays);
    }

    /** Promise 3: nothing says that it is with the service unless it is, or was when the phone last heard of its epoch. */
    private void saidToBeHeldWhereTheyAre(Phone phone) {
        DocumentFiles files = phone.documents();
        if (files == null || !knowsTheServer(phone)) {
            return;
        }
        for (KeptDocument document : files.in(State.HELD)) {
            Violation.unless(
                    isWhole(document.document(), document.sha256()),
                    "synchronised is shown only where documents are held too",
                    () -> phone + " " + document);
        }
    }

    /** Whether it was told of the last time that the server was set back; one that does not know it itself tells nobody. */
    private boolean knowsTheServer(Phone phone) {
        return !world.restores().isUnnoticed()
                && SimulatedStore.epoch(phone.disk())
                        .equals(world.service().view().epoch());
    }

    /** Promise 4, of bytes that the service has too: they go before the phone says that it gave the dossier back. */
    private void nothingIsLeftOfWhatWasGivenBack(Phone phone) {
        DocumentFiles files = phone.documents();
        if (files == null || !world.isAloneOnItsStream(phone)) {
            return;
        }
        Set<BucketId> held = SimulatedStore.buckets(phone.disk()).keySet();
        Set<DossierId> givenBack = world.service().view().owed().stream()
                .filter(owed -> owed.owing() == LedgerView.Owing.ACKNOWLEDGED
                        && owed.stream().equals(phone.stream())
                        && !held.contains(owed.what().bucket()))
                .flatMap(owed -> owed.what().bucket().dossier().stream())
                .filter(dossier -> !held.contains(BucketId.service(dossier)))
                .collect(Collectors.toSet());
        files.in(State.HELD).stream()
                .filter(document -> givenBack.contains(document.dossier()))
                .forEach(document -> Violation.unless(
                        false, "no bytes after an acknowledged withdrawal", () -> phone + " keeps " + document));
    }

    /** Somebody let go of its bytes: the server has them. One that was set back since may have lost them. */
    void mayGo(Phone phone, KeptDocument document) {
        Violation.unless(
                !knowsTheServer(phone) || isWhole(document.document(), document.sha256()),
                "bytes are let go of only where the server holds them",
                () -> phone + " let go of " + document);
    }

    /** At rest: no bytes of a document whose dossier is not there, an erased one least of all. Rules: R-SHARE, R-GDPR. */
    static void areOfWhatIsHeld(Phone phone) {
        DocumentFiles files = phone.documents();
        if (files != null) {
            Set<DossierId> dossiers =
                    phone.store().dossiers().stream().map(DossierContents::id).collect(Collectors.toSet());
            files.here()
                    .forEach(document -> Violation.unless(
                            dossiers.contains(document.dossier()),
                            "at rest no bytes are kept of a dossier that is not there",
                            () -> phone + " keeps " + document));
        }
    }

    /** At rest: whatever is described is held, or its author was told why not, or nobody has its bytes any more. */
    void areHeldOrRefused(List<RecordRow> rows) {
        for (RecordRow row : rows) {
            Document document = document(row);
            Violation.unless(
                    document == null
                            || document.isHeld()
                            || world.isRefused(row.id())
                            || world.phones().stream().noneMatch(phone -> has(phone, row.id())),
                    "at rest a document is held, or refused with a reason",
                    () -> row.id() + " of " + row.author());
        }
    }

    private static boolean has(Phone phone, RecordId document) {
        return phone.documents() != null && phone.documents().of(document).isPresent();
    }
}
