package org.tournee.mobile.agreement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import org.jspecify.annotations.Nullable;
import org.tournee.agreement.AgreementCheck;
import org.tournee.agreement.AgreementCheck.Wrong;
import org.tournee.agreement.ServiceAgreement;
import org.tournee.agreement.ServiceAgreement.Mutual;
import org.tournee.agreement.ServiceAgreement.Terms;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.dossier.TypedDay;
import org.tournee.mobile.draft.DraftedForm;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.TypedText;
import org.tournee.organisation.WorkerId;
import org.tournee.person.PersonId;
import org.tournee.sync.RecordId;

/** An agreement being written, or the reason why there is none. Rule: R-SEG-9. */
public final class AgreementForm implements DraftedForm {

    private final FormDraft<AgreementDraft> draft;
    private final Optional<Entry<ServiceAgreement>> seen;
    private final RecordId id;
    private final BooleanProperty exception;
    private final TypedText commitments;
    private final TypedText service;
    private final ObservableSet<RecordId> goals = FXCollections.observableSet();
    private final TypedText startsOn;
    private final TypedText endsOn;
    private final ObservableSet<PersonId> persons = FXCollections.observableSet();
    private final ObjectProperty<WorkerId> worker;
    private final TypedText signedOn;
    private final TypedText reason;
    private final TypedText signers = new TypedText("");

    private AgreementForm(
            FormDraft<AgreementDraft> draft, Optional<Entry<ServiceAgreement>> seen, AgreementDraft untouched) {
        AgreementDraft begun = draft.kept().orElse(untouched);
        this.draft = draft;
        this.seen = seen;
        this.id = begun.id();
        this.exception = new SimpleBooleanProperty(begun.exception());
        this.commitments = new TypedText(begun.commitments());
        this.service = new TypedText(begun.service());
        this.goals.addAll(begun.goals());
        this.startsOn = new TypedText(begun.startsOn());
        this.endsOn = new TypedText(begun.endsOn());
        this.persons.addAll(begun.persons());
        this.worker = new SimpleObjectProperty<>(begun.worker());
        this.signedOn = new TypedText(begun.signedOn());
        this.reason = new TypedText(begun.reason());
        persons.addListener((SetChangeListener<PersonId>) signing -> signers.check(true, ""));
        draft.follow(
                () -> Optional.of(typed()).filter(now -> !now.equals(untouched)),
                exception,
                commitments.property(),
                service.property(),
                goals,
                startsOn.property(),
                endsOn.property(),
                persons,
                worker,
                signedOn.property(),
                reason.property());
    }

    /**
     * A new one as it was left, or an empty one that begins and is signed today.
     *
     * @param goals those that the person agreed to: what one signs serves them unless one says otherwise
     */
    static AgreementForm fresh(FormDraft<AgreementDraft> draft, Phone phone, Collection<RecordId> goals) {
        RecordId id = draft.kept().map(AgreementDraft::id).orElseGet(NewRecord::id);
        String now = TypedDay.text(phone.today(), phone.messages());
        return new AgreementForm(
                draft,
                Optional.empty(),
                new AgreementDraft(
                        id,
                        false,
                        "",
                        "",
                        Set.copyOf(goals),
                        now,
                        "",
                        Set.of(),
                        phone.store().worker(),
                        now,
                        ""));
    }

    /** One that stands, as the form was left or as it is; this worker signs for the service where it names nobody. */
    static AgreementForm of(FormDraft<AgreementDraft> draft, Phone phone, Entry<ServiceAgreement> now) {
        Entry<ServiceAgreement> seen = draft.begunFrom(now);
        return new AgreementForm(
                draft,
                Optional.of(seen),
                AgreementDraft.of(seen.id(), seen.value(), phone.store().worker(), phone.messages()));
    }

    private AgreementDraft typed() {
        return new AgreementDraft(
                id,
                exception.get(),
                commitments.property().get(),
                service.property().get(),
                Set.copyOf(goals),
                startsOn.property().get(),
                endsOn.property().get(),
                Set.copyOf(persons),
                worker.get(),
                signedOn.property().get(),
                reason.property().get());
    }

