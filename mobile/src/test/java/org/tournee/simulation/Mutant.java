package org.tournee.simulation;

/**
 * A fault planted on purpose: one place of one class says something else. The program itself knows nothing of it.
 *
 * @param source the class's file, from the root of the project
 * @param snippet what stands there, once
 * @param replacement what stands there instead
 */
record Mutant(String name, String source, String snippet, String replacement) {

    private static final String PHONE = "mobile/src/main/java/org/tournee/mobile/";
    private static final String SERVER = "sync-server/src/main/java/org/tournee/server/sync/";
    private static final String LEDGER = "sync-server/src/fixtures/java/org/tournee/server/sync/";
    private static final String WORKFLOW = "shared-model/src/main/java/org/tournee/workflow/";
    private static final String REQUEST = "shared-model/src/main/java/org/tournee/request/";
    private static final String DOCUMENT = "sync-server/src/main/java/org/tournee/server/document/";
    private static final String MODEL = "shared-model/src/main/java/org/tournee/sync/";

    /** All of them, each caught by some seed. */
    static Mutant[] all() {
        return new Mutant[] {
            new Mutant(
                    "sequence cursor: positions are given out without holding the head",
                    LEDGER + "InMemoryTransaction.java",
                    "inOrder.forEach(bucket -> lock(LedgerLock.Kind.HEAD, bucket));",
                    "inOrder.forEach(bucket -> held.add(new LedgerLock(organisation, LedgerLock.Kind.HEAD, bucket)));"),
            new Mutant(
                    "cursor stored before the rows",
                    PHONE + "store/SqlitePhoneStore.java",
                    "            disk.commit(List.of(\n                    new PhoneDisk.Receive(buckets, group),",
                    "            disk.commit(List.of(new PhoneDisk.Receive(buckets, new PulledGroup(group.grantEpochs(),"
                            + " group.fresh(), List.of(), group.upto()))));\n"
                            + "            disk.commit(List.of(\n                    new PhoneDisk.Receive(buckets, group),"),
            new Mutant(
                    "acknowledgement before the commit",
                    LEDGER + "InMemoryLedger.java",
                    "            steps.at(LedgerSteps.Step.BEFORE_COMMIT, \"\");",
                    "            try {\n                steps.at(LedgerSteps.Step.BEFORE_COMMIT, \"\");\n"
                            + "            } catch (RuntimeException e) {\n                return result;\n            }"),
            new Mutant(
                    "no hash check",
                    SERVER + "StreamFit.java",
                    "if (known == null || !known.hash().equals(line.hash())) {",
                    "if (known == null) {"),
            new Mutant(
                    "tombstone purged too early",
                    LEDGER + "MemoryFeed.java",
                    ".filter(row -> row.head().position() > cursor)",
                    ".filter(row -> row.head().position() > cursor && !row.head().deleted())"),
            new Mutant(
                    "a tombstone purged without raising the floor",
                    LEDGER + "MemoryTombstones.java",
                    "                raiseFloor(bucket, row.position());\n",
                    ""),
            new Mutant(
                    "a document whole before it is hashed",
                    LEDGER + "MemoryUploads.java",
                    "told.isComplete() ? NOT_FOUND : standing(told); // another began it again",
                    "find(asked).map(now -> standing(now.upload())).orElse(NOT_FOUND);"),
            new Mutant(
                    "documents not asked for again after a restore",
                    PHONE + "store/DocumentFiles.java",
                    "            if (isOwn) {\n                again(",
                    "            if (isOwn && document.sizeBytes() < 0) {\n                again("),
            new Mutant(
                    "withdrawal acknowledged before the purge",
                    PHONE + "sync/Receiver.java",
                    "        heldBack = store.withdraw(gone, documents.owing());",
                    "        if (!manifest.withdrawn().isEmpty()) {\n            access.call(token -> {\n"
                            + "                gateway.acknowledge(new Acknowledgement(store.identity().streamId(),"
                            + " manifest.withdrawn()), token);\n                return Boolean.TRUE;\n            });\n"
                            + "        }\n        heldBack = store.withdraw(gone, documents.owing());"),
            new Mutant(
                    "let go of before it is durable",
                    "sync-server/src/main/java/org/tournee/server/store/StreamRow.java",
                    "return Math.min(archivedOpSeq, lastOpSeq);",
                    "return lastOpSeq;"),
            new Mutant(
                    "a new epoch kept without asking what the server lost",
                    PHONE + "sync/Receiver.java",
                    "if (newEpoch && !store.epoch().isEmpty()) {",
                    "if (newEpoch && store.epoch().isEmpty()) {"),
            new Mutant(
                    "what a copy of the phone said taken for one's own",
                    PHONE + "sync/SyncRun.java",
                    "session.lastOpSeq() > store.lastOpSeq() || isOfAnother(session)",
                    "session.lastOpSeq() > store.lastOpSeq()"),
            new Mutant(
                    "base revision ignored",
                    MODEL + "ThreeWayMerge.java",
                    "!current.writers().wroteAfter(baseRev, author)",
                    "true"),
            new Mutant(
                    "a record deleted whatever others hung on it",
                    SERVER + "Merging.java",
                    " || !family.sawChildren(existing)",
                    ""),
            new Mutant(
                    "what hangs on a deleted record written without anybody being asked",
                    SERVER + "Family.java",
                    "parent.deleted() && kept",
                    "parent.deleted() && !kept"),
            new Mutant(
                    "what was hung on a record while its deletion waited for the lock not looked at",
                    SERVER + "Batch.java",
                    "if (!named.containsAll(relatives(operations))) {",
                    "if (operations.isEmpty()) {"),
            new Mutant(
                    "base revision taken from an acknowledgement",
                    PHONE + "store/Overlay.java",
                    "                record.position(),\n                record.rev(),",
                    "                record.position(),\n                pending ? record.rev() : record.rev() + 1,"),
            new Mutant(
                    "operations rebased",
                    PHONE + "sync/Sender.java",
                    "lines.add(operation.line())",
                    "lines.add(new String(operation.line(), StandardCharsets.UTF_8)"
                            + ".replaceFirst(\"\\\"base_rev\\\":[0-9]+\", \"\\\"base_rev\\\":2\")"
                            + ".getBytes(StandardCharsets.UTF_8))"),
            new Mutant(
                    "the digest of a stream kept by its successor",
                    PHONE + "store/SqlitePhoneStore.java",
                    "                    SealedFacts.DIGEST, Optional.empty(),\n",
                    ""),
            new Mutant(
                    "the digest kept although something must still go",
                    PHONE + "sync/Receiver.java",
                    "store.keepDigest(heldBack.isEmpty() ? manifest.digest() : null);",
                    "store.keepDigest(manifest.digest());"),
            new Mutant(
                    "a bucket that appears between two pages unnoticed",
                    PHONE + "sync/FetchPlan.java",
                    "now.size() == buckets.size()",
                    "true"),
            new Mutant(
                    "the numbers of a grant believed that a server which was set back gave again",
                    PHONE + "sync/Receiver.java",
                    "            doubt(granted);\n",
                    ""),
            new Mutant(
                    "what went from a part that differs taken for held by right",
                    MODEL + "Manifest.java",
                    "bucket -> !parts.contains(ManifestParts.of(bucket))",
                    "bucket -> true"),
            new Mutant(
                    "buckets of a dossier in different parts",
                    MODEL + "ManifestParts.java",
                    "bucket.dossier().map(Object::toString).orElse(bucket.value())",
                    "bucket.value()"),
            new Mutant(
                    "a record that leaves a bucket without anybody being told",
                    "sync-server/src/main/java/org/tournee/server/store/Workspace.java",
                    "        departures.add(new Departure(from, row.id(), row.kind(), head + 1, row.rev()));\n",
                    "        departures.add(new Departure(from, newId(), row.kind(), head + 1, row.rev()));\n"),
            new Mutant(
                    "shown to more people although others wrote to it",
                    SERVER + "Rehousing.java",
                    "if (change.widens() && !sawAll()) {",
                    "if (change.widens() && sawAll() && row.deleted()) {"),
            new Mutant(
                    "what comes for a merged dossier sent nowhere",
                    SERVER + "Redirects.java",
                    "if (ends.isEmpty()) {",
                    "if (!groups.isEmpty()) {"),
            new Mutant(
                    "the base revision of a merged person believed of who goes on",
                    MODEL + "Operation.java",
                    "record.equals(recordId) ? baseRev : UNKNOWN_REV",
                    "baseRev"),
            new Mutant(
                    "a merged dossier purged like a deleted one",
                    LEDGER + "MemoryTombstones.java",
                    "seen.redirects.get(row.id().value()).isEmpty()",
                    "row.deleted()"),
            new Mutant(
                    "what was written to a record that was merged not seen where it went",
                    PHONE + "store/Holdings.java",
                    ".ifPresent(dossier -> followed.put(operation.opSeq(), dossier));",
                    ".ifPresent(dossier -> followed.remove(operation.opSeq()));"),
            new Mutant(
                    "a late operation on an erased dossier taken in like any other",
                    SERVER + "ErasedGroups.java",
                    "if (!dossiers.isEmpty() && erased.containsAll(dossiers)) {",
                    "if (dossiers.isEmpty() && erased.containsAll(dossiers)) {"),
            new Mutant(
                    "an envelope with half of what was saved together",
                    PHONE + "store/DoorSealer.java",
                    "byte[] lines = made.stream()\n",
                    "byte[] lines = made.stream()\n                .limit(1)\n"),
            new Mutant(
                    "a missing row that goes unnoticed",
                    PHONE + "store/BucketSeal.java",
                    "(!counted || size == rows.size())",
                    "(!counted || size >= rows.size())"),
            new Mutant(
                    "checksums not compared",
                    PHONE + "sync/FetchPlan.java",
                    "checksum != null && state.reached() == bucket.head()",
                    "checksum == null && state.reached() == bucket.head()"),
            new Mutant(
                    "rows seen before they were compared",
                    PHONE + "sync/Receiver.java",
                    "store(fetched, pulled.without(ids(differing)));",
                    "store(fetched, pulled);"),
            new Mutant(
                    "what would differ left as it was, and never fetched again",
                    PHONE + "sync/Receiver.java",
                    "            fetchAgain(manifest, group.around(differing));\n",
                    ""),
            new Mutant(
                    "operations pushed as if they followed each other",
                    PHONE + "store/Outbox.java",
                    "boolean follows = batch.isEmpty()\n",
                    "boolean follows = from >= 0\n"),
            new Mutant(
                    "an overlay that ends with the answer",
                    PHONE + "store/OverlayEnds.java",
                    "return held != null && held.reached() >= outcome.position();",
                    "return true;"),
            new Mutant(
                    "overlays of what was saved together that end one by one",
                    PHONE + "store/OverlayEnds.java",
                    "over && held.overlay()",
                    "held.overlay() && isOver(held, isOver)"),
            new Mutant(
                    "a dossier opened on a phone that nobody is given",
                    SERVER + "Batch.java",
                    "            transaction.give(stream.worker(), opened, at);\n",
                    ""),
            new Mutant(
                    "a step taken wherever the dossier is by now",
                    WORKFLOW + "SegmentWorkflow.java",
                    "if (!expected.equals(course.asSeen())) {",
                    "if (expected.signatures() < 0) {"),
            new Mutant(
                    "one person who signs twice",
                    WORKFLOW + "SegmentChecks.java",
                    ".noneMatch(signed -> signed.by().equals(signer.worker())),",
                    ".noneMatch(signed -> signed.by().equals(null)),"),
            new Mutant(
                    "a prepared step hidden with its answer",
                    PHONE + "store/Outbox.java",
                    "held.overlay() && held.operation().dossierId().equals(dossier))\n                .flatMap(held -> PreparedStep",
                    "!held.isAcknowledged() && held.operation().dossierId().equals(dossier))\n"
                            + "                .flatMap(held -> PreparedStep"),
            new Mutant(
                    "a step of a request merged like any other value",
                    SERVER + "RequestSteps.java",
                    "!existing.kind().equals(RecordKind.REQUEST.code())",
                    "existing.kind().equals(RecordKind.REQUEST.code())"),
            new Mutant(
                    "a step of a request that is none any more put to a human",
                    REQUEST + "HandlingMerge.java",
                    "return new Refused(refused.reason());",
                    "return new Differs();"),
            new Mutant(
                    "a mandate that ends whatever end it has by now",
                    "shared-model/src/main/java/org/tournee/mandate/MandateEnd.java",
                    "if (!Objects.equals(expected, now.term().end())) {",
                    "if (Objects.equals(expected, lastDay)) {"),
            new Mutant(
                    "a prepared end hidden with its answer",
                    PHONE + "store/Outbox.java",
                    "held.overlay() && held.operation().dossierId().equals(dossier))\n                .forEach(held -> MandateEnd",
                    "!held.isAcknowledged() && held.operation().dossierId().equals(dossier))\n"
                            + "                .forEach(held -> MandateEnd"),
            new Mutant(
                    "what a newer app wrote taken in by an older instance",
                    SERVER + "Intake.java",
                    "frame.schema() > known)",
                    "frame.schema() > known + 1)"),
            new Mutant(
                    "what waits written again by the new app",
                    PHONE + "sync/Sender.java",
                    "lines.add(operation.line())",
                    "lines.add(new String(operation.line(), StandardCharsets.UTF_8)"
                            + ".replace(\"\\\"schema\\\":1,\", \"\\\"schema\\\":2,\")"
                            + ".getBytes(StandardCharsets.UTF_8))"),
            new Mutant(
                    "a document completed without hashing",
                    DOCUMENT + "Upload.java",
                    "return HexFormat.of().formatHex(digest.digest()).equals(sha256);",
                    "return digest.digest().length == sha256.length() / 2;"),
            new Mutant(
                    "a document said to be held before all of it is",
                    PHONE + "sync/DocumentSender.java",
                    "at.offset() == document.sizeBytes()",
                    "at.offset() <= document.sizeBytes()"),
            new Mutant(
                    "what was fetched of a document not hashed",
                    PHONE + "store/DocumentFiles.java",
                    "if (!sha256(bytes).equals(wanted.sha256())) {",
                    "if (bytes.length < wanted.sizeBytes()) {"),
            new Mutant(
                    "bytes let go of before the server holds them",
                    PHONE + "store/DocumentFiles.java",
                    "        withServer().stream()\n                .filter(document -> documents.contains(",
                    "        here().stream()\n                .filter(document -> documents.contains("),
            new Mutant(
                    "bytes kept after the withdrawal was acknowledged",
                    PHONE + "sync/Receiver.java",
                    "            documents.dropOutside();\n",
                    ""),
            new Mutant(
                    "what was fetched said to be held whatever the server lost",
                    PHONE + "store/DocumentFiles.java",
                    "put(wanted.as(State.FETCHED, null, wanted.sizeBytes()));",
                    "put(wanted.as(State.HELD, null, wanted.sizeBytes()));"),
            new Mutant(
                    "what a kill left of a document never removed",
                    PHONE + "store/DocumentFiles.java",
                    "        files.sweep();\n",
                    ""),
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
