package org.tournee.mobile.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.Entry;
import org.tournee.duplicate.PersonSketch;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.store.Edit;
import org.tournee.person.HouseholdRole;
import org.tournee.person.Person;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** One person of the household form. */
public final class PersonFields {

    private final RecordId id;
    private final @Nullable Entry<Person> seen;
    private final StringProperty givenName = new SimpleStringProperty("");
    private final StringProperty familyName = new SimpleStringProperty("");
    private final StringProperty birthDate = new SimpleStringProperty("");
    private final ObjectProperty<HouseholdRole> role = new SimpleObjectProperty<>(HouseholdRole.ADULT);
    private final StringProperty leftOn = new SimpleStringProperty("");
    private final StringProperty phone = new SimpleStringProperty("");
    private final StringProperty email = new SimpleStringProperty("");

    /** @param seen as the dossier knows them; null for somebody new */
    PersonFields(HouseholdDraft.PersonDraft typed, @Nullable Entry<Person> seen) {
        this.id = typed.id();
        this.seen = seen;
        show(typed);
    }

    /** Somebody new, of the same name as the household until one types another. */
    static HouseholdDraft.PersonDraft empty(String familyName) {
        return new HouseholdDraft.PersonDraft(NewRecord.id(), "", familyName, "", HouseholdRole.ADULT, "", "", "");
    }

    /** A person as the form holds them. */
    public static HouseholdDraft.PersonDraft typed(RecordId id, Person person, Messages messages) {
        Person.Reachability reach = person.reachability();
        return new HouseholdDraft.PersonDraft(
                id,
                person.identity().givenName(),
                person.identity().familyName(),
                text(person.identity().birthDate(), messages),
                person.membership().role(),
                text(person.membership().leftOn(), messages),
                reach == null ? "" : orEmpty(reach.phone()),
                reach == null ? "" : orEmpty(reach.email()));
    }

    private static String text(@Nullable LocalDate day, Messages messages) {
        return day == null ? "" : TypedDay.text(day, messages);
    }

    private void show(HouseholdDraft.PersonDraft draft) {
        givenName.set(draft.givenName());
        familyName.set(draft.familyName());
        birthDate.set(draft.birthDate());
        role.set(draft.role());
        leftOn.set(draft.leftOn());
        phone.set(draft.phone());
        email.set(draft.email());
    }

    HouseholdDraft.PersonDraft draft() {
        return new HouseholdDraft.PersonDraft(
                id,
                givenName.get(),
                familyName.get(),
                birthDate.get(),
                role.get(),
                leftOn.get(),
                phone.get(),
                email.get());
    }

    boolean namesMissing() {
        return givenName.get().isBlank() || familyName.get().isBlank();
    }

    /** Whether the date of birth cannot be read, or lies after {@code today}. */
    boolean birthDateWrong(LocalDate today) {
        return isWrong(birthDate.get(), today);
    }

    /** Whether the day on which they left cannot be read, or lies after {@code today}. */
    boolean leftOnWrong(LocalDate today) {
        return isWrong(leftOn.get(), today);
    }

    private static boolean isWrong(String typed, LocalDate today) {
        return !typed.isBlank()
                && TypedDay.of(typed).filter(day -> !day.isAfter(today)).isEmpty();
    }

    /** What saving writes of them; empty where nothing differs. Call only when nothing is wrong. */
    Optional<Edit.Change> change() {
        Entry<Person> known = seen;
        Person after = person(known == null ? null : known.value());
        if (known == null) {
            return Optional.of(new Edit.Create(RecordKind.PERSON, id, Audience.SERVICE, after));
        }
        return after.equals(known.value())
                ? Optional.empty()
                : Optional.of(new Edit.Update(RecordKind.PERSON, known, after));
    }

    /** What the server alone says of them stays. */
    private Person person(@Nullable Person was) {
        return new Person(
                new Person.Identity(
                        familyName.get().strip(),
                        givenName.get().strip(),
                        TypedDay.of(birthDate.get()).orElse(null)),
                new Person.Membership(role.get(), TypedDay.of(leftOn.get()).orElse(null)),
                reachability(was == null ? null : was.reachability()),
                was == null ? null : was.merged());
    }

    /** Untouched emptiness stays what it was: no group is written that nobody wrote. */
    private Person.@Nullable Reachability reachability(Person.@Nullable Reachability was) {
        String newPhone = nullIfBlank(phone.get());
        String newEmail = nullIfBlank(email.get());
        return was == null && newPhone == null && newEmail == null ? null : new Person.Reachability(newPhone, newEmail);
    }

    /** What is compared with those whom the phone knows already. Rule: R-DUP. */
    PersonSketch sketch() {
        return PersonSketch.of(
                givenName.get(), familyName.get(), TypedDay.of(birthDate.get()).orElse(null), phone.get());
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static @Nullable String nullIfBlank(String text) {
        return text.isBlank() ? null : text.strip();
    }

    List<Observable> all() {
        return List.of(givenName, familyName, birthDate, role, leftOn, phone, email);
    }

    public RecordId id() {
        return id;
    }

    /** Whether the dossier does not know them yet. */
    public boolean isNew() {
        return seen == null;
    }

    public StringProperty givenName() {
        return givenName;
    }

    public StringProperty familyName() {
        return familyName;
    }

    public StringProperty birthDate() {
        return birthDate;
    }

    public ObjectProperty<HouseholdRole> role() {
        return role;
    }

    /** Since when they are not of the household any more; empty while they are. */
    public StringProperty leftOn() {
        return leftOn;
    }

    public StringProperty phone() {
        return phone;
    }

    public StringProperty email() {
        return email;
    }
}
