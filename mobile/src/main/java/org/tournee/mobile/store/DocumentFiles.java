package org.tournee.mobile.store;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.store.KeptDocument.Refusal;
import org.tournee.mobile.store.KeptDocument.State;
import org.tournee.sync.RecordId;

/**
 * The bytes of documents on this phone: a folder beside the store, each file sealed under a key that the store seals. How
 * far each got is a small sealed file of its own, replaced whole: a kill at any moment leaves the step before or the step
 * after, and files that are nobody's, which go at the next start. Rules: R-DOC, R-OFF.
 */
public final class DocumentFiles {

    private final DocumentFolder folder;
    private final ToLongFunction<DossierId> grantEpoch;
    private final Clock clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Object writing = new Object();
    private volatile Map<RecordId, KeptDocument> kept;

    private DocumentFiles(DocumentFolder folder, ToLongFunction<DossierId> grantEpoch, Clock clock) {
        this.folder = folder;
        this.grantEpoch = grantEpoch;
        this.clock = clock;
        this.kept = folder.standings();
    }

    /**
     * Those of a store.
     *
     * @param home the folder in which the store's file lies
     * @throws StoreException OTHER when the folder cannot be made
     */
    public static DocumentFiles beside(SyncStore store, Path home, Clock clock) {
        return beside(store, home, clock, () -> {});
    }

    /** @param beforeChange called before each change of a file: a test ends the application there */
    static DocumentFiles beside(SyncStore store, Path home, Clock clock, Runnable beforeChange) {
        byte[] key = Base64.getDecoder().decode(store.documentsKey());
        DocumentFolder folder = DocumentFolder.at(folderOf(home, key), new SealedBytes(key, beforeChange));
        DocumentFiles files = new DocumentFiles(folder, store::grantEpoch, clock);
        files.sweep();
        files.settle(store);
        return files;
    }

    /** Named by the key alone: it outlives the stream, which may be succeeded, and two workers have two. */
    static Path folderOf(Path home, byte[] key) {
        return home.resolve("documents-" + sha256(key).substring(0, 16));
    }

    /** Removes everything, for good. */
    public void wipe() {
        kept = Map.of();
        sweep();
        folder.delete();
    }

    private void sweep() {
        folder.keepOnly(kept.values());
    }

    /** What was taken in when the app was left or killed: its description was saved after it, is a draft, or nobody's. */
    private void settle(PhoneStore store) {
        List<String> drafts = store.drafts().stream()
                .flatMap(form -> store.draft(form).stream())
                .toList();
        for (KeptDocument document : kept.values()) {
            if (document.state() == State.TAKEN) {
                boolean described = store.dossier(document.dossier()).stream()
                        .flatMap(contents -> contents.documents().stream())
                        .anyMatch(entry -> entry.id().equals(document.document()));
                if (described) {
                    put(document.as(State.WAITING, null, 0));
                } else if (drafts.stream()
                        .noneMatch(draft -> draft.contains(document.document().toString()))) {
                    remove(document);
                }
            }
        }
    }

    /**
     * Takes bytes in, sealed and on the disk when it returns; they are sent once their description is {@link #saved}.
     *
     * @throws StoreException DISK_FULL or OTHER, with nothing kept
     */
    public KeptDocument take(RecordId document, DossierId dossier, byte[] bytes) {
        KeptDocument taken = new KeptDocument(
                document,
                dossier,
                grantEpoch.applyAsLong(dossier),
                bytes.length,
                sha256(bytes),
                0,
                State.TAKEN,
                null,
                clock.instant());
        synchronized (writing) {
            folder.write(document, bytes);
            put(taken);
        }
        return taken;
    }

    /** Lets go of bytes that nobody describes after all; nothing where they are described already. */
    public void drop(RecordId document) {
        of(document).filter(taken -> taken.state() == State.TAKEN).ifPresent(this::remove);
    }

    /** The description is saved: the bytes are to be sent. */
    public void saved(RecordId document) {
        move(document, State.WAITING, null, 0);
    }

    /** Somebody wants to see a document whose bytes are with the server: fetched with the next run. */
    public void want(RecordId document, DossierId dossier, long sizeBytes, String sha256) {
        synchronized (writing) {
            if (!kept.containsKey(document)) {
                put(new KeptDocument(
                        document,
                        dossier,
                        grantEpoch.applyAsLong(dossier),
                        sizeBytes,
                        sha256,
                        sizeBytes,
                        State.WANTED,
                        null,
                        clock.instant()));
            }
        }
        tell();
    }

    /** How much of a wanted document came already. */
    public long arrived(KeptDocument wanted) {
        return folder.parts().arrived(wanted.document());
    }

    /** Keeps what came next of a wanted document. */
    public void arrived(KeptDocument wanted, byte[] part) {
        folder.parts().add(wanted.document(), part);
    }

    /**
     * Keeps what was fetched.
     *
     * @return false where the bytes are not those that the description names: nothing is kept
     */
    public boolean fetched(KeptDocument wanted) {
        byte[] bytes = folder.parts().all(wanted.document());
        if (!sha256(bytes).equals(wanted.sha256())) {
            return false;
        }
        synchronized (writing) {
            folder.write(wanted.document(), bytes);
            put(wanted.as(State.FETCHED, null, wanted.sizeBytes()));
            folder.parts().remove(wanted.document());
        }
        tell();
        return true;
    }

