package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.dossier.DossierId;
import org.tournee.mandate.Mandate;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.segment.Segment;
import org.tournee.server.ServiceFixture;
import org.tournee.server.StayFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.segment.Loads;
import org.tournee.server.store.Draft;
import org.tournee.server.store.RecordWriter;
import org.tournee.sync.BucketId;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.workload.Offer;

/** Who carries what, to whom a dossier is offered, and that the head decides. Rules: R-ORG, R-SEG-5, R-SEG-8. */
class LoadsTest extends WebTest {

    private DossierId arriving;
    private WorkerId intake;

    @BeforeEach
    void aDossierThatComesFromIntake() {
        intake = worker("Ida Blanc", Role.INTAKE_WORKER);
        arriving = service.dossier(intake);
        stay(arriving, Segment.INTAKE_2);
    }

    @Test
    void segmentsMandatesAndUndecidedRequestsWeighWithoutOpeningADossier() {
        int before = points(referent);
        TestPhone phone = phone().pull();
        phone.save(
                        dossier,
                        TestPhone.create(
                                RecordKind.MANDATE,
                                TestPhone.newId(),
                                new Mandate(
                                        new Mandate.Mission(Mandate.Kind.CHILD_AT_RISK_REPORT, "Département", null),
                                        new Mandate.Term(LocalDate.of(2026, 1, 1), null))))
                .push();

        assertThat(points(referent)).isEqualTo(before + 4);
        assertThat(points(colleague)).isZero();
        assertThat(browser(head).get("/equipe").html())
                .contains("Charge de chacun", "Camille Moreau", "80 à 100")
                .doesNotContain("Gaëlle Marchand");
    }

    /** R-SEG-8: at most ten report to one head; a guide value, shown and never blocking. */
    @Test
    void whoeverHeadsMoreThanTheGuideValueIsShownSoToThemselvesAndToTheDirection() {
        WorkerId direction = worker("Denise Roy", Role.DIRECTION);
        String before = browser(head).get("/equipe").html();
        for (int at = 0; at < 10; at++) {
            worker("Collègue " + at, Role.SOCIAL_WORKER);
        }

        assertThat(before).contains("Encadrement", "10 au plus").doesNotContain("Au-dessus du repère");
        assertThat(browser(head).get("/equipe").html()).contains("Au-dessus du repère");
        assertThat(browser(direction).get("/equipe").html()).contains("Encadrement", "Au-dessus du repère");
    }

    @Test
    void theLeastLoadedIsOfferedWithTheReasonAndTheHeadMayPickAnother() {
        propose();
        String path = "/dossiers/" + arriving + "/segment";
        Browser deciding = browser(head);

        String html = deciding.get(path).html();

        assertThat(html)
                .contains("Proposé : Dominique Girard. Personne de l’équipe ne porte moins", "Camille Moreau (4 points")
                .containsPattern("value=\"" + colleague + "\" selected");
        Map<String, String> form = new HashMap<>(SegmentForms.hidden(html, "RECEIVE"));
        form.put("referent", referent.toString());
        assertThat(deciding.submit(path, form).status()).isEqualTo(303);
        assertThat(service.phone(referent).clockAt(clock.instant()).pull().store())
                .containsKey(new RecordId(arriving.value()));
    }

    /** Rule: R-REF. Source: 004 §2.2.1. */
    @Test
    void whomThePersonWishesForIsOfferedFirstWithTheirWordsAndTheHeadDecides() {
        propose();
        Browser deciding = browser(head);
        String referents = "/dossiers/" + arriving + "/referents";
        String rev = deciding.get(referents).html().replaceAll("(?s).*name=\"rev\" value=\"(\\d+)\".*", "$1");
        deciding.submit(
                referents + "/souhait",
                Map.of(
                        "rev",
                        rev,
                        "qui",
                        referent.toString(),
                        "mots",
                        "Elle nous connaît",
                        "dit-le",
                        "2026-03-01",
                        "dit-par",
                        ""));

        assertThat(deciding.get("/dossiers/" + arriving + "/segment").html())
                .contains(
                        "Proposé : Camille Moreau. Souhait de la personne ; à vous de décider.",
                        "« Elle nous connaît »")
                .containsPattern("value=\"" + referent + "\" selected");
    }

    @Test
    void aCommuneThatHasItsReferentKeepsThem() {
        service.bean(Database.class).write(connection -> {
            Sql.change(
                    connection,
                    "insert into commune_referent (org_id, commune_code, worker_id) values (?, '86078', ?)",
                    service.organisation(),
                    referent);
            return Sql.change(connection, """
                    insert into territory (org_id, territory_id, site_id, name, arrangement, commune_codes)
                    values (?, gen_random_uuid(), gen_random_uuid(), 'Sud', 'COSECTORISED', '86078 86100')
                    """, service.organisation());
        });

        Offer offer = offer();

        assertThat(offer.worker()).isEqualTo(referent);
        assertThat(offer.reason()).isInstanceOf(Offer.Reason.OwnReferent.class);
    }

    private Offer offer() {
        Loads loads = service.bean(Loads.class);
        List<Loads.Load> team = loads.ofTeamsOf(service.organisation(), head);
        return loads.offer(service.organisation(), arriving, team, null).orElseThrow();
    }

    private int points(WorkerId worker) {
        return service.bean(Loads.class).ofTeamsOf(service.organisation(), head).stream()
                .filter(load -> load.weighed().worker().equals(worker))
                .findFirst()
                .orElseThrow()
                .weighed()
                .points();
    }

    /** Signed by intake and by another head, as the service does it. */
    private void propose() {
        Browser proposing = browser(intake);
        String path = "/dossiers/" + arriving + "/segment";
        String html = proposing.get(path).html();
        Map<String, String> fields = new HashMap<>(SegmentForms.hidden(html, "PROPOSE"));
        fields.putAll(SegmentForms.decision(html, Segment.B, "Un suivi régulier suffit."));
        assertThat(proposing.submit(path, fields).status()).isEqualTo(303);
        SegmentForms.sign(browser(head), path, "APPROVE");
    }

    private void stay(DossierId of, Segment segment) {
        service.bean(Database.class).write(connection -> {
            RecordId running = Sql.first(
                            connection,
                            "select record_id from stay_fact where org_id = ? and dossier_id = ?",
                            row -> new RecordId(Sql.uuid(row, "record_id")),
                            service.organisation(),
                            of)
                    .orElseThrow();
            service.bean(RecordWriter.class)
                    .write(
                            connection,
                            service.service(),
                            List.of(new Draft(
                                    running,
                                    RecordKind.STAY,
                                    of,
                                    BucketId.service(of),
                                    Groups.of(StayFixture.inSegment(segment, LocalDate.of(2026, 1, 5))))),
                            List.of(),
                            List.of(),
                            ServiceFixture.NOON);
            return null;
        });
    }
}
