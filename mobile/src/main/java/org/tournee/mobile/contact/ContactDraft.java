package org.tournee.mobile.contact;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.bilan.ActionItem;
import org.tournee.bilan.BilanItem;
import org.tournee.contact.Channel;
import org.tournee.contact.Happening;
import org.tournee.contact.Place;
import org.tournee.contact.Planning;
import org.tournee.contact.Result;
import org.tournee.contact.Topic;
import org.tournee.person.PersonId;
import org.tournee.sync.RecordId;

/**
 * What the contact form holds: everything as chosen and typed, valid or not, so that a kill loses nothing. Rule: R-OFF.
 *
 * @param contactId the id that the contact will have: a draft whose contact exists was saved just before a kill
 * @param minutes the duration; null where none was given
 * @param noted items of the bilan that are saved with it. Rule: R-BIL
 * @param task an action that is saved with it; null for none
 * @param reason why an earlier contact is corrected; empty for a first record
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record ContactDraft(
        RecordId contactId,
        When when,
        How how,
        @Nullable Integer minutes,
        List<PersonId> present,
        About about,
        boolean restricted,
        String reason,
        List<BilanItem.Statement> noted,
        ActionItem.@Nullable Task task) {

    public ContactDraft {
        present = List.copyOf(present);
        noted = List.copyOf(noted);
    }

    /** Day and time of day as typed. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record When(String day, String time) {}

    /** The axes of R-SEG-2. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record How(Channel channel, Place place, Planning planning, Happening happening) {}

    /** What was talked about, and what it brought. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record About(List<Topic> topics, boolean socialWorkTopic, String narrative, Result result) {

        public About {
            topics = List.copyOf(topics);
        }
    }
}
