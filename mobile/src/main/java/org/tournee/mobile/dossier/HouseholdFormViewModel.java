package org.tournee.mobile.dossier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.draft.DraftKeeper;
import org.tournee.mobile.draft.DraftName;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.store.Edit;
import org.tournee.sync.RecordKind;

/**
 * Names, address and reachability of a household. Only what differs is written, group by group, so that a colleague's
 * change of another group merges. Rules: R-OFF, R-REC.
 */
public final class HouseholdFormViewModel {

    /** Where a message can stand: a field of the household, or of a person by id. */
    public record Place(String field, @Nullable String person) {}

    private final Phone phone;
    private final FormDraft<HouseholdDraft> draft;
    private final DossierWriter writer;
    private final DossierContents contents;
    private @Nullable KnownPersons known;
    private final Entry<Dossier> seen;
    private final ObservableList<PersonFields> persons = FXCollections.observableArrayList();
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty street = new SimpleStringProperty("");
    private final StringProperty postcode = new SimpleStringProperty("");
    private final CommuneChoice commune = new CommuneChoice(postcode);
    private final StringProperty telephone = new SimpleStringProperty("");
    private final StringProperty note = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Map<Place, String>> wrong = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyBooleanWrapper saved = new ReadOnlyBooleanWrapper();

    /**
     * Reads the dossier as the phone has it now.
     *
     * @throws java.util.NoSuchElementException when the phone does not hold the dossier
     */
    public HouseholdFormViewModel(Phone phone, DossierId dossier, Executor screen) {
        this.phone = phone;
        this.draft =
                new FormDraft<>(phone, DraftName.of(DraftName.Form.HOUSEHOLD, dossier), HouseholdDraft.class, screen);
        this.writer = new DossierWriter(phone, dossier, screen);
        this.contents = phone.store().dossier(dossier).orElseThrow();
        this.seen = contents.dossier();
        show(HouseholdDraft.of(contents, phone.messages()));
        draft.kept().ifPresent(this::show);
        Stream.of(name, street, postcode, commune.code(), telephone, note)
                .forEach(field -> field.addListener((on, was, is) -> changed()));
    }

    private void show(HouseholdDraft typed) {
        name.set(typed.name());
        street.set(typed.street());
        postcode.set(typed.postcode());
        commune.show(typed.communeCode(), typed.communeName());
        telephone.set(typed.phone());
        note.set(typed.note());
        persons.setAll(typed.persons().stream().map(this::fields).toList());
    }

    private PersonFields fields(HouseholdDraft.PersonDraft person) {
        PersonFields fields = new PersonFields(
                person,
                contents.persons().stream()
                        .filter(entry -> entry.id().equals(person.id()))
                        .findFirst()
                        .orElse(null));
        fields.all().forEach(field -> field.addListener(typed -> changed()));
        return fields;
    }

    /** Those whom the phone knows and who may be the one that is added. Rule: R-DUP. */
    List<KnownPersons.Known> alike(PersonFields person) {
        if (!person.isNew()) {
            return List.of();
        }
        if (known == null) {
            known = KnownPersons.of(phone.store());
        }
        return known.like(person.sketch());
    }

    /** One person more. */
    public void addPerson() {
        String familyName = persons.isEmpty() ? "" : persons.get(0).familyName().get();
        persons.add(fields(PersonFields.empty(familyName)));
        changed();
    }

    /** Takes somebody away whom the dossier does not know yet. */
    public void removeNew(PersonFields person) {
        if (person.isNew()) {
            persons.remove(person);
            changed();
        }
    }

    /** Says that somebody is not of the household any more, since today until one types another day. */
    public void end(PersonFields person) {
        person.leftOn().set(TypedDay.text(phone.today(), phone.messages()));
    }

    private void changed() {
        draft.keep(typed());
        if (!wrong.get().isEmpty()) {
            wrong.set(check());
        }
    }

