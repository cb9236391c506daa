package org.tournee.server.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.Role;
import org.tournee.organisation.TeamHeads;
import org.tournee.organisation.Worker;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.ShippedProfile;
import org.tournee.reminder.ReminderRules;
import org.tournee.reminder.ReminderSetting;
import org.tournee.segment.Pace;
import org.tournee.segment.PaceRules;
import org.tournee.segment.Portfolio;
import org.tournee.segment.Segment;
import org.tournee.server.ServerTest;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.reminder.DossierReminders;
import org.tournee.server.segment.InventedHistories.History;
import org.tournee.server.store.Actor;
import org.tournee.server.store.Draft;
import org.tournee.server.store.OpenDossier;
import org.tournee.server.store.RecordWriter;
import org.tournee.server.store.ReferenceData;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.workload.Workload;

/**
 * Random histories, written once to a real PostgreSQL: what the server computes from its facts is what a phone computes
 * from what it pulled over HTTP, with the checksum of every bucket checked. Pace, reminders, portfolio, load. Rules:
 * R-SEG-4, R-SEG-8, R-REM, R-ORG.
 */
class HistoriesAgreeIT extends ServerTest {

    /** As many dossiers as a phone may hold. */
    private static final int CASELOAD = 500;

    /** A thousand in every run; {@code -Dtournee.histories=10000} for all that a service has. */
    private static final int HISTORIES = Integer.getInteger("tournee.histories", 1_000);

    private static final OrganisationProfile PROFILE = ShippedProfile.VIENNE.profile();

    @Inject
    ApplicationContext context;

    @Inject
    Clock clock;

    private ServiceFixture service;
    private WorkerId head;
    private WorkerId colleague;

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = new LinkedHashMap<>(super.getProperties());
        properties.put("tournee.test.clock", "true");
        properties.put("tournee.reminders.enabled", "false");
        return properties;
    }

    @Test
    void thePhoneAndTheServerSayTheSame() {
        for (int from = 0; from < HISTORIES; from += CASELOAD) {
            aTeam();
            WorkerId referent = service.worker(Role.SOCIAL_WORKER);
            List<History> histories = written(from, Math.min(CASELOAD, HISTORIES - from), referent);
            TestPhone phone = service.phone(referent).pull();
            List<DossierContents> held = histories.stream()
                    .map(history -> phone.contents(history.id()))
                    .toList();

            assertThat(paces(held)).as("pace, seed " + from).isEqualTo(pacesFromFacts(histories));
            assertThat(reminders(held, phone)).as("reminders, seed " + from).isEqualTo(remindersTold(histories));
            sameLoad(held, referent);
        }
    }

    private void aTeam() {
        service = new ServiceFixture(context, server.getURI().toString());
        service.bean(ReferenceData.class)
                .publish(
                        service.service(),
                        RecordKind.PROFILE,
                        Map.of(new RecordId(UUID.randomUUID()), PROFILE),
                        ServiceFixture.NOON);
        head = service.worker(Role.TEAM_HEAD);
        service.head(head);
        colleague = service.worker(Role.SOCIAL_WORKER);
    }

    private List<History> written(long seed, int count, WorkerId referent) {
        InventedHistories invented = new InventedHistories(seed, today(), PROFILE.zone(), referent, colleague);
        List<History> histories = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            histories.add(invented.next());
        }
        service.bean(OpenDossier.class)
                .openAll(
                        service.service(),
                        histories.stream().map(History::opening).toList());
        for (History history : histories) {
            write(referent, history.byReferent());
            write(colleague, history.byColleague());
        }
        return histories;
    }

    private void write(WorkerId author, List<Draft> drafts) {
        Actor actor = new Actor(service.organisation(), author, null);
        service.bean(Database.class).write(connection -> {
            service.bean(RecordWriter.class)
                    .write(connection, actor, drafts, List.of(), List.of(), ServiceFixture.NOON);
            return null;
        });
    }

    private Map<DossierId, String> paces(List<DossierContents> held) {
        Map<DossierId, String> paces = new HashMap<>();
        held.forEach(contents -> paces.put(
                contents.id(), said(PaceRules.of(contents, today(), PROFILE).orElse(null))));
        return paces;
    }

    private Map<DossierId, String> pacesFromFacts(List<History> histories) {
        Map<DossierId, String> paces = new HashMap<>();
        service.bean(PaceSurvey.class)
                .ofDossiers(
                        service.organisation(),
                        histories.stream().map(History::id).toList())
                .forEach(paced -> paces.put(paced.dossier(), said(paced.pace())));
        return paces;
    }

    /** All of a pace; those that lack their duration are a set. */
    private static String said(@Nullable Pace pace) {
        return pace == null
                ? "none"
                : pace.normed() + " " + pace.contacts() + " " + pace.nextDueOn() + " " + pace.status() + " "
                        + new TreeSet<>(pace.flags()) + " "
                        + new TreeSet<>(pace.incomplete().stream()
                                .map(RecordId::toString)
                                .toList());
    }

    private Collection<String> reminders(List<DossierContents> held, TestPhone phone) {
        Map<WorkerId, Worker> workers = new HashMap<>();
        phone.ofKind(RecordKind.WORKER)
                .forEach(row -> workers.put(
                        new WorkerId(row.id().value()),
                        Groups.parse(row.groups()).as(Worker.class)));
        ReminderSetting setting = new ReminderSetting(PROFILE, null, TeamHeads.of(workers));
        return held.stream()
                .flatMap(contents -> ReminderRules.of(contents, today(), setting).stream())
                .map(reminder -> reminder.cause() + " " + reminder.whom())
                .sorted()
                .toList();
    }

    private Collection<String> remindersTold(List<History> histories) {
        histories.forEach(
                history -> service.bean(DossierReminders.class).bringUpToDate(service.organisation(), history.id()));
        List<String> told = service.bean(Database.class)
                .read(connection -> Sql.all(
                        connection,
                        "select cause, worker_id from reminder_told where org_id = ? and ended_at is null",
                        row -> row.getString("cause") + " " + Sql.uuid(row, "worker_id"),
                        service.organisation()));
        return told.stream().sorted().toList();
    }

    private void sameLoad(List<DossierContents> held, WorkerId referent) {
        List<Segment> segments = held.stream()
                .flatMap(contents -> contents.stayOn(today()).stream())
                .map(stay -> stay.value().span().segment())
                .toList();
        ReferentLine line = service.bean(ComplianceReport.Maker.class)
                .ofTeamsOf(service.organisation(), head)
                .lines()
                .getFirst();
        assertThat(line.portfolio()).isEqualTo(Portfolio.of(segments, today(), PROFILE));
        Workload carried = service.bean(Loads.class).ofTeamsOf(service.organisation(), head).stream()
                .map(Loads.Load::weighed)
                .filter(load -> load.worker().equals(referent))
                .findFirst()
                .orElseThrow();
        assertThat(carried).isEqualTo(Workload.of(referent, 100, held, today(), PROFILE));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PROFILE.zone());
    }
}
