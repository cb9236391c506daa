package org.tournee.mobile.request;

import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.tournee.contact.Topic;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.draft.DraftedForm;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.TypedText;
import org.tournee.request.Request;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordRules;

/** A request being written down where it is made. Rule: R-REQ. */
public final class DemandForm implements DraftedForm {

    private final FormDraft<DemandDraft> draft;
    private final RecordId id;
    private final ObjectProperty<Request.Origin> origin;
    private final ObjectProperty<Request.Urgency> urgency;
    private final ObjectProperty<Topic> subject;
    private final TypedText receivedOn;
    private final TypedText text;

    /** As it was left, or a new one of today, made by the person. */
    DemandForm(FormDraft<DemandDraft> draft, LocalDate today) {
        DemandDraft untouched = new DemandDraft(
                draft.kept().map(DemandDraft::id).orElseGet(NewRecord::id),
                Request.Origin.PERSON,
                Request.Urgency.NORMAL,
                Topic.FINANCE,
                draft.typed(today),
                "");
        DemandDraft begun = draft.kept().orElse(untouched);
        this.draft = draft;
        this.id = begun.id();
        this.origin = new SimpleObjectProperty<>(begun.origin());
        this.urgency = new SimpleObjectProperty<>(begun.urgency());
        this.subject = new SimpleObjectProperty<>(begun.subject());
        this.receivedOn = new TypedText(begun.receivedOn());
        this.text = new TypedText(begun.text());
        draft.follow(
                () -> Optional.of(typed()).filter(now -> !now.equals(untouched)),
                origin,
                urgency,
                subject,
                receivedOn.property(),
                text.property());
    }

    private DemandDraft typed() {
        return new DemandDraft(
                id,
                origin.get(),
                urgency.get(),
                subject.get(),
                receivedOn.property().get(),
                text.property().get());
    }

    /** What was written; empty with what is wrong beside its field. */
    public Optional<Request> request(LocalDate today) {
        boolean said = text.checkSaid(RecordRules.LONGEST_NOTE, "demand.wrong.text", "demand.wrong.long");
        Optional<LocalDate> received = receivedOn.day("demand.wrong.receivedOn").filter(day -> !day.isAfter(today));
        boolean dated = receivedOn.check(received.isPresent(), "demand.wrong.receivedOn");
        return said && dated
                ? Optional.of(new Request(
                        new Request.Demand(
                                origin.get(), urgency.get(), subject.get(), received.orElseThrow(), text.stripped()),
                        Request.Handling.NONE))
                : Optional.empty();
    }

    @Override
    public FormDraft<DemandDraft> draft() {
        return draft;
    }

    /** The id that it will have. */
    public RecordId id() {
        return id;
    }

    public ObjectProperty<Request.Origin> origin() {
        return origin;
    }

    /** Whether somebody else than the person asks: then it is not seen over the shoulder. Rule: R-BIL. */
    boolean isOfOthers() {
        return origin.get() != Request.Origin.PERSON;
    }

    public ObjectProperty<Request.Urgency> urgency() {
        return urgency;
    }

    public ObjectProperty<Topic> subject() {
        return subject;
    }

    /** The day on which it was made. */
    public TypedText receivedOn() {
        return receivedOn;
    }

    /** What is asked for, as the person says it. */
    public TypedText text() {
        return text;
    }
}
