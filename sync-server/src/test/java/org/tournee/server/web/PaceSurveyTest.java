package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import org.tournee.mandate.Mandate;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.ShippedProfile;
import org.tournee.segment.Pace;
import org.tournee.segment.PaceRules;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.segment.PaceSurvey;
import org.tournee.server.store.ReferenceData;
import org.tournee.server.store.ServerDossiers;
import org.tournee.sync.Audience;
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

    /** R-MAN, R-SEG-0: without segments it is the mandate that asks for contacts, in lists and reports too. */
    @Test
    void aMandateLeadsWhereTheProfileHasNoSegments() {
        publish(ShippedProfile.SANS_SEGMENTS.profile());
        charge(Audience.SERVICE);
        visit("2026-03-02T09:00:00Z", Channel.IN_PERSON, 30, null);

        assertThat(fromFacts())
                .isNotNull()
                .isEqualTo(PaceRules.leading(
                                opened().contents(), ServiceFixture.TODAY, ShippedProfile.SANS_SEGMENTS.profile())
                        .orElseThrow());
        assertThat(fromFacts().counted()).isEqualTo(1);
    }

    /** R-SHARE: lists are read by colleagues to whom a restricted mandate is not told. */
    @Test
    void aRestrictedMandateColoursNoLineThatOthersRead() {
        publish(ShippedProfile.SANS_SEGMENTS.profile());
        charge(Audience.RESTRICTED);

        assertThat(opened().contents().mandates()).hasSize(1);
        assertThat(fromFacts()).isNull();
    }

    private void publish(OrganisationProfile profile) {
        service.bean(ReferenceData.class)
                .publish(
                        service.service(),
                        RecordKind.PROFILE,
                        Map.of(new RecordId(UUID.randomUUID()), profile),
                        ServiceFixture.NOON);
    }

    private void charge(Audience audience) {
        Mandate mandate = new Mandate(
                new Mandate.Mission(Mandate.Kind.BUDGET_SUPPORT, "Préfecture", null),
                new Mandate.Term(LocalDate.of(2026, 2, 1), null));
        TestPhone.Change made = TestPhone.create(RecordKind.MANDATE, TestPhone.newId(), mandate);
        TestPhone.Change change = new TestPhone.Change(
                made.action(), made.kind(), made.record(), audience, made.baseRev(), made.groups());
        service.phone(referent).pull().save(dossier, change).push();
    }

    private Pace fromFacts() {
        return service.bean(PaceSurvey.class)
                .ofDossiers(service.organisation(), List.of(dossier))
                .getFirst()
                .pace();
    }

    private Pace fromTheDossier() {
        return PaceRules.of(opened().contents(), ServiceFixture.TODAY, ShippedProfile.VIENNE.profile())
                .orElseThrow();
    }

    private ServerDossiers.Opened opened() {
        return (ServerDossiers.Opened)
                service.bean(ServerDossiers.class).read(service.service(), dossier, ServiceFixture.NOON);
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
