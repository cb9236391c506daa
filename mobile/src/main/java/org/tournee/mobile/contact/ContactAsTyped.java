package org.tournee.mobile.contact;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.bilan.ActionItem;
import org.tournee.bilan.BilanItem;
import org.tournee.contact.Contact;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.dossier.TypedDay;
import org.tournee.mobile.dossier.TypedTime;

/** A contact as the form holds it: to correct one, or to offer one again. Rule: R-CON. */
public final class ContactAsTyped {

    private ContactAsTyped() {}

    /**
     * The form's contents for a new contact of the same values.
     *
     * @param reason why an earlier contact is corrected; empty for a first record
     */
    public static ContactDraft of(
            Contact contact,
            boolean restricted,
            String reason,
            List<BilanItem.Statement> noted,
            ActionItem.@Nullable Task task,
            Phone phone) {
        Contact.Meeting meeting = contact.meeting();
        Contact.Content content = contact.content();
        return new ContactDraft(
                NewRecord.id(),
                when(meeting.startedAt(), phone),
                new ContactDraft.How(meeting.channel(), meeting.place(), meeting.planning(), meeting.happening()),
                meeting.durationMinutes(),
                contact.attendance().persons(),
                new ContactDraft.About(
                        content.topics(), content.socialWorkTopic(), content.narrative(), content.result()),
                restricted,
                reason,
                noted,
                task);
    }

    static ContactDraft.When when(Instant instant, Phone phone) {
        ZonedDateTime local = instant.atZone(phone.store().profile().zone());
        return new ContactDraft.When(
                TypedDay.text(local.toLocalDate(), phone.messages()), TypedTime.text(local.toLocalTime()));
    }
}
