package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tournee.contact.Topic;
import org.tournee.dossier.ReferentRole;
import org.tournee.dossier.ReferentTerm;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.ShippedProfile;
import org.tournee.request.Request;
import org.tournee.server.TestPhone;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.store.Assignments;
import org.tournee.server.store.ReferenceData;
import org.tournee.server.store.TermSweep;
import org.tournee.sync.BucketId;
import org.tournee.sync.GrantedBucket;
import org.tournee.sync.Manifest;
import org.tournee.sync.Outcome;
import org.tournee.sync.Outcome.Verdict;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.Wire;
import org.tournee.sync.Withdrawal;

/** A closed dossier leaves the phones after the days that the profile says. Rules: R-SHARE, R-GDPR, R-REF, R-AUD. */
class ClosedTermsTest extends WebTest {

    private static final int HELD =
            ShippedProfile.VIENNE.profile().reminders().closedHeld().value();

    @Test
    void itIsHeldUntilItsDayAndGivenBackOnIt() {
        TestPhone phone = phone().pull();
        TestPhone theirs = service.phone(colleague).clockAt(clock.instant()).pull();
        close();

        sweepAfter(HELD - 1);
        assertThat(running()).isEqualTo(2);
        assertThat(holds(phone)).isTrue();
        long before = audited("ASSIGN");
        sweepAfter(1);

        assertThat(running()).isZero();
        assertThat(ended(today())).isEqualTo(2);
        assertThat(audited("ASSIGN") - before)
                .as("by the service, one for each term")
                .isEqualTo(2);
        for (TestPhone each : List.of(phone, theirs)) {
            assertThat(holds(each)).isFalse();
            assertThat(manifest(each).withdrawn()).containsExactly(new Withdrawal(BucketId.service(dossier), 1));
        }
        assertThat(browser(head).get("/dossiers/clos").html()).contains("Lefèvre");
        assertThat(browser(head).get("/dossiers/" + dossier).html()).contains("Clos depuis le");
        assertThat(browser(referent).get("/dossiers/" + dossier).status())
                .as("a former referent sees it")
                .isEqualTo(200);
        assertThat(browser(stranger()).get("/dossiers/clos").html()).doesNotContain("Lefèvre");
    }

    /** Rules: R-REF, R-SEG-0. */
    @Test
    void aFormerReferentSeesItForAsLongAsTheProfileInForceSays() {
        close();
        sweepAfter(HELD);
        clock.advance(Duration.ofDays(40));
        assertThat(browser(referent).get("/dossiers/" + dossier).status()).isEqualTo(200);

        String months = "\"former_referent_view\":{\"value\":";
        String shorter = Wire.json(ShippedProfile.VIENNE.profile()).replace(months + 3, months + 1);
        service.bean(ReferenceData.class)
                .publish(
                        service.service(),
                        RecordKind.PROFILE,
                        Map.of(new RecordId(UUID.randomUUID()), Wire.read(OrganisationProfile.class, shorter)),
                        clock.instant());

        assertThat(browser(referent).get("/dossiers/" + dossier).status()).isEqualTo(403);
    }

    @Test
    void aReplacementAndATermThatHasNotBegunEndAsWell() {
        assign(worker("Inès Faure", Role.SOCIAL_WORKER), today(), today().plusYears(1));
        assign(worker("Luc Denis", Role.SOCIAL_WORKER), today().plusDays(HELD + 5), null);
        close();

        sweepAfter(HELD);

        assertThat(count("select count(*) from referent_fact where dossier_id = ? and until_day is null", dossier))
                .isZero();
        assertThat(granted()).isZero();
        sweepAfter(10);
        assertThat(granted()).as("it never begins").isZero();
    }

