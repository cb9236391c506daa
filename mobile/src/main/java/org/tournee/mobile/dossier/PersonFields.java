package org.tournee.mobile.dossier;

import java.time.LocalDate;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.Entry;
import org.tournee.person.Person;
import org.tournee.sync.RecordId;

/** One person of the household form. */
public final class PersonFields {

    private final Entry<Person> seen;
    private final StringProperty givenName = new SimpleStringProperty("");
    private final StringProperty familyName = new SimpleStringProperty("");
    private final StringProperty birthDate = new SimpleStringProperty("");
    private final StringProperty phone = new SimpleStringProperty("");
    private final StringProperty email = new SimpleStringProperty("");

    PersonFields(Entry<Person> seen) {
        this.seen = seen;
        show(typed(seen));
    }

    private static HouseholdDraft.PersonDraft typed(Entry<Person> entry) {
        Person person = entry.value();
        LocalDate born = person.identity().birthDate();
        Person.Reachability reach = person.reachability();
        return new HouseholdDraft.PersonDraft(
                entry.id(),
                person.identity().givenName(),
                person.identity().familyName(),
                born == null ? "" : TypedDay.text(born),
                reach == null ? "" : orEmpty(reach.phone()),
                reach == null ? "" : orEmpty(reach.email()));
    }

    void show(HouseholdDraft.PersonDraft draft) {
        givenName.set(draft.givenName());
        familyName.set(draft.familyName());
        birthDate.set(draft.birthDate());
        phone.set(draft.phone());
        email.set(draft.email());
    }

    HouseholdDraft.PersonDraft draft() {
        return new HouseholdDraft.PersonDraft(
                seen.id(), givenName.get(), familyName.get(), birthDate.get(), phone.get(), email.get());
    }

    boolean namesMissing() {
        return givenName.get().isBlank() || familyName.get().isBlank();
    }

    /** Whether the date of birth cannot be read, or lies after {@code today}. */
    boolean birthDateWrong(LocalDate today) {
        return !birthDate.get().isBlank()
                && TypedDay.of(birthDate.get())
                        .filter(day -> !day.isAfter(today))
                        .isEmpty();
    }

    /** The person as written; call only when nothing is wrong. */
    Person person() {
        Person was = seen.value();
        return new Person(
                new Person.Identity(
                        familyName.get().strip(),
                        givenName.get().strip(),
                        TypedDay.of(birthDate.get()).orElse(null)),
                was.membership(),
                reachability(was.reachability()));
    }

    /** Untouched emptiness stays what it was: no group is written that nobody wrote. */
    private Person.@Nullable Reachability reachability(Person.@Nullable Reachability was) {
        String newPhone = nullIfBlank(phone.get());
        String newEmail = nullIfBlank(email.get());
        return was == null && newPhone == null && newEmail == null ? null : new Person.Reachability(newPhone, newEmail);
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static @Nullable String nullIfBlank(String text) {
        return text.isBlank() ? null : text.strip();
    }

    List<StringProperty> all() {
        return List.of(givenName, familyName, birthDate, phone, email);
    }

    public RecordId id() {
        return seen.id();
    }

    Entry<Person> seen() {
        return seen;
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

    public StringProperty phone() {
        return phone;
    }

    public StringProperty email() {
        return email;
    }
}
