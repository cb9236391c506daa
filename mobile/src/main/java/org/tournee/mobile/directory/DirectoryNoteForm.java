package org.tournee.mobile.directory;

import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.tournee.contact.Topic;
import org.tournee.directory.DirectoryNote;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.draft.DraftedForm;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.TypedText;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordRules;

/** What somebody says of the directory, being written. Rule: R-DIR. */
public final class DirectoryNoteForm implements DraftedForm {

    private final FormDraft<DirectoryNoteDraft> draft;
    private final @Nullable RecordId partner;
    private final RecordId id;
    private final ObjectProperty<@Nullable Topic> topic;
    private final TypedText text;
    private final TypedText about = new TypedText("");

    /** @param partner what is to be corrected; null for a need that nobody meets */
    DirectoryNoteForm(FormDraft<DirectoryNoteDraft> draft, @Nullable RecordId partner) {
        DirectoryNoteDraft begun = draft.kept().orElseGet(() -> new DirectoryNoteDraft(NewRecord.id(), null, ""));
        this.draft = draft;
        this.partner = partner;
        this.id = begun.id();
        this.topic = new SimpleObjectProperty<>(begun.topic());
        this.text = new TypedText(begun.text());
        topic.addListener((on, was, is) -> about.check(true, ""));
        draft.follow(
                () -> text.isBlank()
                        ? Optional.empty()
                        : Optional.of(new DirectoryNoteDraft(
                                id, topic.get(), text.property().get())),
                text.property(),
                topic);
    }

    /** What was written; empty with what is wrong beside its field. */
    Optional<DirectoryNote> note(LocalDate today) {
        boolean said = text.checkSaid(RecordRules.LONGEST_NOTE, "directory.wrong.text", "directory.wrong.long");
        if (partner != null) {
            return said
                    ? Optional.of(
                            new DirectoryNote(DirectoryNote.Note.correction(partner, text.stripped(), today), null))
                    : Optional.empty();
        }
        Topic chosen = topic.get();
        about.check(chosen != null, "directory.wrong.topic");
        return said && chosen != null
                ? Optional.of(new DirectoryNote(DirectoryNote.Note.need(chosen, text.stripped(), today), null))
                : Optional.empty();
    }

    @Override
    public FormDraft<DirectoryNoteDraft> draft() {
        return draft;
    }

    /** The id that it will have. */
    RecordId id() {
        return id;
    }

    /** What the need is about; null while nothing is chosen. */
    public ObjectProperty<@Nullable Topic> topic() {
        return topic;
    }

    /** What is wrong with the choice of {@link #topic()}. */
    public TypedText about() {
        return about;
    }

    public TypedText text() {
        return text;
    }
}
