package org.tournee.mobile.contact;

import java.util.List;
import java.util.stream.Stream;
import org.tournee.contact.Contact;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.store.Edit;
import org.tournee.mobile.store.PhoneStore;
import org.tournee.person.PersonId;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Moves a contact to the dossier in which it belongs; the wrong one keeps an empty stub. Rule: R-CON. */
public final class MoveContact {

    private final PhoneStore store;

    public MoveContact(PhoneStore store) {
        this.store = store;
    }

    /**
     * Where a contact goes.
     *
     * @param copy the id of the contact in the right dossier, made before, so that a second try makes no second copy
     * @param persons of the household in {@code right} who took part
     */
    public record Target(DossierId right, RecordId copy, List<PersonId> persons) {

        public Target {
            persons = List.copyOf(persons);
        }
    }

    /**
     * Saves the copy, then the stub, for the same audience. Durable when it returns; may be tried again with the same
     * target.
     *
     * @param wrong the dossier in which {@code noted} stands
     * @throws org.tournee.mobile.store.StoreException when the disk refuses; the contact still stands in {@code wrong}
     */
    public void move(DossierId wrong, Entry<Contact> noted, Target target, String reason) {
        // Two dossiers are two transactions. The copy goes first: a kill in between leaves the contact in both
        // dossiers, where moving it can be tried again, and never in none.
        if (!holds(target.right(), target.copy())) {
            store.save(Edit.of(
                    target.right(),
                    new Edit.Create(
                            RecordKind.CONTACT,
                            target.copy(),
                            noted.audience(),
                            noted.value().movedWith(target.persons()))));
        }
        if (stubbed(wrong, noted.id())) {
            return;
        }
        store.save(Edit.of(
                wrong,
                new Edit.Create(
                        RecordKind.CONTACT,
                        NewRecord.id(),
                        noted.audience(),
                        noted.value().stub(noted.id(), target.right(), reason))));
    }

    private boolean holds(DossierId dossier, RecordId contact) {
        return contacts(dossier).anyMatch(entry -> entry.id().equals(contact));
    }

    private boolean stubbed(DossierId wrong, RecordId noted) {
        return contacts(wrong)
                .filter(entry -> entry.value().isStub())
                .flatMap(entry -> Stream.ofNullable(entry.value().amendment()))
                .anyMatch(amendment -> amendment.corrects().equals(noted));
    }

    private Stream<Entry<Contact>> contacts(DossierId dossier) {
        return store.dossier(dossier).map(DossierContents::contacts).orElse(List.of()).stream();
    }
}