    private HouseholdDraft typed() {
        return new HouseholdDraft(
                name.get(),
                street.get(),
                postcode.get(),
                commune.code().get(),
                commune.name().get(),
                telephone.get(),
                note.get(),
                persons.stream().map(PersonFields::draft).toList());
    }

    /** Throws away what was typed and shows the dossier as it is; can be undone for a moment. */
    public void startAgain() {
        HouseholdDraft typed = typed();
        draft.discard(() -> {
            show(typed);
            changed();
        });
        show(HouseholdDraft.of(contents, phone.messages()));
        draft.forget();
    }

    /** Saves what differs, or shows beside the fields what is wrong. The draft stays until all is on the disk. */
    public void save() {
        Map<Place, String> found = check();
        wrong.set(found);
        if (!found.isEmpty()) {
            return;
        }
        List<Edit.Change> changes = changes();
        if (changes.isEmpty()) {
            done();
        } else {
            writer.saveUndoably(changes, phone.messages().get("household.saved"), this::done);
        }
    }

    private void done() {
        draft.forget();
        saved.set(true);
    }

    private Map<Place, String> check() {
        Map<Place, String> found = new LinkedHashMap<>();
        if (name.get().isBlank()) {
            found.put(new Place("name", null), "household.wrong.name");
        }
        if (!postcode.get().isBlank() && !postcode.get().strip().matches("\\d{4,5}")) {
            found.put(new Place("postcode", null), "household.wrong.postcode");
        }
        for (PersonFields person : persons) {
            if (person.namesMissing()) {
                found.put(new Place("names", person.id().toString()), "household.wrong.names");
            }
            if (person.birthDateWrong(phone.today())) {
                found.put(new Place("birthDate", person.id().toString()), "household.wrong.birthDate");
            }
            if (person.leftOnWrong(phone.today())) {
                found.put(new Place("leftOn", person.id().toString()), "household.wrong.leftOn");
            }
        }
        return found;
    }

    private List<Edit.Change> changes() {
        List<Edit.Change> changes = new ArrayList<>();
        Dossier after = dossier();
        if (!after.equals(seen.value())) {
            changes.add(new Edit.Update(RecordKind.DOSSIER, seen, after));
        }
        persons.forEach(person -> person.change().ifPresent(changes::add));
        return changes;
    }

    private Dossier dossier() {
        Dossier was = seen.value();
        return new Dossier(
                new Dossier.Household(name.get().strip()),
                new Dossier.Address(
                        street.get().strip(),
                        postcode.get().strip(),
                        commune.code().get(),
                        commune.name().get()),
                reachability(was.reachability()),
                was.situation(),
                was.status(),
                was.wish());
    }

    private Dossier.@Nullable Reachability reachability(Dossier.@Nullable Reachability was) {
        String newPhone = PersonFields.nullIfBlank(telephone.get());
        String newNote = PersonFields.nullIfBlank(note.get());
        return was == null && newPhone == null && newNote == null ? null : new Dossier.Reachability(newPhone, newNote);
    }

    /** Where they live: chosen from a list, so that its code is right. */
    public CommuneChoice commune() {
        return commune;
    }

    /** Whether what one sees was typed before. */
    public boolean resumed() {
        return draft.kept().isPresent();
    }

    public StringProperty name() {
        return name;
    }

    public StringProperty street() {
        return street;
    }

    public StringProperty postcode() {
        return postcode;
    }

    public StringProperty telephone() {
        return telephone;
    }

    public StringProperty note() {
        return note;
    }

    public ObservableList<PersonFields> persons() {
        return persons;
    }

    public DraftKeeper keeper() {
        return draft.keeper();
    }

    public DossierWriter writer() {
        return writer;
    }

    /** The key of the message of each field that is wrong. */
    public ReadOnlyObjectProperty<Map<Place, String>> wrong() {
        return wrong.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty saved() {
        return saved.getReadOnlyProperty();
    }
}
