package org.tournee.simulation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.tournee.document.Document;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.store.DocumentFiles;
import org.tournee.mobile.store.KeptDocument;
import org.tournee.sync.RecordId;

/** What somebody does with documents on a phone: opens them, as soon as they are there, and makes room. Rules: R-DOC, R-SHARE. */
final class DocumentReading {

    private final World world;
    private final Phone phone;
    private final DocumentFiles files;

    private DocumentReading(World world, Phone phone, DocumentFiles files) {
        this.world = world;
        this.phone = phone;
        this.files = files;
    }

    /** Empty for a phone that takes no documents in. */
    static Optional<DocumentReading> on(World world, Phone phone) {
        return Optional.ofNullable(phone.documents()).map(files -> new DocumentReading(world, phone, files));
    }

    /** What a page of documents shows. */
    private record Shown(DossierId dossier, Entry<Document> entry) {

        RecordId id() {
            return entry.id();
        }

        boolean isHeld() {
            return entry.value().isHeld();
        }

        Document.Content content() {
            return entry.value().content();
        }
    }

    private List<Shown> shown() {
        return phone.store().dossiers().stream()
                .flatMap(contents -> shown(contents).stream())
                .toList();
    }

    private static List<Shown> shown(DossierContents contents) {
        return contents.documents().stream()
                .map(entry -> new Shown(contents.id(), entry))
                .toList();
    }

    /** Somebody opens one of those that they see: it is asked for where its bytes are with the service. */
    void openAny(SplittableRandom random) {
        List<Shown> shown = shown();
        if (shown.isEmpty()) {
            return;
        }
        Shown any = shown.get(random.nextInt(shown.size()));
        if (isHere(any)) {
            isAsDescribed(any);
        } else if (any.isHeld()) {
            want(any);
            phone.sync();
        }
    }

    private boolean isHere(Shown document) {
        return files.of(document.id()).filter(KeptDocument::isHere).isPresent();
    }

    private void want(Shown document) {
        Document.Content content = document.content();
        files.want(document.id(), document.dossier(), content.sizeBytes(), content.sha256());
    }

    private void isAsDescribed(Shown document) {
        byte[] bytes = files.all(files.of(document.id()).orElseThrow());
        Violation.unless(
                Papers.sha256(bytes).equals(document.content().sha256()),
                "what is opened is what was described",
                () -> phone + " " + document.id());
    }

    /** Somebody makes room, whatever waits: of what is here only that goes which the service holds. */
    void makeRoom() {
        Set<RecordId> withService =
                shown().stream().filter(Shown::isHeld).map(Shown::id).collect(Collectors.toSet());
        List<KeptDocument> before = files.here();
        files.letGo(before.stream()
                .filter(document -> !document.isWithServer() || withService.contains(document.document()))
                .map(KeptDocument::document)
                .toList());
        DocumentInvariants documents = new DocumentInvariants(world);
        before.stream()
                .filter(document -> files.of(document.document()).isEmpty())
                .forEach(document -> documents.mayGo(phone, document));
    }

    /** Asks for everything that is shown as held and is not here. */
    void wantAll() {
        shown().stream()
                .filter(document -> document.isHeld() && !isHere(document))
                .forEach(this::want);
    }

    /** At rest: whoever sees a document that the service holds has opened it, now that it was asked for. */
    void opensAll() {
        for (Shown document : shown()) {
            if (document.isHeld()) {
                Violation.unless(
                        isHere(document),
                        "at rest whoever sees a document that is held can open it",
                        () -> phone + " " + document.id());
                isAsDescribed(document);
            }
        }
    }
}
