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
                    "base revision taken from an acknowledgement",
                    PHONE + "store/Overlay.java",
                    "                record.position(),\n                record.rev(),",
                    "                record.position(),\n                pending ? record.rev() : record.rev() + 1,"),
            new Mutant(
                    "operations rebased",
                    PHONE + "sync/Sender.java",
                    "lines.add(operation.json())",
                    "lines.add(operation.json().replaceFirst(\"\\\"base_rev\\\":[0-9]+\", \"\\\"base_rev\\\":2\"))"),
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
                    "an overlay that ends with the answer",
                    PHONE + "store/OverlayEnds.java",
                    "return held != null && held.reached() >= outcome.position();",
                    "return true;"),
            new Mutant(
                    "overlays of what was saved together that end one by one",
                    PHONE + "store/OverlayEnds.java",
                    "held.overlay() && !waiting.contains(held.operation().txId())",
                    "held.overlay() && isOver(held, isOver)"),
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