    /**
     * What was written; empty with what is wrong beside its field.
     *
     * @param today nobody signs later than that
     */
    public Optional<ServiceAgreement> agreement(LocalDate today) {
        ServiceAgreement typed = exception.get() ? reasoned() : signed();
        Set<Wrong> wrong = AgreementCheck.of(typed, today);
        boolean right = exception.get() ? isRightReason(wrong) : isRightAgreement(wrong);
        return right ? Optional.of(typed) : Optional.empty();
    }

    private ServiceAgreement reasoned() {
        return new ServiceAgreement(new Terms("", null, null, reason.stripped()));
    }

    private boolean isRightReason(Set<Wrong> wrong) {
        return reason.check(!wrong.contains(Wrong.REASON_MISSING), "agreement.wrong.reason")
                && reason.check(!wrong.contains(Wrong.REASON_TOO_LONG), "agreement.wrong.longReason");
    }

    private ServiceAgreement signed() {
        return new ServiceAgreement(
                new Terms(commitments.stripped(), day(signedOn), day(endsOn), null),
                new Mutual(service.stripped(), List.copyOf(goals), day(startsOn), List.copyOf(persons), worker.get()));
    }

    private static @Nullable LocalDate day(TypedText typed) {
        return TypedDay.of(typed.stripped()).orElse(null);
    }

    @SuppressWarnings("ShortCircuitBoolean") // each field says what is wrong with it, not the first alone
    private boolean isRightAgreement(Set<Wrong> wrong) {
        boolean noDay = !endsOn.isBlank() && day(endsOn) == null;
        return said(wrong)
                & service.check(!wrong.contains(Wrong.SERVICE_TOO_LONG), "agreement.wrong.long")
                & signers.check(!wrong.contains(Wrong.PERSONS_MISSING), "agreement.wrong.persons")
                & startsOn.check(!wrong.contains(Wrong.STARTS_MISSING), "contact.wrong.day")
                & signedOn.check(!wrong.contains(Wrong.SIGNED_WHEN), "agreement.wrong.signedOn")
                & endsOn.check(!noDay && !wrong.contains(Wrong.ENDS_EARLY), "agreement.wrong.endsOn");
    }

    private boolean said(Set<Wrong> wrong) {
        return commitments.check(!wrong.contains(Wrong.COMMITMENTS_MISSING), "agreement.wrong.commitments")
                && commitments.check(!wrong.contains(Wrong.COMMITMENTS_TOO_LONG), "agreement.wrong.long");
    }

    @Override
    public FormDraft<AgreementDraft> draft() {
        return draft;
    }

    /** The agreement that is written anew; empty for a new one. */
    public Optional<Entry<ServiceAgreement>> seen() {
        return seen;
    }

    /** The id that it has or will have. */
    public RecordId id() {
        return id;
    }

    /** Whether it says why there is none; what was typed of the other stays while it does. */
    public BooleanProperty exception() {
        return exception;
    }

    /** What the person commits to. */
    public TypedText commitments() {
        return commitments;
    }

    /** What the service does. */
    public TypedText service() {
        return service;
    }

    /** The goals that it serves. */
    public ObservableSet<RecordId> goals() {
        return goals;
    }

    public TypedText startsOn() {
        return startsOn;
    }

    /** Its last day; blank for one without an end. */
    public TypedText endsOn() {
        return endsOn;
    }

    /** Who signed for the household. */
    public ObservableSet<PersonId> persons() {
        return persons;
    }

    /** What is wrong with who signed. */
    public TypedText signers() {
        return signers;
    }

    /** Who signed for the service. */
    public ObjectProperty<WorkerId> worker() {
        return worker;
    }

    public TypedText signedOn() {
        return signedOn;
    }

    /** Why there is none. */
    public TypedText reason() {
        return reason;
    }
}
