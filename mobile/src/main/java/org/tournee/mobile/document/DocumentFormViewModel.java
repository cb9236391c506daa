package org.tournee.mobile.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;
import org.tournee.document.Document;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.device.ChosenFile;
import org.tournee.mobile.device.DocumentSource;
import org.tournee.mobile.device.Pictures;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.dossier.TypedDay;
import org.tournee.mobile.draft.DraftName;
import org.tournee.mobile.draft.DraftedForm;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.store.Edit;
import org.tournee.mobile.store.KeptDocument;
import org.tournee.mobile.store.StoreException;
import org.tournee.person.Person;
import org.tournee.person.PersonId;
import org.tournee.sync.Audience;
import org.tournee.sync.Limits;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Takes a document in: the file, what paper it is, whom it is about, the person's agreement. Rule: R-DOC. */
public final class DocumentFormViewModel implements DraftedForm {

    private final Phone phone;
    private final DossierId dossier;
    private final @Nullable String right;
    private final DocumentSource source;
    private final Pictures pictures;
    private final Executor screen;
    private final DossierContents contents;
    private final FormDraft<DocumentDraft> draft;
    private boolean saving;
    private final StringProperty kind = new SimpleStringProperty("");
    private final StringProperty title = new SimpleStringProperty("");
    private final StringProperty expiresOn = new SimpleStringProperty("");
    private final BooleanProperty agreed = new SimpleBooleanProperty();
    private final ObservableSet<PersonId> persons = FXCollections.observableSet(new LinkedHashSet<>());
    private final ReadOnlyObjectWrapper<Optional<Picked>> picked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Wrong>> wrong = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RecordId>> saved = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** What is wrong, or what the phone could not do; each has a message that says what to do. */
    public enum Wrong {
        NO_FILE,
        TOO_LARGE,
        EMPTY,
        UNREADABLE,
        NO_KIND,
        NO_DAY,
        NO_AGREEMENT,
        DISK_FULL,
        NOT_SAVED
    }

    /** @param right that the document is asked for; null for none in particular */
    public DocumentFormViewModel(
            Phone phone,
            DossierId dossier,
            @Nullable String kind,
            @Nullable String right,
            DocumentSource source,
            Pictures pictures,
            Executor screen) {
        this.phone = phone;
        this.dossier = dossier;
        this.right = right;
        this.source = source;
        this.pictures = pictures;
        this.screen = screen;
        this.contents = phone.store().dossier(dossier).orElseThrow();
        this.kind.set(kind == null ? "" : kind);
        this.draft = new FormDraft<>(phone, DraftName.ofDocument(dossier, kind, right), DocumentDraft.class, screen);
        draft.kept().filter(this::isOpen).ifPresent(this::resume);
        draft.follow(() -> Optional.of(drafted()), this.kind, title, expiresOn, agreed, persons, picked);
    }

    /** A kill after the saving leaves a draft of what is saved. */
    private boolean isOpen(DocumentDraft kept) {
        boolean described = Optional.ofNullable(kept.file())
                .flatMap(phone.documents()::of)
                .filter(file -> file.state() != KeptDocument.State.TAKEN)
                .isPresent();
        if (described) {
            draft.forget();
        }
        return !described;
    }

    private void resume(DocumentDraft kept) {
        kind.set(kept.kind());
        title.set(kept.title());
        expiresOn.set(kept.expiresOn());
        agreed.set(kept.agreed());
        persons.addAll(kept.persons());
        if (kept.file() != null && kept.contentType() != null) {
            String contentType = kept.contentType();
            picked.set(phone.documents()
                    .of(kept.file())
                    .map(file -> new Picked(file.document(), contentType, file.sizeBytes(), kept.stripped())));
        }
    }

    private DocumentDraft drafted() {
        return new DocumentDraft(
                kind.get(),
                title.get(),
                List.copyOf(persons),
                expiresOn.get(),
                agreed.get(),
                picked.get().map(Picked::document).orElse(null),
                picked.get().map(Picked::contentType).orElse(null),
                picked.get().filter(Picked::stripped).isPresent());
    }

    @Override
    public FormDraft<?> draft() {
        return draft;
    }

    /** Whether {@link #takePicture} leads anywhere. */
    public boolean hasCamera() {
        return source.hasCamera();
    }

    /** Opens the camera; its picture is taken as if it had been chosen. */
    public void takePicture() {
        source.takePicture(this::take);
    }

    /** Asks for the file; what is chosen is measured, and of a picture nothing but the picture is kept. Rule: R-GDPR */
    public void choose() {
        source.choose(this::take);
    }

    private void take(ChosenFile file) {
        phone.background().execute(() -> {
            read(file.path());
            if (file.ours()) {
                delete(file.path());
            }
        });
    }

