package org.tournee.server.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.contact.Topic;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.ShippedProfile;
import org.tournee.request.Request;
import org.tournee.server.ServerTest;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.access.TestClock;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.segment.PaceSurvey;
import org.tournee.server.store.ReferenceData;
import org.tournee.server.sync.Wakeups;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** In the day's digest, alone where it cannot wait, never in quiet hours; silent phones to the head. Rule: R-REM. */
class ReminderDeliveryTest extends ServerTest {

    private static final OrganisationProfile PROFILE = ShippedProfile.BRUXELLES.profile();

    @Inject
    ApplicationContext context;

    @Inject
    TestClock clock;

    @Inject
    DossierReminders reminders;

    @Inject
    ReminderDelivery delivery;

    @Inject
    SilentPhones phones;

    private ServiceFixture service;
    private WorkerId referent;
    private WorkerId head;
    private DossierId dossier;
    private final List<WorkerId> woken = new CopyOnWriteArrayList<>();

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = new LinkedHashMap<>(super.getProperties());
        properties.put("tournee.test.clock", "true");
        properties.put("tournee.reminders.enabled", "false");
        return properties;
    }

    @BeforeEach
    void aDossierInTheMiddleOfADay() {
        until(LocalTime.of(11, 0));
        service = new ServiceFixture(context, server.getURI().toString());
        service.bean(ReferenceData.class)
                .publish(
                        service.service(),
                        RecordKind.PROFILE,
                        Map.of(new RecordId(UUID.randomUUID()), PROFILE),
                        clock.instant());
        head = service.worker(Role.TEAM_HEAD);
        service.head(head);
        referent = service.worker(Role.SOCIAL_WORKER);
        dossier = service.dossier(referent);
        woken.clear();
        for (WorkerId worker : List.of(referent, head)) {
            service.bean(Wakeups.class).subscribe(service.organisation(), worker, kind -> {
                if (kind == Wakeups.Kind.REMINDER) {
                    woken.add(worker);
                }
            });
        }
    }

    @Test
    void whatCanWaitIsToldOnceInTheNextDigestWithAllElse() {
        ask(today().minusDays(26));
        ask(today().minusDays(27));
        reminders.bringUpToDate(service.organisation(), dossier);
        assertThat(delivery.deliver(service.organisation())).isEmpty();

        until(LocalTime.of(PROFILE.delivery().digest().value(), 1));

        assertThat(delivery.deliver(service.organisation())).contains(referent);
        assertThat(delivery.deliver(service.organisation())).isEmpty();
        assertThat(woken).containsOnlyOnce(referent);
    }

    @Test
    void whatWasDoneBeforeTheDigestIsNotTold() {
        RecordId asked = ask(today().minusDays(27));
        reminders.bringUpToDate(service.organisation(), dossier);
        decide(asked);

        until(LocalTime.of(PROFILE.delivery().digest().value(), 1));
        delivery.deliver(service.organisation());

        assertThat(delivered("decision_due/" + asked)).isZero();
    }

    @Test
    void whatCannotWaitIsToldAtOnceButNotInQuietHours() {
        until(LocalTime.of(PROFILE.delivery().quietFrom().value(), 30));
        RecordId asked = ask(today().minusDays(29));
        reminders.bringUpToDate(service.organisation(), dossier);
        delivery.deliver(service.organisation());
        assertThat(delivered("decision_due/" + asked)).isZero();

        until(LocalTime.of(PROFILE.delivery().quietUntil().value(), 0));
        delivery.deliver(service.organisation());
        assertThat(delivered("decision_due/" + asked)).isEqualTo(1);

        until(LocalTime.of(11, 0));
        RecordId another = ask(today().minusDays(29));
        reminders.bringUpToDate(service.organisation(), dossier);
        delivery.deliver(service.organisation());
        assertThat(delivered("decision_due/" + another)).isEqualTo(1);
    }

    @Test
    void aPhoneThatWasSilentForLongIsToldToItsWorkerThenToTheHeadAndNoMoreOnceItIsHeardOf() {
        TestPhone phone = service.phone(referent);
        service.bean(Database.class)
                .write(connection -> Sql.change(
                        connection,
                        "update stream set seen_at = ? where org_id = ? and stream_id = ?",
                        clock.instant()
                                .minus(Duration.ofDays(
                                        PROFILE.reminders().silentPhone().value())),
                        service.organisation(),
                        phone.stream()));
        phones.bringUpToDate(service.organisation());
        assertThat(toldOfSilence()).containsExactly(referent);

        clock.advance(Duration.ofDays(PROFILE.reminders().escalation().value()));
        phones.bringUpToDate(service.organisation());
        assertThat(toldOfSilence()).containsExactlyInAnyOrder(referent, head);

        service.bean(Database.class)
                .write(connection -> Sql.change(
                        connection,
                        "update stream set seen_at = ? where org_id = ? and stream_id = ?",
                        clock.instant(),
                        service.organisation(),
                        phone.stream()));
        phones.bringUpToDate(service.organisation());
        assertThat(toldOfSilence()).isEmpty();
    }

    /** What was wrong of one dossier kept silent about all that came after it. */
    @Test
    void aDossierThatFailsIsToldNothingOfAndStopsNoOther() {
        RecordId broken = ask(today().minusDays(29));
        reminders.bringUpToDate(service.organisation(), dossier);
        DossierId whole = service.dossier(referent);
        RecordId asked = ask(whole, today().minusDays(29));
        reminders.bringUpToDate(service.organisation(), whole);
        String sealed = breakSeal(new RecordId(dossier.value()));

        assertThat(delivery.deliver(service.organisation())).containsExactly(referent);
        assertThat(delivered("decision_due/" + asked)).isOne();
        assertThat(delivered("decision_due/" + broken)).isZero();

        mendSeal(new RecordId(dossier.value()), sealed);
        delivery.deliver(service.organisation());
        assertThat(delivered("decision_due/" + broken)).isOne();
    }

    @Test
    void anOrganisationThatFailsStopsNoOther() {
        RecordId profile = TestPhone.newId();
        service.bean(ReferenceData.class)
                .publish(service.service(), RecordKind.PROFILE, Map.of(profile, PROFILE), clock.instant());
        breakSeal(profile);
        aDossierInTheMiddleOfADay();
        RecordId asked = ask(today().minusDays(29));
        reminders.bringUpToDate(service.organisation(), dossier);

        new ReminderSweep(service.bean(Database.class), reminders, service.bean(PaceSurvey.class), phones, delivery, 9)
                .tell();

        assertThat(delivered("decision_due/" + asked)).isOne();
    }

    @Test
    void causesSayNothingOfAnybody() {
        ask(today().minusDays(29));
        reminders.bringUpToDate(service.organisation(), dossier);

        assertThat(causes())
                .isNotEmpty()
                .allMatch(cause -> cause.matches("[a-z_]+/[0-9a-f-]{36}/[0-9-]{10}(/[A-Z_]+)?"));
    }

    /** The next time that the clocks of the service show that hour. */
    private void until(LocalTime time) {
        ZonedDateTime now = clock.instant().atZone(PROFILE.zone());
        ZonedDateTime then = now.with(time);
        clock.advance(Duration.between(now, then.isAfter(now) ? then : then.plusDays(1)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PROFILE.zone());
    }

    /** A request that must be decided within thirty days. */
    private RecordId ask(LocalDate acknowledgedOn) {
        return ask(dossier, acknowledgedOn);
    }

    private RecordId ask(DossierId about, LocalDate acknowledgedOn) {
        Request request = new Request(
                new Request.Demand(
                        Request.Origin.PERSON, Request.Urgency.SOON, Topic.FINANCE, acknowledgedOn, "Une aide"),
                new Request.Handling(acknowledgedOn, null, null, null, null, null));
        RecordId id = TestPhone.newId();
        service.phone(referent)
                .pull()
                .save(about, TestPhone.create(RecordKind.REQUEST, id, request))
                .push();
        return id;
    }

    private void decide(RecordId asked) {
        TestPhone phone = service.phone(referent).pull();
        String handling = "{\"acknowledged_on\":\"" + today().minusDays(27)
                + "\",\"decision\":\"GRANTED\",\"decided_on\":\"" + today() + "\",\"notified_on\":\"" + today() + "\"}";
        phone.save(dossier, phone.change(RecordKind.REQUEST, asked, "handling", handling))
                .push();
    }

    /** What cannot be opened any more; returns what it was. */
    private String breakSeal(RecordId record) {
        return service.bean(Database.class).write(connection -> {
            String sealed = Sql.first(
                            connection,
                            "select encode(sealed, 'hex') from record where org_id = ? and record_id = ?",
                            row -> row.getString(1),
                            service.organisation(),
                            record)
                    .orElseThrow();
            seal(connection, record, "00ff");
            return sealed;
        });
    }

    private void mendSeal(RecordId record, String sealed) {
        service.bean(Database.class).write(connection -> seal(connection, record, sealed));
    }

    /** Without a position of its bucket: as a damage does. */
    private int seal(Connection connection, RecordId record, String hex) throws SQLException {
        Sql.change(connection, "set local session_replication_role = replica");
        return Sql.change(
                connection,
                "update record set sealed = decode(?, 'hex') where org_id = ? and record_id = ?",
                hex,
                service.organisation(),
                record);
    }

    private long delivered(String cause) {
        return service.bean(Database.class)
                .read(connection -> Sql.first(
                                connection, """
                                select count(*) from reminder_told
                                where org_id = ? and delivered_at is not null and cause like ? and worker_id = ?
                                """, row -> row.getLong(1), service.organisation(), cause + "%", referent)
                        .orElse(0L));
    }

    private List<WorkerId> toldOfSilence() {
        return service.bean(Database.class)
                .read(connection -> Sql.all(
                        connection,
                        "select worker_id from reminder_told where org_id = ? and dossier_id is null and ended_at is null",
                        row -> new WorkerId(Sql.uuid(row, "worker_id")),
                        service.organisation()));
    }

    private List<String> causes() {
        return service.bean(Database.class)
                .read(connection -> Sql.all(
                        connection,
                        "select cause from reminder_told where org_id = ?",
                        row -> row.getString("cause"),
                        service.organisation()));
    }
}
