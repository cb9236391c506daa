package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tournee.contact.Topic;
import org.tournee.directory.DirectoryNote;
import org.tournee.directory.Partner;
import org.tournee.server.TestPhone;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.sync.Groups;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.ReturnReason;

/** The directory is kept in the browser, carried to every phone, and corrected from the field. Rules: R-DIR, R-BO, R-AUD. */
class DirectoryPagesTest extends WebTest {

    private static final String LIST = "/annuaire";
    private static final LocalDate NOTED = LocalDate.of(2026, 3, 9);

    private static Map<String, String> sheet(String id, String rev) {
        return new HashMap<>(Map.of(
                "id", id,
                "rev", rev,
                "nom", "Épicerie sociale du Civraisien",
                "sujet-DAILY_LIFE", "oui",
                "offre", "Produits à prix réduit",
                "commune", "Civray",
                "telephone", "05 49 00 20 07"));
    }

    /** A partner, made on the back office's pages. */
    static RecordId listed(Browser keeper) {
        String id = field(keeper.get(LIST + "/nouveau").html(), "id");
        assertThat(keeper.submit(LIST, sheet(id, "0")).status()).isEqualTo(303);
        return new RecordId(UUID.fromString(id));
    }

    @Test
    void whatTheBackOfficeWritesIsOnEveryPhoneAndAudited() {
        Browser keeper = browser(backOffice);
        RecordId partner = listed(keeper);

        Partner pulled = phone().pull().ofKind(RecordKind.PARTNER).stream()
                .filter(row -> row.id().equals(partner))
                .map(row -> Groups.parse(row.groups()).as(Partner.class))
                .findFirst()
                .orElseThrow();
        assertThat(pulled.identity().name()).isEqualTo("Épicerie sociale du Civraisien");
        assertThat(pulled.offer().topics()).containsExactly(Topic.DAILY_LIFE);
        assertThat(pulled.standing().open()).isTrue();
        assertThat(audits(partner)).containsExactly(backOffice + " WRITE");
        assertThat(keeper.get(LIST + "?q=epicerie").html()).contains("Épicerie sociale");
        assertThat(keeper.get(LIST + "?q=epicerie&sujet=HEALTH").html()).contains("Aucun partenaire ici");
        assertThat(keeper.get(LIST + "?etat=fermes").html()).contains("Aucun partenaire ici");
    }

    private List<String> audits(RecordId record) {
        return service.bean(Database.class)
                .read(connection -> Sql.all(
                        connection,
                        "select worker_id, act from audit where org_id = ? and record_id = ? order by seq",
                        row -> row.getString("worker_id") + " " + row.getString("act"),
                        service.organisation(),
                        record));
    }

    @Test
    void aSheetThatSomebodyElseWroteMeanwhileIsNotOverwritten() {
        Browser keeper = browser(backOffice);
        RecordId partner = listed(keeper);
        Map<String, String> first = sheet(partner.toString(), "1");
        first.put("ferme", "oui");
        assertThat(keeper.submit(LIST, first).status()).isEqualTo(303);

        assertThat(keeper.submit(LIST, sheet(partner.toString(), "1")).html()).contains("entre-temps");
        assertThat(keeper.get(LIST + "?etat=fermes").html()).contains("Épicerie sociale");
    }

    /** The id comes from the form: it may be that of anything whose number stands in an address. */
    @Test
    void aSheetTakesNoOtherRecordsPlace() {
        Browser keeper = browser(backOffice);
        keeper.get(LIST + "/nouveau");
        for (int rev = 0; rev < 4; rev++) {
            Browser.Page page = keeper.submit(LIST, sheet(dossier.toString(), Integer.toString(rev)));
            assertThat(page.html()).contains("entre-temps");
        }

        assertThat(browser(referent).get("/dossiers/" + dossier).html()).contains("Lefèvre");
    }

    @Test
    void whatIsMissingIsNamedAndNothingTypedIsLost() {
        Browser keeper = browser(backOffice);
        Map<String, String> typed = sheet(field(keeper.get(LIST + "/nouveau").html(), "id"), "0");
        typed.remove("sujet-DAILY_LIFE");
        typed.put("commune", " ");

        Browser.Page page = keeper.submit(LIST, typed);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html()).contains("Aide pour : à remplir", "Commune : à remplir", "Produits à prix réduit");
    }

    @Test
    void theServiceReadsAndTheBackOfficeAloneWrites() {
        RecordId partner = listed(browser(backOffice));
        Browser reader = browser(referent);

        assertThat(reader.get(LIST + "/fiches/" + partner).html())
                .contains("05 49 00 20 07")
                .doesNotContain("Enregistrer la fiche");
        assertThat(reader.submit(LIST, sheet(partner.toString(), "1")).status()).isEqualTo(403);
        assertThat(reader.get(LIST + "/remarques").status()).isEqualTo(403);
    }

    @Test
    void noPhoneWritesAPartner() {
        RecordId partner = listed(browser(backOffice));
        TestPhone phone = phone().pull();

        Outcome outcome = phone.save(
                        dossier, phone.change(RecordKind.PARTNER, partner, "identity", "{\"name\":\"Autre\"}"))
                .push()
                .get(0);

        assertThat(outcome.reason()).isEqualTo(ReturnReason.COMMAND_ONLY);
    }

    @Test
    void aNeedIsCountedWithoutItsWordsAndReadOneByOneByWhoeverKeepsTheDirectory() {
        RecordId need = noted(DirectoryNote.Note.need(Topic.HEALTH, "Un dentiste près de Civray", NOTED));
        Browser keeper = browser(backOffice);

        String list = keeper.get(LIST + "/remarques").html();
        assertThat(list).contains("Besoin sans réponse", "Santé").doesNotContain("dentiste");
        assertThat(audits(need)).isEmpty();

        assertThat(keeper.get(LIST + "/remarques/" + need).html()).contains("Un dentiste près de Civray");
        assertThat(audits(need)).containsExactly(backOffice + " READ");

        keeper.submit(LIST + "/remarques/" + need, Map.of());
        assertThat(keeper.get(LIST + "/remarques").html()).contains("Rien n’attend", "Santé");
        assertThat(keeper.get(LIST + "/remarques?sujet=HEALTH").html()).contains("classée");
        DirectoryNote seen = phone().pull().ofKind(RecordKind.DIRECTORY_NOTE).stream()
                .map(row -> Groups.parse(row.groups()).as(DirectoryNote.class))
                .findFirst()
                .orElseThrow();
        assertThat(seen.handling()).isNotNull();
    }

    @Test
    void aCorrectionLeadsToItsPartnerAndWaitsBesideTheName() {
        RecordId partner = listed(browser(backOffice));
        RecordId correction = noted(DirectoryNote.Note.correction(partner, "Fermée le jeudi", NOTED));
        Browser keeper = browser(backOffice);

        assertThat(keeper.get(LIST).html()).contains("Remarques du terrain (1)");
        assertThat(keeper.get(LIST + "/remarques/" + correction).html())
                .contains("Fermée le jeudi", LIST + "/fiches/" + partner);
    }

    private RecordId noted(DirectoryNote.Note note) {
        RecordId id = new RecordId(UUID.randomUUID());
        TestPhone phone = phone().pull();
        List<Outcome> outcomes = phone.save(
                        dossier, TestPhone.create(RecordKind.DIRECTORY_NOTE, id, new DirectoryNote(note, null)))
                .push();
        assertThat(outcomes).extracting(Outcome::verdict).containsExactly(Outcome.Verdict.APPLIED);
        return id;
    }
}
