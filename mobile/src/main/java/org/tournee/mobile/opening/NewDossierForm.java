package org.tournee.mobile.opening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.tournee.contact.Topic;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.DossierStatus;
import org.tournee.duplicate.PersonSketch;
import org.tournee.mobile.dossier.CommuneChoice;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.dossier.TypedDay;
import org.tournee.mobile.draft.DraftedForm;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.TypedText;
import org.tournee.mobile.store.Edit;
import org.tournee.person.HouseholdRole;
import org.tournee.person.Person;
import org.tournee.request.Request;
import org.tournee.sync.Audience;
import org.tournee.sync.DossierOpening;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.RecordRules;

/** A household met for the first time: who, where to reach them, what they come for. Only the names must be known. Rule: R-REQ. */
final class NewDossierForm implements DraftedForm {

    private final FormDraft<NewDossierDraft> draft;
    private final RecordId person;
    private final RecordId request;
    private final TypedText givenName;
    private final TypedText familyName;
    private final TypedText birthDate;
    private final TypedText phone;
    private final TypedText postcode;
    private final CommuneChoice commune;
    private final TypedText note;
    private final ObjectProperty<@Nullable Topic> subject;
    private final ObjectProperty<Request.Urgency> urgency;
    private final TypedText text;

    /** As it was left, or an empty one. */
    NewDossierForm(FormDraft<NewDossierDraft> draft) {
        NewDossierDraft untouched = draft.kept()
                .map(kept -> NewDossierDraft.empty(kept.person(), kept.request()))
                .orElseGet(() -> NewDossierDraft.empty(NewRecord.id(), NewRecord.id()));
        NewDossierDraft begun = draft.kept().orElse(untouched);
        this.draft = draft;
        this.person = begun.person();
        this.request = begun.request();
        this.givenName = new TypedText(begun.givenName());
        this.familyName = new TypedText(begun.familyName());
        this.birthDate = new TypedText(begun.birthDate());
        this.phone = new TypedText(begun.phone());
        this.postcode = new TypedText(begun.postcode());
        this.commune = new CommuneChoice(postcode.property());
        commune.show(begun.communeCode(), begun.communeName());
        this.note = new TypedText(begun.note());
        this.subject = new SimpleObjectProperty<>(begun.subject());
        this.urgency = new SimpleObjectProperty<>(begun.urgency());
        this.text = new TypedText(begun.text());
        draft.follow(
                () -> Optional.of(typed()).filter(now -> !now.equals(untouched)),
                givenName.property(),
                familyName.property(),
                birthDate.property(),
                phone.property(),
                postcode.property(),
                commune.code(),
                note.property(),
                subject,
                urgency,
                text.property());
    }

    private NewDossierDraft typed() {
        return new NewDossierDraft(
                person,
                request,
                givenName.property().get(),
                familyName.property().get(),
                birthDate.property().get(),
                phone.property().get(),
                postcode.property().get(),
                commune.code().get(),
                commune.name().get(),
                note.property().get(),
                subject.get(),
                urgency.get(),
                text.property().get());
    }

    /** What opens it, all together; empty with what is wrong beside its field. */
    Optional<List<Edit.Change>> changes(DossierId id, LocalDate today) {
        // Each is looked at, so that all that is wrong is said at once.
        List<Boolean> right = List.of(
                givenName.check(!givenName.isBlank(), "household.wrong.names"),
                familyName.check(!familyName.isBlank(), "household.wrong.names"),
                birthDate.check(isBirthDate(today), "household.wrong.birthDate"),
                text.checkAtMost(RecordRules.LONGEST_NOTE, "demand.wrong.long"),
                note.checkAtMost(RecordRules.LONGEST_NOTE, "demand.wrong.long"));
        if (right.contains(false)) {
            return Optional.empty();
        }
        List<Edit.Change> changes = new ArrayList<>();
        changes.add(create(RecordKind.DOSSIER, DossierOpening.recordOf(id), dossier(today)));
        changes.add(create(RecordKind.PERSON, person, person()));
        demand(today).ifPresent(asked -> changes.add(create(RecordKind.REQUEST, request, asked)));
        return Optional.of(changes);
    }

    private static Edit.Create create(RecordKind kind, RecordId id, Object value) {
        return new Edit.Create(kind, id, Audience.SERVICE, value);
    }

    private boolean isBirthDate(LocalDate today) {
        return birthDate.isBlank()
                || TypedDay.of(birthDate.stripped())
                        .filter(day -> !day.isAfter(today))
                        .isPresent();
    }

    private Dossier dossier(LocalDate today) {
        Dossier.Reachability reach = phone.isBlank() && note.isBlank()
                ? null
                : new Dossier.Reachability(orNull(phone.stripped()), orNull(note.stripped()));
        return new Dossier(
                new Dossier.Household(familyName.stripped()),
                new Dossier.Address(
                        "",
                        postcode.stripped(),
                        commune.code().get(),
                        commune.name().get()),
                reach,
                null,
                new Dossier.Status(DossierStatus.OPEN, today, null));
    }

    private Person person() {
        return new Person(
                new Person.Identity(
                        familyName.stripped(),
                        givenName.stripped(),
                        TypedDay.of(birthDate.stripped()).orElse(null)),
                new Person.Membership(HouseholdRole.ADULT),
                phone.isBlank() ? null : new Person.Reachability(phone.stripped(), null));
    }

    /** Made today by the person; what was written without a subject is about something else. */
    private Optional<Request> demand(LocalDate today) {
        Topic about = subject.get();
        if (about == null && text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new Request(
                new Request.Demand(
                        Request.Origin.PERSON,
                        urgency.get(),
                        about == null ? Topic.OTHER : about,
                        today,
                        text.stripped()),
                Request.Handling.NONE));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** What is compared with those whom the phone knows already. Rule: R-DUP. */
    PersonSketch sketch() {
        return PersonSketch.of(
                givenName.stripped(),
                familyName.stripped(),
                TypedDay.of(birthDate.stripped()).orElse(null),
                phone.stripped());
    }

    @Override
    public FormDraft<NewDossierDraft> draft() {
        return draft;
    }

    TypedText givenName() {
        return givenName;
    }

    TypedText familyName() {
        return familyName;
    }

    TypedText birthDate() {
        return birthDate;
    }

    TypedText phone() {
        return phone;
    }

    CommuneChoice commune() {
        return commune;
    }

    /** When and how they are reached. */
    TypedText note() {
        return note;
    }

    /** What they come for; null where nothing is asked yet. */
    ObjectProperty<@Nullable Topic> subject() {
        return subject;
    }

    ObjectProperty<Request.Urgency> urgency() {
        return urgency;
    }

    /** What is asked for, as the person says it. */
    TypedText text() {
        return text;
    }
}
