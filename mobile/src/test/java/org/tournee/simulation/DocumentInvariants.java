package org.tournee.simulation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tournee.document.Document;
import org.tournee.mobile.store.DocumentFiles;
import org.tournee.mobile.store.KeptDocument;
import org.tournee.mobile.store.KeptDocument.State;
import org.tournee.mobile.store.SimulatedStore;
import org.tournee.server.store.RecordRow;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** What holds of the bytes of documents. Rules: R-DOC, R-SYN. */
final class DocumentInvariants {

    private final World world;
    private final Set<RecordId> right = new HashSet<>();
    private int restores;

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
        Optional<byte[]> bytes = world.server().documents().whole(id);
        return bytes.isPresent() && Papers.sha256(bytes.get()).equals(sha256);
    }

    /** Promise 3: nothing says that it is with the service unless it is, or was when the phone last heard of its epoch. */
    void saidToBeHeldWhereTheyAre(Phone phone) {
        DocumentFiles files = phone.documents();
        boolean knows =
                SimulatedStore.epoch(phone.disk()).equals(world.service().view().epoch());
        if (files == null || !knows) {
            return;
        }
        for (KeptDocument document : files.in(State.HELD)) {
            Violation.unless(
                    isWhole(document.document(), document.sha256()),
                    "synchronised is shown only where documents are held too",
                    () -> phone + " " + document);
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