    @Test
    void doneAgainItChangesNothing() {
        close();
        sweepAfter(HELD);
        long audited = audited("ASSIGN");
        service.bean(Database.class)
                .write(connection ->
                        Sql.change(connection, "delete from term_sweep where org_id = ?", service.organisation()));

        service.bean(TermSweep.class).sweep(clock.instant());
        sweepAfter(1);

        assertThat(audited("ASSIGN")).isEqualTo(audited);
        assertThat(ended(today().minusDays(1))).isEqualTo(2);
    }

    /** Terms, grants, withdrawals and audit are one: what fails half-way was not begun, and is done by the next sweep. */
    @Test
    void whatFailsHalfWayIsDoneByTheNextSweep() {
        phone().pull();
        service.phone(colleague).clockAt(clock.instant()).pull();
        close();
        long audited = audited("ASSIGN");
        change("""
                create or replace function refuse_second() returns trigger language plpgsql as $$
                begin
                    if exists (select 1 from withdrawal w where w.org_id = new.org_id) then
                        raise exception 'injected';
                    end if;
                    return new;
                end $$""");
        change("create trigger refused before insert on withdrawal for each row when (new.org_id = '"
                + service.organisation() + "') execute function refuse_second()");
        try {
            sweepAfter(HELD);
            assertThat(running()).isEqualTo(2);
            assertThat(granted()).isEqualTo(2);
            assertThat(audited("ASSIGN")).isEqualTo(audited);
        } finally {
            change("drop trigger refused on withdrawal");
        }

        service.bean(TermSweep.class).sweep(clock.instant());

        assertThat(running()).isZero();
        assertThat(granted()).isZero();
        assertThat(audited("ASSIGN")).isEqualTo(audited + 2);
    }

    private void change(String sql) {
        service.bean(Database.class).write(connection -> Sql.change(connection, sql));
    }

    @Test
    void begunAgainBeforeItsDayItStaysWithWhoeverAnswers() {
        TestPhone phone = phone().pull();
        close();
        sweepAfter(HELD - 1);
        reopen();
        assertThat(running()).as("nobody is named twice").isEqualTo(2);

        sweepAfter(10);

        assertThat(holds(phone)).isTrue();
        assertThat(running()).isEqualTo(2);
    }

    /** Each closure has its own days. */
    @Test
    void closedAgainItIsHeldFromThenOn() {
        close();
        sweepAfter(HELD - 1);
        reopen();
        close();

        sweepAfter(HELD - 1);
        assertThat(running()).isEqualTo(2);
        sweepAfter(1);
        assertThat(running()).isZero();
    }

    /** A fact stays a fact, whoever holds the dossier today. Rule: R-REC. */
    @Test
    void whatAPhoneSavedBeforeStillArrives() {
        TestPhone phone = phone().pull();
        phone.save(dossier, TestPhone.create(RecordKind.REQUEST, TestPhone.newId(), request(today())));
        close();
        sweepAfter(HELD);

        List<Outcome> outcomes = phone.clockAt(clock.instant()).signedInAgain().push();

        assertThat(outcomes).extracting(Outcome::verdict).containsOnly(Verdict.APPLIED);
        assertThat(browser(head).get("/dossiers/" + dossier + "/demandes").html())
                .contains("Logement");
    }

    @Test
    void begunAgainAfterItsDayThoseWhoAnsweredLastDoAgain() {
        TestPhone phone = phone().pull();
        close();
        sweepAfter(HELD + 20);
        leave(colleague);

        reopen();

        assertThat(answering()).containsExactly(referent);
        assertThat(manifest(phone).withdrawn()).isEmpty();
        assertThat(holds(phone)).isTrue();
        assertThat(phone.pull().row(new RecordId(dossier.value()))).isNotNull();
        assertThat(browser(head).get("/dossiers").html()).contains("Lefèvre");
    }

    @Test
    void whereNobodyOfThemWorksHereAnyMoreTheHeadAnswers() {
        close();
        sweepAfter(HELD);
        leave(referent);
        leave(colleague);

        reopen();

        assertThat(answering()).containsExactly(head);
    }

