package org.tournee.mobile.dossier;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.transformation.FilteredList;
import org.tournee.contact.Channel;
import org.tournee.contact.Contact;
import org.tournee.contact.Happening;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.contact.MoveContact;
import org.tournee.mobile.draft.DraftKeeper;
import org.tournee.mobile.draft.DraftName;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.store.StoreException;
import org.tournee.person.HouseholdRole;
import org.tournee.person.Person;
import org.tournee.person.PersonId;
import org.tournee.sync.RecordId;

/** Moves a contact: first into which dossier, then who of that household was there. Rule: R-CON. */
final class MoveContactViewModel {

    private final Phone phone;
    private final Executor screen;
    private final DossierId wrong;
    private final Entry<Contact> noted;
    private final RecordId copy;
    private final FormDraft<MoveDraft> draft;
    private final DossierListViewModel list;
    private final FilteredList<DossierLine> others;
    private final ObservableSet<PersonId> present = FXCollections.observableSet(new LinkedHashSet<>());
    private final ReadOnlyObjectWrapper<Optional<DossierContents>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<DossierContents>> moved =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<StoreException.Problem>> refused =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper moving = new ReadOnlyBooleanWrapper();

    /**
     * Begins with no dossier chosen, or with what was chosen when the page was left.
     *
     * @param wrong the dossier in which the contact stands
     * @param screen runs what touches properties: the screen's thread, or inline in tests
     * @throws java.util.NoSuchElementException when the phone does not hold the dossier or the contact
     */
    MoveContactViewModel(Phone phone, DossierId wrong, RecordId contact, Executor screen) {
        this.phone = phone;
        this.screen = screen;
        this.wrong = wrong;
        this.noted = phone.store().dossier(wrong).orElseThrow().contacts().stream()
                .filter(entry -> entry.id().equals(contact))
                .findFirst()
                .orElseThrow();
        if (!phone.store().isTyped()) {
            phone.store().typeAll(); // a search of the list below must not wait for it, and seem to find nothing
        }
        this.list = new DossierListViewModel(phone);
        this.others = new FilteredList<>(list.lines(), line -> !line.id().equals(wrong));
        this.draft = new FormDraft<>(
                phone, DraftName.of(DraftName.Form.MOVED_CONTACT, wrong, contact), MoveDraft.class, screen);
        Optional<MoveDraft> left =
                draft.kept().filter(kept -> phone.store().dossier(kept.right()).isPresent());
        this.copy = left.map(MoveDraft::copy).orElseGet(NewRecord::id);
        left.ifPresent(kept -> {
            choose(kept.right());
            present.clear();
            present.addAll(kept.present());
        });
        draft.follow(this::choice, chosen, present);
    }

    private Optional<MoveDraft> choice() {
        return chosen.get().map(right -> new MoveDraft(right.id(), copy, List.copyOf(present)));
    }

    /** What one types to find the dossier. */
    StringProperty query() {
        return list.queryProperty();
    }

    /** The open dossiers of the phone that answer the search, without the wrong one. */
    ObservableList<DossierLine> others() {
        return others;
    }

    /** Whether the contact is one that somebody of the household took part in. */
    boolean asksWhoWasThere() {
        return noted.value().meeting().happening() != Happening.NO_SHOW;
    }

    /** Takes a dossier; a single adult of the household was surely there. */
    void choose(DossierId right) {
        DossierContents contents = phone.store().dossier(right).orElseThrow();
        List<PersonId> adults = contents.household().stream()
                .filter(entry -> entry.value().membership().runsOn(phone.today()))
                .filter(entry -> entry.value().membership().role() == HouseholdRole.ADULT)
                .map(MoveContactViewModel::id)
                .toList();
        present.clear();
        if (asksWhoWasThere() && adults.size() == 1) {
            present.addAll(adults);
        }
        chosen.set(Optional.of(contents));
    }

    /** Goes back to the list, which one may until something is written. */
    void chooseAgain() {
        if (mayChooseAgain()) {
            chosen.set(Optional.empty());
        }
    }

    /** Not once the copy is written: then only that dossier is left, whenever one comes back. */
    boolean mayChooseAgain() {
        boolean written = chosen.get()
                .flatMap(right -> phone.store().dossier(right.id()))
                .filter(right ->
                        right.contacts().stream().anyMatch(entry -> entry.id().equals(copy)))
                .isPresent();
        return !moving.get() && !written;
    }

    /** Whether what is chosen suffices: one who took part, where the contact was held with somebody. */
    boolean mayMove() {
        Contact.Meeting meeting = noted.value().meeting();
        boolean named = meeting.happening() != Happening.HELD
                || meeting.channel() == Channel.NETWORK_MEETING
                || !present.isEmpty();
        return named && chosen.get().isPresent();
    }

    /** Moves it; nothing happens where {@link #mayMove} says no. */
    void move() {
        Optional<DossierContents> right = chosen.get();
        if (right.isEmpty() || !mayMove() || moving.get() || moved.get().isPresent()) {
            return;
        }
        moving.set(true);
        MoveContact.Target target = new MoveContact.Target(right.get().id(), copy, List.copyOf(present));
        phone.background().execute(() -> write(target, right));
    }

    private void write(MoveContact.Target target, Optional<DossierContents> right) {
        try {
            new MoveContact(phone.store())
                    .move(wrong, noted, target, phone.messages().get("move.reason"));
            draft.forget();
            screen.execute(() -> {
                moving.set(false);
                moved.set(right);
            });
        } catch (StoreException e) {
            screen.execute(() -> {
                moving.set(false);
                refused.set(Optional.of(e.problem()));
            });
        }
    }

    static PersonId id(Entry<Person> entry) {
        return new PersonId(entry.id().value());
    }

    Entry<Contact> noted() {
        return noted;
    }

    DraftKeeper keeper() {
        return draft.keeper();
    }

    /** Who of the chosen household was there. */
    ObservableSet<PersonId> present() {
        return present;
    }

    /** The right dossier; empty while one still looks for it. */
    ReadOnlyObjectProperty<Optional<DossierContents>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** The right dossier, once the contact is on the disk there and the stub here. */
    ReadOnlyObjectProperty<Optional<DossierContents>> moved() {
        return moved.getReadOnlyProperty();
    }

    /** Why the disk refused; empty while it did not. */
    ReadOnlyObjectProperty<Optional<StoreException.Problem>> refused() {
        return refused.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty moving() {
        return moving.getReadOnlyProperty();
    }
}
