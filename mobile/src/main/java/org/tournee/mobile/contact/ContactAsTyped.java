package org.tournee.mobile.contact;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.bilan.ActionItem;
import org.tournee.bilan.BilanItem;
import org.tournee.contact.Contact;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.dossier.TypedDay;

/** A contact as the form holds it: to correct one, or to offer one again. Rule: R-CON. */
public final class ContactAsTyped {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

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
            ZoneId zone) {
        Contact.Meeting meeting = contact.meeting();
        Contact.Content content = contact.content();
        return new ContactDraft(
                NewRecord.id(),
                when(meeting.startedAt(), zone),
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

    static ContactDraft.When when(Instant instant, ZoneId zone) {
        ZonedDateTime local = instant.atZone(zone);
        return new ContactDraft.When(TypedDay.text(local.toLocalDate()), TIME.format(local));
    }
}
