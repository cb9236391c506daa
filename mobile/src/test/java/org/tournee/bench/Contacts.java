package org.tournee.bench;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tournee.contact.Channel;
import org.tournee.contact.Contact;
import org.tournee.contact.Happening;
import org.tournee.contact.Place;
import org.tournee.contact.Planning;
import org.tournee.contact.Result;
import org.tournee.contact.Topic;
import org.tournee.sync.RecordId;

/** Contacts of about 600 bytes, each its own. */
final class Contacts {

    static final String NARRATIVE = "Point sur le budget et les démarches en cours. ".repeat(4);

    private Contacts() {}

    static RecordId newId() {
        return new RecordId(UuidCreator.getTimeOrderedEpoch());
    }

    static Contact contact(int number) {
        return new Contact(
                new Contact.Meeting(
                        Instant.now().minus(Duration.ofHours(number)),
                        Channel.PHONE,
                        Place.OFFICE,
                        Planning.PLANNED,
                        Happening.HELD,
                        20),
                new Contact.Attendance(List.of()),
                new Contact.Content(List.of(Topic.FINANCE), true, NARRATIVE + number, Result.INFORMED),
                null);
    }
}
