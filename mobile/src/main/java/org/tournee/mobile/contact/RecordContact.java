package org.tournee.mobile.contact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tournee.bilan.ActionItem;
import org.tournee.bilan.BilanItem;
import org.tournee.contact.Contact;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.store.Edit;
import org.tournee.mobile.store.PhoneStore;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordKind;

/** Saves a contact and what came up in the same visit, together or not at all. Rules: R-CON, R-BIL. */
public final class RecordContact {

    private final PhoneStore store;

    public RecordContact(PhoneStore store) {
        this.store = store;
    }

    /**
     * Saves. Durable when it returns.
     *
     * @param today the day from which the noted items hold
     * @throws org.tournee.mobile.store.StoreException when the disk refuses, with nothing written
     */
    public void save(DossierId dossier, ContactDraft draft, Contact contact, LocalDate today) {
        Audience audience = draft.restricted() ? Audience.RESTRICTED : Audience.SERVICE;
        List<Edit.Change> changes = new ArrayList<>();
        changes.add(new Edit.Create(RecordKind.CONTACT, draft.contactId(), audience, contact));
        for (BilanItem.Statement statement : draft.noted()) {
            BilanItem item = new BilanItem(statement, new BilanItem.Validity(today, null));
            changes.add(new Edit.Create(RecordKind.BILAN_ITEM, NewRecord.id(), audience, item));
        }
        ActionItem.Task task = draft.task();
        if (task != null) {
            ActionItem action = new ActionItem(task, new ActionItem.Progress(ActionItem.State.TO_DO, null));
            changes.add(new Edit.Create(RecordKind.ACTION_ITEM, NewRecord.id(), audience, action));
        }
        store.save(new Edit(dossier, changes));
    }
}
