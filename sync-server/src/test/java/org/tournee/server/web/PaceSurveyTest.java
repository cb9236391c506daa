package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tournee.contact.Channel;
import org.tournee.contact.Contact;
import org.tournee.contact.Happening;
import org.tournee.contact.Place;
import org.tournee.contact.Planning;
import org.tournee.contact.Result;
import org.tournee.contact.Topic;
import org.tournee.dossier.DossierId;
import org.tournee.profile.ShippedProfile;
import org.tournee.segment.Pace;
import org.tournee.segment.PaceRules;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.segment.PaceSurvey;
import org.tournee.server.store.ServerDossiers;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** The report counts from facts what the phone counts from the dossier itself. Rules: R-SEG-2, R-SEG-4. */
class PaceSurveyTest extends WebTest {

    @Test
    void factsGiveThePaceThatTheDossierGives() {
        visit("2026-03-02T09:00:00Z", Channel.IN_PERSON, 30, null);
        visit("2026-03-03T09:00:00Z", Channel.PHONE, 10, null);
        RecordId incomplete = visit("2026-03-04T09:00:00Z", Channel.IN_PERSON, null, null);
        visit("2026-03-05T09:00:00Z", Channel.IN_PERSON, null, null);
        visit("2026-03-04T09:00:00Z", Channel.IN_PERSON, 40, incomplete);

        Pace fromFacts = fromFacts();

        assertThat(fromFacts).isNotNull().isEqualTo(fromTheDossier());
        assertThat(fromFacts.counted()).isEqualTo(2);
        assertThat(fromFacts.incomplete()).hasSize(1);
    }

    @Test
    void aNoShowThatWasMovedIsNoAttemptHereAnyMore() {
        Contact nobodyCame = contact("2026-03-02T09:00:00Z", Channel.IN_PERSON, Happening.NO_SHOW, null, null);
        RecordId noted = save(nobodyCame);
        assertThat(fromFacts().contacts().attempts()).isEqualTo(1);
        save(nobodyCame.stub(noted, new DossierId(UUID.randomUUID()), "mauvais dossier"));

        Pace fromFacts = fromFacts();

        assertThat(fromFacts).isEqualTo(fromTheDossier());
        assertThat(fromFacts.contacts().attempts()).isZero();
    }

    private Pace fromFacts() {
        return service.bean(PaceSurvey.class)
                .ofDossiers(service.organisation(), List.of(dossier))
                .getFirst()
                .pace();
    }

    private Pace fromTheDossier() {
        ServerDossiers.Opened opened = (ServerDossiers.Opened)
                service.bean(ServerDossiers.class).read(service.service(), dossier, ServiceFixture.NOON);
        return PaceRules.of(opened.contents(), ServiceFixture.TODAY, ShippedProfile.VIENNE.profile())
                .orElseThrow();
    }

    private RecordId visit(String at, Channel channel, Integer minutes, RecordId corrects) {
        return save(contact(at, channel, Happening.HELD, minutes, corrects));
    }

    private Contact contact(String at, Channel channel, Happening happening, Integer minutes, RecordId corrects) {
        return new Contact(
                new Contact.Meeting(Instant.parse(at), channel, Place.HOME, Planning.PLANNED, happening, minutes),
                new Contact.Attendance(List.of(ServiceFixture.adultOf(dossier))),
                new Contact.Content(List.of(Topic.HOUSING), true, "Point.", Result.FOLLOW_UP),
                corrects == null ? null : new Contact.Amendment(corrects, "durée oubliée", null));
    }

    private RecordId save(Contact contact) {
        RecordId id = TestPhone.newId();
        TestPhone phone = service.phone(referent).pull();
        phone.save(dossier, TestPhone.create(RecordKind.CONTACT, id, contact)).push();
        return id;
    }
}
