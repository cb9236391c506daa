package org.tournee.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.endtoend.Network.Traffic;
import org.tournee.mobile.contact.ContactFormViewModel;
import org.tournee.mobile.reminder.MyReminders;
import org.tournee.mobile.returned.MyReturns;
import org.tournee.mobile.sync.SyncState.Problem;
import org.tournee.sync.BucketId;
import org.tournee.sync.ReturnReason;

/**
 * Sixty days of work without a network, then one sync. Nothing is lost or there twice, what two wrote is in conflict and
 * nothing else is, what came back says why, and nobody is asked to sign in as long as a token lasts. Rules: R-OFF, R-SYN,
 * R-REC, R-REF, R-DOC, R-REM.
 */
class WeeksOfflineIT {

    private static final int CASELOAD = 7;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Longer than a refresh token lasts (decision 0007). */
    private static final int LONGER_THAN_A_TOKEN = 121;

    /** What a service does every few minutes, sooner: here a day passes in a moment. */
    private static final List<String> QUICK = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx300m",
            "-Dtournee.reminders.delay=2s",
            "-Dtournee.reminders.interval=1s",
            "-Dtournee.reminders.batch=300",
            "-Dtournee.terms.delay=2s",
            "-Dtournee.terms.interval=1s");

    @TempDir
    private Path folder;

    private WeeksOffline weeks;
    private ServerDatabase database;

    @Test
    void whatWasSavedInSixtyDaysIsWithTheServiceAfterOneSync() throws Exception {
        MovedClock clock = new MovedClock(folder.resolve("ahead"), WeeksOffline.FIRST_DAY);
        try (ServerProcess server = ServerProcess.start(folder.resolve("server"), CASELOAD, QUICK, clock);
                ServerDatabase look = new ServerDatabase(server.demo());
                WeeksOffline played = new WeeksOffline(server.demo(), folder, clock, look)) {
            weeks = played;
            database = look;
            weeks.work();
            everythingWaitsAndIsSaid();

            Traffic before = weeks.network().traffic();
            long began = System.nanoTime();
            weeks.comeBack();
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            print(weeks.network().traffic().since(before), took);

            nobodyIsAskedToSignIn();
            everyOperationHasOneOutcome();
            conflictsAreWhereTwoWrote();
            whatCameBackSaysWhy();
            theDraftIsThere();
            documentsAreHeld();
            thePhoneHoldsWhatItsWorkerMayHave();
            remindersAgree();
            theTruthIsSaid();

            weeks.stayAwayUntilNoTokenIsLeft(LONGER_THAN_A_TOKEN);
            signingInAgainIsAskedForAndLosesNothing();
        }
    }

    private void everythingWaitsAndIsSaid() {
        assertThat(weeks.worker().phone().store().waiting().operations()).isEqualTo(weeks.saved());
        assertThat(weeks.saved()).isBetween(8 * WeeksOffline.DAYS, 20 * WeeksOffline.DAYS);
        assertThat(weeks.worker().state().problem()).isEqualTo(Problem.NO_NETWORK);
        assertThat(weeks.worker().truth())
                .contains(weeks.saved() + " modifications en attente")
                .contains(weeks.documents().size() + " documents");
    }

    private void print(Traffic traffic, Duration took) throws SQLException {
        String outcomes = String.join(", ", database.texts("""
                select count(*) || ' ' || verdict from operation_log where stream_id = '%s'
                group by verdict order by verdict""".formatted(weeks.worker().stream())));
        System.out.printf(
                "%d days without a network: %d operations on %d records, %d documents%noutcomes: %s%n"
                        + "one sync: %d requests, %d kB sent, %d kB received, %d ms%n",
                WeeksOffline.DAYS,
                weeks.saved(),
                weeks.ledger().size(),
                weeks.documents().size(),
                outcomes,
                traffic.answers(),
                traffic.toServer() / 1_000,
                traffic.toPhone() / 1_000,
                took.toMillis());
    }

    /** The access token ran out on the first day; the refresh token lasts longer than twelve weeks. */
    private void nobodyIsAskedToSignIn() {
        assertThat(weeks.network().newStatuses()).doesNotContain(401, 403, 500);
        assertThat(weeks.worker().state().problem()).isNull();
        assertThat(weeks.worker().successes()).as("runs of the engine").isEqualTo(1);
    }

    private void everyOperationHasOneOutcome() throws SQLException {
        String stream = "stream_id = '" + weeks.worker().stream() + "'";
        Map<String, Integer> sent = weeks.ledger();
        Map<String, Integer> logged = new HashMap<>();
        database.texts("select record_id from operation_log where " + stream)
                .forEach(record -> logged.merge(record, 1, Integer::sum));

        assertThat(logged).isEqualTo(sent);
        assertThat(database.number("select count(*) from operation_log where verdict is null and " + stream))
                .isZero();
        assertThat(database.number("select count(*) from operation_log where verdict = 'MERGED' and " + stream))
                .isPositive();
        assertThat(database.gaplessStreams()).isTrue();
        assertThat(database.recordsAmong(sent.keySet()))
                .as("all but the steps that were not done are records")
                .hasSize(sent.size() - weeks.doomedSteps().size());
        assertThat(database.number("select count(*) from audit where act = 'ALARM'"))
                .isZero();
    }

    private void conflictsAreWhereTwoWrote() throws SQLException {
        Set<String> expected = weeks.inConflict().stream().map(Object::toString).collect(Collectors.toSet());
        assertThat(database.texts("select record_id from operation_log where verdict = 'CONFLICT'"))
                .containsExactlyInAnyOrderElementsOf(expected);
        Set<String> shown = weeks.worker().phone().store().dossiers().stream()
                .flatMap(dossier -> dossier.openConflicts().stream())
                .map(conflict -> conflict.value().subject().recordId().toString())
                .collect(Collectors.toSet());
        assertThat(shown).isEqualTo(expected);
    }

    private void whatCameBackSaysWhy() throws SQLException {
        Map<String, ReturnReason> reasons = new HashMap<>();
        MyReturns.open(weeks.worker().phone())
                .forEach(entry -> reasons.put(
                        String.valueOf(entry.value().origin().recordId()),
                        entry.value().refusal().reason()));
        Set<String> doomed =
                weeks.doomedSteps().keySet().stream().map(Object::toString).collect(Collectors.toSet());
        assertThat(reasons).containsOnlyKeys(doomed);
        assertThat(reasons.values()).containsExactlyInAnyOrder(ReturnReason.STALE, ReturnReason.REFUSED_STEP);
        assertThat(database.number("select count(*) from operation_log where verdict in ('RETURNED', 'STALE_COMMAND')"))
                .isEqualTo(doomed.size());
    }

    private void theDraftIsThere() {
        ContactFormViewModel visit = weeks.visit();
        assertThat(visit.restored()).isTrue();
        assertThat(visit.fields().narrative().get()).isEqualTo(WeeksOffline.UNFINISHED);
    }

    private void documentsAreHeld() throws SQLException {
        assertThat(database.texts("select document_id from document_upload where state = 'HELD'"))
                .containsAll(weeks.documents().stream().map(Object::toString).toList());
    }

    private void thePhoneHoldsWhatItsWorkerMayHave() throws SQLException {
        Set<DossierId> held = weeks.worker().phone().store().dossiers().stream()
                .map(DossierContents::id)
                .collect(Collectors.toSet());
        Set<String> buckets =
                held.stream().map(BucketId::service).map(BucketId::value).collect(Collectors.toSet());
        assertThat(database.texts("""
                select g.bucket_id from bucket_grant g join worker w using (org_id, worker_id)
                where w.login = '%s' and g.ended_at is null
                and g.bucket_id in (select 'd/' || dossier_id || '/s' from dossier_fact)""".formatted(weeks.worker().login()))).containsExactlyInAnyOrderElementsOf(buckets);
        assertThat(held)
                .contains(weeks.dossiers().comes())
                .doesNotContain(weeks.dossiers().between(), weeks.dossiers().handedOver());
    }

    private void remindersAgree() {
        Set<String> onThePhone = MyReminders.of(weeks.worker().phone()).stream()
                .map(due -> due.reminder().cause())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(onThePhone).isNotEmpty();
        Await.until(
                () -> "reminders agree, on the phone " + onThePhone + ", at the server " + remindersOfTheServer(),
                PATIENCE,
                () -> remindersOfTheServer().equals(onThePhone));
    }

    /** Of dossiers: those of registers are a desk's, and not in what is due at home. */
    private Set<String> remindersOfTheServer() {
        try {
            return new TreeSet<>(database.texts("""
                    select r.cause from reminder_told r join worker w using (org_id, worker_id)
                    where w.login = '%s' and r.ended_at is null
                    and r.dossier_id in (select f.dossier_id from dossier_fact f)""".formatted(weeks.worker().login())));
        } catch (SQLException e) {
            throw new AssertionError("The database does not answer", e);
        }
    }

    private void theTruthIsSaid() {
        assertThat(weeks.worker().truth())
                .contains(weeks.inConflict().size() + " divergences à voir")
                .contains(weeks.doomedSteps().size() + " changements revenus")
                .doesNotContain("en attente")
                .doesNotContain("document");
    }

    private void signingInAgainIsAskedForAndLosesNothing() throws SQLException {
        weeks.worker().untilTold(Problem.SIGN_IN_AGAIN);
        assertThat(weeks.worker().signInAgain()).isTrue();
        weeks.worker().untilDrained();
        assertThat(database.number(
                        "select count(*) from operation_log where stream_id = '" + weeks.worker().stream() + "'"))
                .isEqualTo(weeks.saved());
        theDraftIsThere();
    }
}