    /** What was wanted is not to be had. */
    public void giveUp(KeptDocument wanted) {
        remove(wanted);
        tell();
    }

    /** The server has so many bytes. */
    public void sent(RecordId document, long bytes) {
        move(document, State.WAITING, null, bytes);
    }

    /** The server holds it, hashed and whole. */
    public void held(RecordId document) {
        of(document).ifPresent(known -> move(document, State.HELD, null, known.sizeBytes()));
    }

    /**
     * The server was set back and may have lost what it held: those that the worker sent are asked for again. Rule: R-SYN.
     */
    public void doubt(PhoneStore store) {
        for (KeptDocument document : withServer()) {
            boolean isOwn = store.dossier(document.dossier()).stream()
                    .flatMap(contents -> contents.documents().stream())
                    .filter(entry -> entry.id().equals(document.document()))
                    .map(entry -> store.worker().equals(entry.author()))
                    .findFirst()
                    .orElse(document.state() == State.HELD); // sent from here, for a dossier that was merged since
            if (isOwn) {
                again(document.document());
            }
        }
    }

    /** The server does not take it: the bytes stay here, and the worker is told. */
    public void refused(RecordId document, Refusal why) {
        move(document, State.REFUSED, why, 0);
    }

    /** To be sent once more, from the beginning. */
    public void again(RecordId document) {
        move(document, State.WAITING, null, 0);
    }

    public Optional<KeptDocument> of(RecordId document) {
        return Optional.ofNullable(kept.get(document));
    }

    /** Those in that state, the one taken first first. */
    public List<KeptDocument> in(State state) {
        return kept.values().stream()
                .filter(document -> document.state() == state)
                .sorted(Comparator.comparing(KeptDocument::takenAt)
                        .thenComparing(one -> one.document().value()))
                .toList();
    }

    /** Those whose bytes are on this phone. */
    public List<KeptDocument> here() {
        return kept.values().stream().filter(KeptDocument::isHere).toList();
    }

    /**
     * Lets go of the bytes that the server holds, to make room: they can be fetched again. Others stay. Rule: R-DOC.
     *
     * @throws StoreException OTHER when the disk does not let go of one; those before it are gone
     */
    public void letGo(Collection<RecordId> documents) {
        withServer().stream()
                .filter(document -> documents.contains(document.document()))
                .forEach(this::remove);
        tell();
    }

    /** Those that are here and that the server had when it was last heard of. */
    private List<KeptDocument> withServer() {
        return kept.values().stream().filter(KeptDocument::isWithServer).toList();
    }

    /** How many the server could still lose: those that wait, and those that it refused. */
    public int waiting() {
        return in(State.WAITING).size() + in(State.REFUSED).size();
    }

    /** The dossiers of those that the server could still lose. */
    public Set<DossierId> owing() {
        return kept.values().stream()
                .filter(document -> document.state() == State.WAITING || document.state() == State.REFUSED)
                .map(KeptDocument::dossier)
                .collect(Collectors.toSet());
    }

    /**
     * A part of the clear bytes of a document that is here.
     *
     * @throws StoreException UNREADABLE when they were altered
     */
    public byte[] read(RecordId document, long from, int most) {
        return folder.read(document, from, most);
    }

    /** All the clear bytes. */
    public byte[] all(KeptDocument document) {
        return read(document.document(), 0, (int) document.sizeBytes());
    }

    /** Lets go of everything of erased dossiers, unsent or not. Rule: R-GDPR. */
    public void erase(Set<DossierId> dossiers) {
        kept.values().stream()
                .filter(document -> dossiers.contains(document.dossier()))
                .forEach(this::remove);
    }

    /** Lets go of what the server holds of dossiers that are not on this phone any more. Rule: R-SYN. */
    public void dropOutside(Collection<DossierContents> dossiers) {
        Set<DossierId> here = dossiers.stream().map(DossierContents::id).collect(Collectors.toSet());
        for (KeptDocument document : kept.values()) {
            boolean done = document.isWithServer() || document.state() == State.WANTED;
            if (done && !here.contains(document.dossier())) {
                remove(document);
            }
        }
    }

    /** Calls back, on whatever thread wrote, when something moved. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void move(RecordId document, State state, @Nullable Refusal why, long sent) {
        synchronized (writing) {
            of(document).ifPresent(known -> put(known.as(state, why, sent)));
        }
        tell();
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    private void put(KeptDocument document) {
        synchronized (writing) {
            folder.write(document);
            Map<RecordId, KeptDocument> next = new LinkedHashMap<>(kept);
            next.put(document.document(), document);
            kept = next;
        }
    }

    private void remove(KeptDocument document) {
        synchronized (writing) {
            folder.remove(document.document());
            Map<RecordId, KeptDocument> next = new LinkedHashMap<>(kept);
            next.remove(document.document());
            kept = next;
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every platform has SHA-256", e);
        }
    }
}
