package org.tournee.mobile.permanence;

import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.tournee.contact.Topic;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.draft.DraftedForm;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.TypedText;
import org.tournee.reception.CollectiveAction;
import org.tournee.reception.RegisterContents;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordRules;

/** A collective action being begun. Rule: R-COL. */
public final class CollectiveForm implements DraftedForm {

    private final FormDraft<CollectiveDraft> draft;
    private final RegisterContents begunIn;
    private final RecordId id;
    private final TypedText title;
    private final TypedText service;
    private final TypedText about = new TypedText("");
    private final ObjectProperty<@Nullable Topic> topic;

    /**
     * As it was left, or an empty one.
     *
     * @param begunIn under whose id the draft is kept; its site carries the action, unless another service is typed
     */
    CollectiveForm(FormDraft<CollectiveDraft> draft, RegisterContents begunIn) {
        String site = begunIn.register().value().span().siteName();
        CollectiveDraft begun = draft.kept().orElseGet(() -> new CollectiveDraft(NewRecord.id(), "", site, null));
        this.draft = draft;
        this.begunIn = begunIn;
        this.id = begun.id();
        this.title = new TypedText(begun.title());
        this.service = new TypedText(begun.service());
        this.topic = new SimpleObjectProperty<>(begun.topic());
        topic.addListener((on, was, is) -> about.check(true, ""));
        draft.follow(
                () -> title.isBlank()
                        ? Optional.empty()
                        : Optional.of(new CollectiveDraft(
                                id, title.property().get(), service.property().get(), topic.get())),
                title.property(),
                service.property(),
                topic);
    }

    /** What was written; empty with what is wrong beside its field. */
    Optional<CollectiveAction> action(LocalDate today) {
        Topic chosen = topic.get();
        boolean titled = title.checkSaid(RecordRules.LONGEST_NAME, "collective.wrong.title", "walkIn.wrong.name");
        boolean carried = service.checkSaid(RecordRules.LONGEST_NAME, "collective.wrong.service", "walkIn.wrong.name");
        about.check(chosen != null, "collective.wrong.topic");
        return titled && carried && chosen != null
                ? Optional.of(new CollectiveAction(
                        new CollectiveAction.Theme(chosen, title.stripped(), service.stripped(), today), null))
                : Optional.empty();
    }

    @Override
    public FormDraft<CollectiveDraft> draft() {
        return draft;
    }

    /** The register in whose quarter one began to write it. */
    RegisterContents begunIn() {
        return begunIn;
    }

    /** The id that it will have. */
    RecordId id() {
        return id;
    }

    public TypedText title() {
        return title;
    }

    public TypedText service() {
        return service;
    }

    /** What is wrong with the choice of {@link #topic()}. */
    public TypedText about() {
        return about;
    }

    public ObjectProperty<@Nullable Topic> topic() {
        return topic;
    }
}