    /** What happened on it is counted as before. Rule: R-IND. */
    @Test
    void theFiguresOfTheHeadCountItStill() {
        close();
        LocalDate closed = today();
        String path = "/equipe/indicateurs?du=" + closed + "&au=" + closed;
        assertThat(closedIn(browser(head).get(path).html())).isEqualTo("1");

        sweepAfter(HELD);

        assertThat(closedIn(browser(head).get(path).html())).isEqualTo("1");
    }

    private static String closedIn(String html) {
        return html.replaceAll("(?s).*?<th scope=\"row\">Clos</th><td class=\"number\">([^<]*)<.*", "$1");
    }

    private void sweepAfter(int days) {
        clock.advance(Duration.ofDays(days));
        service.bean(TermSweep.class).sweep(clock.instant());
    }

    private void close() {
        Browser browser = browser(head);
        String html = browser.get(path()).html();
        assertThat(browser.submit(
                                path(),
                                Map.of(
                                        "cloture",
                                        field(html, "cloture"),
                                        "vues",
                                        field(html, "vues"),
                                        "issue",
                                        "OTHER",
                                        "relais",
                                        "",
                                        "motif",
                                        "Situation réglée"))
                        .status())
                .isEqualTo(303);
    }

    private void reopen() {
        Browser browser = browser(head);
        String closure = field(browser.get(path()).html(), "cloture");
        assertThat(browser.submit(path() + "/reouverture", Map.of("cloture", closure, "motif", "Elle revient"))
                        .status())
                .isEqualTo(303);
    }

    private String path() {
        return "/dossiers/" + dossier + "/cloture";
    }

    private void assign(WorkerId worker, LocalDate from, LocalDate until) {
        service.bean(Assignments.class)
                .assign(
                        service.service(),
                        dossier,
                        new ReferentTerm.Term(
                                worker,
                                until == null ? ReferentRole.ADMIN_REFERENT : ReferentRole.REPLACEMENT,
                                from,
                                until),
                        clock.instant());
    }

    private void leave(WorkerId worker) {
        service.bean(Database.class)
                .write(connection -> Sql.change(
                        connection,
                        "update worker set active = false where org_id = ? and worker_id = ?",
                        service.organisation(),
                        worker));
    }

    private Manifest manifest(TestPhone phone) {
        return phone.clockAt(clock.instant()).signedInAgain().ask(null, null).manifest();
    }

    private boolean holds(TestPhone phone) {
        return manifest(phone).buckets().stream()
                .map(GrantedBucket::bucket)
                .anyMatch(BucketId.service(dossier)::equals);
    }

    private static Request request(LocalDate receivedOn) {
        return new Request(
                new Request.Demand(Request.Origin.PERSON, Request.Urgency.SOON, Topic.HOUSING, receivedOn, ""),
                new Request.Handling(null, null, null, null, null, null));
    }

    private long running() {
        return answering().size();
    }

    private List<WorkerId> answering() {
        return service.bean(Database.class)
                .read(connection -> Sql.all(
                        connection, """
                        select worker_id from referent_fact where dossier_id = ? and role = 'REFERENT'
                          and from_day <= ? and (until_day is null or until_day > ?)""", row -> new WorkerId(row.getObject(1, UUID.class)), dossier, today(), today()));
    }

    private long ended(LocalDate on) {
        return count("select count(*) from referent_fact where dossier_id = ? and until_day = ?", dossier, on);
    }

    private long granted() {
        return count(
                "select count(*) from bucket_grant where bucket_id = ? and ended_at is null",
                BucketId.service(dossier).value());
    }

    private long audited(String act) {
        return count(
                "select count(*) from audit where org_id = ? and act = ? and dossier_id = ? and worker_id is null",
                service.organisation(),
                act,
                dossier);
    }

    private long count(String sql, Object... parameters) {
        return service.bean(Database.class)
                .read(connection -> Sql.first(connection, sql, row -> row.getLong(1), parameters))
                .orElseThrow();
    }
}