    private void delete(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            copy.toFile().deleteOnExit(); // once more when the app ends
        }
    }

    private void read(Path path) {
        try {
            long size = Files.size(path);
            // A picture may be larger than what may travel: it is made smaller. Beyond that nothing is read at all.
            if (size == 0 || size > 4L * Limits.DOCUMENT_BYTES) {
                refuse(size == 0 ? Wrong.EMPTY : Wrong.TOO_LARGE);
                return;
            }
            TakenIn file = TakenIn.of(Files.readAllBytes(path), pictures);
            if (file.bytes().length > Limits.DOCUMENT_BYTES) {
                refuse(Wrong.TOO_LARGE);
                return;
            }
            seal(file);
        } catch (IOException e) {
            refuse(Wrong.UNREADABLE);
        } catch (StoreException e) {
            refuse(problem(e));
        }
    }

    /** On the disk before anything is said of it, so that a form that is left, or an app that is killed, loses no picture. */
    private void seal(TakenIn file) {
        RecordId id = NewRecord.id();
        byte[] bytes = file.bytes();
        phone.documents().take(id, dossier, bytes);
        screen.execute(() -> {
            Optional<Picked> before = picked.get();
            wrong.set(Optional.empty());
            picked.set(Optional.of(new Picked(id, Picked.contentType(bytes), bytes.length, file.stripped())));
            before.ifPresent(other -> phone.documents().drop(other.document()));
        });
    }

    private static Wrong problem(StoreException e) {
        return e.problem() == StoreException.Problem.DISK_FULL ? Wrong.DISK_FULL : Wrong.NOT_SAVED;
    }

    private void refuse(Wrong why) {
        screen.execute(() -> wrong.set(Optional.of(why)));
    }

    /** Keeps the bytes, then their description; says where something is missing. */
    public void save() {
        Optional<Wrong> found = check();
        wrong.set(found);
        if (found.isEmpty() && !saving) {
            saving = true;
            Picked file = picked.get().orElseThrow();
            phone.background().execute(() -> keep(file));
        }
    }

    private Optional<Wrong> check() {
        if (picked.get().isEmpty()) {
            return Optional.of(Wrong.NO_FILE);
        }
        if (kind.get().isBlank()) {
            return Optional.of(Wrong.NO_KIND);
        }
        if (!expiresOn.get().isBlank() && TypedDay.of(expiresOn.get()).isEmpty()) {
            return Optional.of(Wrong.NO_DAY);
        }
        return agreed.get() ? Optional.empty() : Optional.of(Wrong.NO_AGREEMENT);
    }

    private void keep(Picked file) {
        try {
            RecordId id = file.document();
            KeptDocument taken = phone.documents().of(id).orElseThrow();
            phone.store().save(new Edit(dossier, changes(id, describing(file, taken))));
            phone.documents().saved(id);
            draft.forget();
            screen.execute(() -> saved.set(Optional.of(id)));
        } catch (StoreException e) {
            screen.execute(() -> saving = false);
            refuse(problem(e));
        }
    }

    private Document describing(Picked file, KeptDocument taken) {
        LocalDate last = TypedDay.of(expiresOn.get()).orElse(null);
        String named = title.get().isBlank() ? null : title.get().strip();
        return new Document(
                new Document.Description(
                        kind.get().strip(),
                        named,
                        List.copyOf(persons),
                        right == null ? List.of() : List.of(right),
                        last),
                new Document.Content(file.contentType(), taken.sizeBytes(), taken.sha256()),
                new Document.Ground(phone.today(), null),
                null);
    }

    /** The description; and the right that asked for the paper asks no more. */
    private List<Edit.Change> changes(RecordId id, Document document) {
        List<Edit.Change> changes = new ArrayList<>();
        changes.add(new Edit.Create(RecordKind.DOCUMENT, id, Audience.SERVICE, document));
        if (right != null) {
            changes.addAll(Papers.answered(contents, List.of(right), kind.get()));
        }
        return changes;
    }

    /** The papers that the catalogue asks for most. */
    public List<String> kinds() {
        return Papers.usual(phone);
    }

    /** The members of the household. */
    public List<Entry<Person>> household() {
        return contents.persons();
    }

    public StringProperty kind() {
        return kind;
    }

    public StringProperty title() {
        return title;
    }

    /** As typed; blank for a paper that does not expire. */
    public StringProperty expiresOn() {
        return expiresOn;
    }

    public BooleanProperty agreed() {
        return agreed;
    }

    public ObservableSet<PersonId> persons() {
        return persons;
    }

    public ReadOnlyObjectProperty<Optional<Picked>> picked() {
        return picked.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Wrong>> wrong() {
        return wrong.getReadOnlyProperty();
    }

    /** The new document, once it is on the disk. */
    public ReadOnlyObjectProperty<Optional<RecordId>> saved() {
        return saved.getReadOnlyProperty();
    }
}
