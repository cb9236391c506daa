package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.TestPhone;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.store.Actor;
import org.tournee.server.store.DoorKeys;
import org.tournee.server.store.Streams;
import org.tournee.server.sync.SealingPhone;
import org.tournee.sync.Action;
import org.tournee.sync.Audience;
import org.tournee.sync.DoorEnvelope;
import org.tournee.sync.GroupChange;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** What came after a phone was revoked is seen, released or closed by another person, for a reason. Rules: R-BO, R-REC. */
class QuarantineTest extends WebTest {

    private static final String TEXT = "Rassembler les quittances de Civray";

    private SealingPhone sealing;
    private TestPhone phone;

    @BeforeEach
    void aPhoneThatSeals() {
        sealing = new SealingPhone(
                server.getURL().toString(),
                service.organisation(),
                service.bean(DoorKeys.class).current(service.organisation()));
        phone = service.phone(referent, sealing.publicKey())
                .clockAt(clock.instant())
                .pull();
    }

    @Test
    void whatIsReleasedPassesThroughTheSameReconciliationUnderItsAuthorsRights() {
        RecordId first = TestPhone.newId();
        RecordId second = TestPhone.newId();
        deliverRevoked(saved(first, TEXT), saved(second, " "));
        Browser browser = browser(head);
        assertThat(browser.get(path()).html())
                .contains("Camille Moreau", "téléphone retiré du service", "en attente")
                .doesNotContain("quittances");
        assertThat(count("select count(*) from operation_log where org_id = ?")).isZero();

        String html = release(browser, "Elle confirme son travail de mardi").html();

        assertThat(html).contains("Repris : 1 appliquée, 1 retournée.", "repris", "Elle confirme son travail de mardi");
        TestPhone other = service.phone(referent).pull();
        assertThat(other.row(first).groups()).contains(TEXT);
        assertThat(other.row(first).author()).isEqualTo(referent);
        assertThat(other.row(second)).isNull();
        assertThat(other.ofKind(RecordKind.RETURNED_CHANGE)).hasSize(1);
        assertThat(count("select count(*) from audit where org_id = ? and act = 'RELEASE'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from stream where org_id = ? and state = 'REVOKED'"))
                .as("it stays closed")
                .isEqualTo(1);
    }

    @Test
    void againChangesNothingAndWhatComesLaterWaitsAnew() {
        DoorEnvelope first = saved(TestPhone.newId(), TEXT);
        deliverRevoked(first);
        Browser browser = browser(head);
        browser.get(path());
        release(browser, "Vérifié avec elle");
        assertThat(browser.get(path()).html()).doesNotContain("Reprendre ce qui attend");

        sealing.deliver(phone.stream(), first, saved(TestPhone.newId(), TEXT));

        assertThat(browser.get(path()).html()).contains("Reprendre ce qui attend");
        assertThat(release(browser, "Vérifié avec elle").html()).contains("Repris : 1 appliquée.");
        assertThat(count("select count(*) from operation_log where org_id = ?")).isEqualTo(2);
    }

    @Test
    void whatLacksWhatCameBeforeItGoesOnWaiting() {
        saved(TestPhone.newId(), TEXT);
        deliverRevoked(saved(TestPhone.newId(), TEXT));
        Browser browser = browser(head);
        browser.get(path());

        assertThat(release(browser, "Vérifié avec elle").html())
                .contains("Rien n’a pu être repris.", "Il manque des modifications", "en attente");
    }

    @Test
    void whatIsClosedIsKeptAndWaitsForNobody() {
        deliverRevoked(saved(TestPhone.newId(), TEXT));
        Browser browser = browser(head);
        browser.get(path());

        String html = browser.submit(path() + "/cloture", Map.of("motif", "Téléphone volé"))
                .html();

        assertThat(html).contains("clos sans reprise", "Téléphone volé").doesNotContain("Reprendre ce qui attend");
        assertThat(browser.get("/appareils/" + phone.stream()).html()).doesNotContain("envoi(s) scellé(s)");
        assertThat(count("select count(*) from quarantine where org_id = ? and octet_length(sealed) > 0"))
                .isEqualTo(1);
        assertThat(count("select count(*) from operation_log where org_id = ?")).isZero();
    }

    @Test
    void nothingIsDecidedWithoutAReasonByItsAuthorOrFromAnotherTeam() {
        deliverRevoked(saved(TestPhone.newId(), TEXT));
        Browser browser = browser(head);
        browser.get(path());

        Browser.Page refused = release(browser, "vu");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html()).contains("Rien n’a été décidé", "value=\"vu\"");
        assertThat(browser(referent).get(path()).status()).isEqualTo(403);
        WorkerId stranger = worker("Paul Durand", Role.TEAM_HEAD);
        service.leaveTeam(stranger);
        assertThat(browser(stranger).get(path()).status()).isEqualTo(404);
        assertThat(count("select count(*) from quarantine where org_id = ? and state = 'WAITING'"))
                .isEqualTo(1);
    }

    private Browser.Page release(Browser browser, String reason) {
        return browser.submit(path() + "/reprise", Map.of("motif", reason));
    }

    private String path() {
        return "/appareils/" + phone.stream() + "/mis-de-cote";
    }

    private void deliverRevoked(DoorEnvelope... envelopes) {
        service.bean(Streams.class)
                .revoke(new Actor(service.organisation(), head, null), phone.stream(), clock.instant());
        assertThat(sealing.deliver(phone.stream(), envelopes).statusCode()).isEqualTo(200);
    }

    private DoorEnvelope saved(RecordId action, String what) {
        long seq = phone.outbox().size() + 1L;
        phone.save(
                dossier,
                new TestPhone.Change(
                        Action.CREATE,
                        RecordKind.ACTION_ITEM,
                        action,
                        Audience.SERVICE,
                        0,
                        Map.of(
                                "task",
                                new GroupChange(
                                        null, "{\"what\":\"" + what + "\",\"by\":\"PERSON\",\"horizon\":\"SHORT\"}"),
                                "progress",
                                new GroupChange(null, "{\"state\":\"TO_DO\"}"))));
        byte[] line = phone.outbox().get((int) seq - 1);
        return sealing.seal(phone.stream(), seq, List.of(line));
    }

    private long count(String sql) {
        return service.bean(Database.class)
                .read(connection -> Sql.first(connection, sql, row -> row.getLong(1), service.organisation()))
                .orElseThrow();
    }
}
