package org.tournee.dossier;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.contact.Channel;
import org.tournee.contact.Contact;
import org.tournee.contact.Happening;
import org.tournee.contact.Place;
import org.tournee.contact.Planning;
import org.tournee.contact.Result;
import org.tournee.contact.Topic;
import org.tournee.person.PersonId;
import org.tournee.sync.RecordId;

/** A contact to be bent to the case: a visit of 45 minutes with Léa Moreau, about housing, unless said otherwise. */
public final class ContactFixture {

    private final Instant startedAt;
    private Channel channel = Channel.IN_PERSON;
    private Place place = Place.HOME;
    private Planning planning = Planning.PLANNED;
    private Happening happening = Happening.HELD;
    private @Nullable Integer minutes = 45;
    private List<PersonId> persons = List.of(DossierFixture.ADULT);
    private boolean topic = true;
    private @Nullable RecordId corrects;

    private ContactFixture(Instant startedAt) {
        this.startedAt = startedAt;
    }

    public static ContactFixture visit(Instant startedAt) {
        return new ContactFixture(startedAt);
    }

    public static ContactFixture call(Instant startedAt) {
        return new ContactFixture(startedAt).by(Channel.PHONE).lasting(null);
    }

    public ContactFixture by(Channel other) {
        channel = other;
        place = other == Channel.IN_PERSON ? Place.HOME : Place.OFFICE;
        return this;
    }

    public ContactFixture lasting(@Nullable Integer durationMinutes) {
        minutes = durationMinutes;
        return this;
    }

    public ContactFixture with(List<PersonId> others) {
        persons = others;
        return this;
    }

    public ContactFixture spontaneous() {
        planning = Planning.SPONTANEOUS;
        return this;
    }

    public ContactFixture came(Happening other) {
        happening = other;
        return this;
    }

    public ContactFixture withoutTopic() {
        topic = false;
        return this;
    }

    public ContactFixture correcting(RecordId earlier) {
        corrects = earlier;
        return this;
    }

    public Contact contact() {
        return new Contact(
                new Contact.Meeting(startedAt, channel, place, planning, happening, minutes),
                new Contact.Attendance(persons),
                new Contact.Content(List.of(Topic.HOUSING), topic, "Le point sur le bail.", Result.FOLLOW_UP),
                corrects == null ? null : new Contact.Amendment(corrects, "complété", null));
    }
}
