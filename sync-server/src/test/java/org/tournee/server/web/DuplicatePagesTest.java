package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.dossier.DossierId;
import org.tournee.person.HouseholdRole;
import org.tournee.person.Person;
import org.tournee.profile.ShippedProfile;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.duplicate.DossierMerges;
import org.tournee.server.duplicate.DuplicateSweep;
import org.tournee.server.duplicate.Duplicates;
import org.tournee.server.store.ReferenceData;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** The same person twice: seen side by side, made one, and two again, in the browser. Rules: R-DUP, R-SHARE. */
class DuplicatePagesTest extends WebTest {

    private DossierId twin;
    private String path;

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = new LinkedHashMap<>(super.getProperties());
        properties.put("tournee.duplicates.delay", "10h");
        return properties;
    }

    @BeforeEach
    void theSamePersonTwice() {
        twin = service.dossier(colleague);
        sweep();
        Duplicates.Proposal proposal =
                service.bean(Duplicates.class).open(service.organisation(), 10).getFirst();
        path = "/doublons/" + proposal.one() + "/" + proposal.other();
    }

    @Test
    void theBackOfficeKeepsOneDossierAndUndoesIt() {
        Browser browser = browser(backOffice);
        assertThat(browser.get("/a-traiter").html()).contains("Doublon possible", "mêmes noms", "À regarder");
        assertThat(browser.get(path).html())
                .contains("Annie Lefèvre", "2 avril 1971", "Suivi par", "celui qui a commencé en dernier vaut")
                .doesNotContain("Segment A");

        assertThat(browser.submit(path, Map.of("choix", "premier")).location()).isEqualTo("/doublons/fusions");

        assertThat(browser.get("/a-traiter").html()).doesNotContain("Doublon possible");
        String merges = browser.get("/doublons/fusions").html();
        assertThat(merges).contains("réuni à");
        browser.submit(merges.replaceAll("(?s).*action=\"(/doublons/fusions/[^\"]+)\".*", "$1"), Map.of());
        assertThat(browser.get("/doublons/fusions").html()).contains("Aucune fusion");
    }

    /** Before anybody decides: which of two stays will hold, and that two decisions will wait. Rule: R-SEG-6. */
    @Test
    void whatBothHaveAndOneDossierHasOnceIsSaidBefore() {
        Browser browser = browser(head);
        String one = "/dossiers/" + dossier + "/segment";
        String other = "/dossiers/" + twin + "/segment";
        SegmentForms.decide(browser(referent), one);
        assertThat(browser.get(path).html())
                .contains("depuis le 1er septembre 2025 ; une décision attend une signature")
                .doesNotContain("Une décision attend dans chacun");
        SegmentForms.decide(browser(colleague), other);
        assertThat(browser.get(path).html()).contains("Une décision attend dans chacun");

        SegmentForms.sign(browser, other, "EXECUTE");

        assertThat(browser.get(path).html())
                .contains("celui qui a commencé en dernier qui vaut (Segment B, depuis le 10 mars 2026)")
                .doesNotContain("Une décision attend dans chacun");

        browser.submit(path, Map.of("choix", "premier"));

        DossierId kept = service.bean(DossierMerges.class)
                .standing(service.organisation(), 1)
                .getFirst()
                .kept();
        assertThat(browser.get("/dossiers/" + kept + "/segment").html())
                .contains("Venu d’un dossier réuni", "Segment A, depuis le 1er septembre 2025 : ne vaut plus");
    }

    @Test
    void whereThereAreNoSegmentsNothingIsSaidOfThem() {
        service.bean(ReferenceData.class)
                .publish(
                        service.service(),
                        RecordKind.PROFILE,
                        Map.of(new RecordId(UUID.randomUUID()), ShippedProfile.SANS_SEGMENTS.profile()),
                        ServiceFixture.NOON);

        assertThat(browser(backOffice).get(path).html())
                .contains("Garder ce dossier")
                .doesNotContain("séjour");
    }

    @Test
    void whoFindsTwoPersonsIsNotAskedAgain() {
        Browser browser = browser(head);

        browser.get(path);
        browser.submit(path, Map.of("choix", "deux"));
        sweep();

        assertThat(browser.get("/a-traiter").html()).doesNotContain("Doublon possible");
        assertThat(browser.get(path).status()).isEqualTo(404);
    }

    @Test
    void twoRecordsInOneDossierAreMergedToo() {
        RecordId again = TestPhone.newId();
        phone().save(dossier, TestPhone.create(RecordKind.PERSON, again, annie()))
                .push();
        sweep();
        Duplicates.Proposal proposal = service.bean(Duplicates.class).open(service.organisation(), 10).stream()
                .filter(one -> one.oneDossier().equals(one.otherDossier()))
                .findFirst()
                .orElseThrow();
        Browser browser = browser(backOffice);
        String pair = "/doublons/" + proposal.one() + "/" + proposal.other();

        browser.get(pair);
        browser.submit(pair, Map.of("choix", "second"));

        assertThat(browser.get("/doublons/fusions").html()).contains("Deux fiches du dossier");
        assertThat(phone().pull().ofKind(RecordKind.PERSON))
                .filteredOn(row -> row.groups().contains("\"merged\""))
                .hasSize(1);
    }

    @Test
    void nobodyElseSeesIt() {
        assertThat(browser(referent).get("/a-traiter").html()).doesNotContain("Doublon possible");
        assertThat(browser(referent).get(path).status()).isEqualTo(403);
    }

    @Test
    void aFormWithoutAChoiceIsShownAgain() {
        Browser browser = browser(backOffice);
        browser.get(path);

        assertThat(browser.submit(path, Map.of()).html()).contains("Il manque votre choix");
    }

    private void sweep() {
        service.bean(DuplicateSweep.class).sweep(service.organisation(), 1_000);
    }

    private static Person annie() {
        return new Person(
                new Person.Identity("Lefevre", "Annie", LocalDate.of(1971, 4, 2)),
                new Person.Membership(HouseholdRole.ADULT),
                null);
    }
}
