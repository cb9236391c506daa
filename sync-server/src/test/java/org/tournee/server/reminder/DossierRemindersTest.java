package org.tournee.server.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.contact.Channel;
import org.tournee.contact.Contact;
import org.tournee.contact.Happening;
import org.tournee.contact.Place;
import org.tournee.contact.Planning;
import org.tournee.contact.Result;
import org.tournee.contact.Topic;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.ShippedProfile;
import org.tournee.request.Request;
import org.tournee.server.ServerTest;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.store.ReferenceData;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** A reminder is told once, to the right worker, and ends with its cause. Rule: R-REM. */
class DossierRemindersTest extends ServerTest {

    @Inject
    ApplicationContext context;

    @Inject
    DossierReminders reminders;

    private ServiceFixture service;
    private WorkerId referent;
    private DossierId dossier;

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = new LinkedHashMap<>(super.getProperties());
        properties.put("tournee.test.clock", "true");
        properties.put("tournee.reminders.enabled", "false");
        return properties;
    }

    @BeforeEach
    void aDossierWithoutAnAgreement() {
        service = new ServiceFixture(context, server.getURI().toString());
        service.bean(ReferenceData.class)
                .publish(
                        service.service(),
                        RecordKind.PROFILE,
                        Map.of(new RecordId(UUID.randomUUID()), ShippedProfile.VIENNE.profile()),
                        ServiceFixture.NOON);
        referent = service.worker(Role.SOCIAL_WORKER);
        dossier = service.dossier(referent);
    }

    @Test
    void itIsToldOnceAndToTheReferentAlone() {
        assertThat(reminders.bringUpToDate(service.organisation(), dossier)).isEqualTo(1);
        assertThat(reminders.bringUpToDate(service.organisation(), dossier)).isZero();

        assertThat(told("ended_at is null")).anyMatch(cause -> cause.startsWith("agreement_missing/"));
    }

    @Test
    void itEndsWithItsCauseAndIsNotToldAgain() {
        RecordId visit = visit("2026-03-09T09:00:00Z", null, null);
        reminders.bringUpToDate(service.organisation(), dossier);
        String cause = incomplete("ended_at is null");

        visit("2026-03-09T09:00:00Z", 30, visit);

        assertThat(reminders.bringUpToDate(service.organisation(), dossier)).isZero();
        assertThat(incomplete("ended_at is not null")).isEqualTo(cause);
        assertThat(told("ended_at is null")).doesNotContain(cause);
    }

    @Test
    void anIncompleteVisitIsToldToItsAuthor() {
        reminders.bringUpToDate(service.organisation(), dossier);
        visit("2026-03-09T09:00:00Z", null, null);

        assertThat(reminders.bringUpToDate(service.organisation(), dossier)).isEqualTo(1);
        assertThat(told("ended_at is null")).anyMatch(cause -> cause.startsWith("contact_incomplete/"));
    }

    @Test
    void itLastsHoweverOldItsVisitIs() {
        visit("2024-01-09T09:00:00Z", null, null);

        reminders.bringUpToDate(service.organisation(), dossier);

        assertThat(incomplete("ended_at is null")).endsWith("/2024-01-09");
    }

    @Test
    void causesHoldKindsIdsAndDaysAlone() {
        visit("2026-03-09T09:00:00Z", null, null);
        reminders.bringUpToDate(service.organisation(), dossier);

        assertThat(told("true")).allMatch(cause -> cause.matches("[a-z_]+/[0-9a-f-]{36}/[0-9-]{10}(/[A-Z_]+)?"));
    }

    @Test
    void whatStaysUndoneForTwoWeeksIsToldToTheHeadAsWell() {
        WorkerId head = service.worker(Role.TEAM_HEAD);
        visit("2026-02-24T09:00:00Z", null, null);
        reminders.bringUpToDate(service.organisation(), dossier);
        visit("2026-02-25T09:00:00Z", null, null);
        reminders.bringUpToDate(service.organisation(), dossier);

        assertThat(told("ended_at is null", referent))
                .filteredOn(cause -> cause.startsWith("contact_incomplete/"))
                .hasSize(2);
        assertThat(told("ended_at is null", head))
                .filteredOn(cause -> cause.startsWith("contact_incomplete/"))
                .singleElement()
                .satisfies(cause -> assertThat(cause).endsWith("/2026-02-24"));
    }

    @Test
    void aChangedProfileHoldsForTheNextDossier() {
        reminders.bringUpToDate(service.organisation(), dossier);
        RecordId asked = ask();

        service.bean(ReferenceData.class)
                .publish(
                        service.service(),
                        RecordKind.PROFILE,
                        Map.of(new RecordId(UUID.randomUUID()), ShippedProfile.BRUXELLES.profile()),
                        ServiceFixture.NOON);
        reminders.bringUpToDate(service.organisation(), dossier);

        assertThat(told("ended_at is null")).contains("decision_due/" + asked + "/2026-03-11");
    }

    private RecordId ask() {
        Request request = new Request(
                new Request.Demand(
                        Request.Origin.PERSON, Request.Urgency.SOON, Topic.FINANCE, LocalDate.of(2026, 2, 9), ""),
                new Request.Handling(null, null, null, null, null, null));
        RecordId id = TestPhone.newId();
        service.phone(referent)
                .pull()
                .save(dossier, TestPhone.create(RecordKind.REQUEST, id, request))
                .push();
        reminders.bringUpToDate(service.organisation(), dossier);
        assertThat(told("true")).noneMatch(cause -> cause.startsWith("decision_due/"));
        return id;
    }

    private String incomplete(String condition) {
        return told(condition).stream()
                .filter(cause -> cause.startsWith("contact_incomplete/"))
                .findFirst()
                .orElseThrow();
    }

    private RecordId visit(String at, Integer minutes, RecordId corrects) {
        Contact contact = new Contact(
                new Contact.Meeting(
                        Instant.parse(at), Channel.IN_PERSON, Place.HOME, Planning.PLANNED, Happening.HELD, minutes),
                new Contact.Attendance(List.of(ServiceFixture.adultOf(dossier))),
                new Contact.Content(List.of(Topic.HOUSING), true, "Point sur le loyer.", Result.FOLLOW_UP),
                corrects == null ? null : new Contact.Amendment(corrects, "durée oubliée", null));
        TestPhone phone = service.phone(referent).pull();
        RecordId id = TestPhone.newId();
        phone.save(dossier, TestPhone.create(RecordKind.CONTACT, id, contact)).push();
        return id;
    }

    private List<String> told(String condition) {
        return told(condition, referent);
    }

    private List<String> told(String condition, WorkerId whom) {
        return service.bean(Database.class)
                .read(connection -> Sql.all(
                        connection,
                        "select cause from reminder_told where org_id = ? and worker_id = ? and " + condition,
                        row -> row.getString("cause"),
                        service.organisation(),
                        whom));
    }
}
