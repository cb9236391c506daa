package org.tournee.endtoend;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tournee.bilan.ActionItem;
import org.tournee.bilan.BilanItem;
import org.tournee.bilan.Dimension;
import org.tournee.bilan.Effect;
import org.tournee.bilan.WhoseWord;
import org.tournee.contact.Channel;
import org.tournee.contact.Contact;
import org.tournee.contact.Happening;
import org.tournee.contact.Place;
import org.tournee.contact.Planning;
import org.tournee.contact.Result;
import org.tournee.contact.Topic;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.store.Edit;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** What a worker might save: new records, one to three of one dossier together. */
final class InventedWork {

    private final Random random;

    InventedWork(Random random) {
        this.random = random;
    }

    Edit together(DossierId dossier) {
        List<Edit.Change> changes = new ArrayList<>();
        changes.add(create(RecordKind.CONTACT, contact()));
        if (random.nextInt(3) == 0) {
            changes.add(create(RecordKind.BILAN_ITEM, bilanItem()));
            changes.add(create(RecordKind.ACTION_ITEM, action()));
        }
        return new Edit(dossier, changes);
    }

    /** The ids of its records. */
    static List<String> ids(Edit edit) {
        return edit.changes().stream()
                .map(change -> ((Edit.Create) change).id().toString())
                .toList();
    }

    private static Edit.Create create(RecordKind kind, Object value) {
        return new Edit.Create(kind, new RecordId(UuidCreator.getTimeOrderedEpoch()), Audience.SERVICE, value);
    }

    private Contact contact() {
        return new Contact(
                new Contact.Meeting(
                        Instant.now(),
                        Channel.PHONE,
                        Place.OFFICE,
                        Planning.SPONTANEOUS,
                        Happening.HELD,
                        5 + random.nextInt(40)),
                new Contact.Attendance(List.of()),
                new Contact.Content(List.of(Topic.FINANCE), true, "Appel numéro " + random.nextInt(), Result.INFORMED),
                null);
    }

    private static BilanItem bilanItem() {
        return new BilanItem(
                new BilanItem.Statement(
                        Dimension.INCOME, Effect.STABILISER, WhoseWord.OBSERVED_FACT, "Ressources régulières", false),
                new BilanItem.Validity(LocalDate.now(ZoneOffset.UTC), null));
    }

    private static ActionItem action() {
        return new ActionItem(
                new ActionItem.Task(
                        "Rappeler", ActionItem.By.SERVICE, ActionItem.Horizon.SHORT, LocalDate.now(ZoneOffset.UTC)),
                new ActionItem.Progress(ActionItem.State.TO_DO, null));
    }
}
