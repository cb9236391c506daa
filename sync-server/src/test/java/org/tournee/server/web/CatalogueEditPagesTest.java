package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.rights.Right;
import org.tournee.rights.RightsCatalogue;
import org.tournee.rights.ShippedCatalogue;
import org.tournee.server.ServiceFixture;
import org.tournee.server.store.ReferenceData;
import org.tournee.sync.FeedRow;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** The back office edits the catalogue of rights as a draft, and publishes it as a version. Rules: R-CAT, R-BO. */
class CatalogueEditPagesTest extends WebTest {

    private static final String DRAFT = "/reference/droits/brouillon";
    private static final RightsCatalogue FIRST = ShippedCatalogue.FR.catalogue();

    private Browser keeper;

    @BeforeEach
    void aCatalogue() {
        service.bean(ReferenceData.class)
                .publish(
                        service.service(),
                        RecordKind.CATALOGUE,
                        Map.of(new RecordId(UUID.randomUUID()), FIRST),
                        ServiceFixture.NOON);
        keeper = browser(backOffice);
    }

    @Test
    void whatIsPublishedIsOnThePhonesWithTheNextSyncAndBeforeThatItIsNot() {
        add(keeper, "Aide numérique");
        retire("css");
        assertThat(onThePhone()).isEqualTo(FIRST);
        assertThat(keeper.get(DRAFT).html()).contains("Nouveau", "Aide numérique", "Retiré", "sera retiré");

        publish();

        RightsCatalogue second = onThePhone();
        assertThat(second.version()).isEqualTo(FIRST.version() + 1);
        assertThat(second.offered())
                .extracting(Right::id)
                .contains("aide-numerique")
                .doesNotContain("css");
        assertThat(second.nameOf("css")).isEqualTo(FIRST.nameOf("css"));
        assertThat(keeper.get("/reference/droits").html()).contains("version 2", "Aide numérique");
        assertThat(keeper.get(DRAFT).html()).contains("Rien pour le moment");
    }

    @Test
    void anEarlierVersionStaysReadableWithWhoPublishedItAndWhen() {
        retire("css");
        publish();
        WorkerId technician = worker("Tom Petit", Role.ADMINISTRATOR);

        assertThat(browser(referent).get("/reference/droits/versions").html())
                .contains("Version 2", "Gaëlle Marchand", "Version 1", "le service");
        assertThat(browser(referent).get("/reference/droits/versions/1").html())
                .contains("Une version d’avant", FIRST.nameOf("css"));
        assertThat(browser(referent).get("/reference/droits").html()).doesNotContain(FIRST.nameOf("css"));
        assertThat(browser(technician).get("/journal?quoi=tout").html()).contains("Catalogue des droits publié");
    }

    @Test
    void thePreviewShowsWhatWasBeforeAndWhatWillBe() {
        Map<String, String> form = form("css");
        form.put("institution", "CPAM, MSA ou CAF");
        assertThat(keeper.submit(DRAFT + "/droits", form).status()).isEqualTo(303);

        assertThat(keeper.get(DRAFT).html())
                .contains("Corrigé", "<del>CPAM ou MSA</del>", "CPAM, MSA ou CAF")
                .doesNotContain("<del>Complémentaire");
    }

    /** Two at once: the second is told, reads what the first wrote, and loses nothing typed. */
    @Test
    void theSecondOfTwoEditorsIsToldAndLosesNothing() {
        Map<String, String> mine = form("css");
        mine.put("institution", "Ma version");
        Browser other = browser(worker("Rachel Simon", Role.BACK_OFFICE));
        Map<String, String> theirs = form("css");
        theirs.put("institution", "Leur version");
        other.get(DRAFT);
        assertThat(other.submit(DRAFT + "/droits", theirs).status()).isEqualTo(303);

        Browser.Page told = keeper.submit(DRAFT + "/droits", mine);

        assertThat(told.status()).isEqualTo(422);
        assertThat(told.html()).contains("entre-temps", "Leur version", "value=\"Ma version\"");
        mine.put("vu", field(told.html(), "vu"));
        assertThat(keeper.submit(DRAFT + "/droits", mine).status()).isEqualTo(303);
        assertThat(keeper.get(DRAFT).html()).contains("Ma version");
    }

    @Test
    void twoWhoEditDifferentRightsDoNotDisturbEachOther() {
        Map<String, String> mine = form("css");
        mine.put("institution", "Ma version");
        Browser other = browser(worker("Rachel Simon", Role.BACK_OFFICE));
        add(other, "Aide numérique");

        assertThat(keeper.submit(DRAFT + "/droits", mine).status()).isEqualTo(303);
    }

    @Test
    void nothingIsPublishedThatNobodyLookedAt() {
        retire("css");
        String looked = field(keeper.get(DRAFT).html(), "vu");
        add(browser(worker("Rachel Simon", Role.BACK_OFFICE)), "Aide numérique");

        Browser.Page page = keeper.submit(DRAFT + "/publication", Map.of("vu", looked));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html()).contains("entre-temps", "Aide numérique");
        assertThat(onThePhone()).isEqualTo(FIRST);
    }

    @Test
    void aDraftThatIsGivenUpLeavesTheCatalogueAsItIs() {
        retire("css");
        keeper.submit(DRAFT + "/abandon", Map.of("vu", field(keeper.get(DRAFT).html(), "vu")));

        assertThat(keeper.get(DRAFT).html()).contains("Rien pour le moment");
        assertThat(onThePhone()).isEqualTo(FIRST);
    }

    @Test
    void whatIsWrongIsNamedAndNothingTypedIsLost() {
        Map<String, String> form = form("css");
        form.put("page", "http://exemple.fr");
        form.put("renouvellement", "999");
        form.put("documents", "");

        Browser.Page page = keeper.submit(DRAFT + "/droits", form);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html())
                .contains("commence par https://", "de 1 à 240 mois", "Documents")
                .contains("value=\"http://exemple.fr\"", "value=\"999\"");
        assertThat(keeper.get(DRAFT).html()).contains("Rien pour le moment");
    }

    @Test
    void theServiceReadsAndTheBackOfficeAloneWrites() {
        Browser reader = browser(head);

        assertThat(reader.get("/reference/droits").html()).doesNotContain("Modifier le catalogue");
        assertThat(reader.get(DRAFT).status()).isEqualTo(403);
        assertThat(reader.submit(DRAFT + "/publication", Map.of("vu", "")).status())
                .isEqualTo(403);
        assertThat(keeper.get(DRAFT + "/droits/inconnu").status()).isEqualTo(404);
    }

    static void add(Browser keeper, String name) {
        keeper.get(DRAFT + "/nouveau");
        Map<String, String> form = Map.of(
                "id", "",
                "vu", "",
                "nom", name,
                "institution", "Commune de Civray",
                "domaine", "LOCAL",
                "nature", "DISCRETIONARY",
                "conditions", "Habiter à Civray.",
                "documents", "pièce d’identité\njustificatif de domicile",
                "page", "https://www.civray.fr/aide");
        assertThat(keeper.submit(DRAFT + "/droits", form).status()).isEqualTo(303);
    }

    private void retire(String right) {
        String seen = field(keeper.get(DRAFT + "/droits/" + right).html(), "vu");
        assertThat(keeper.submit(DRAFT + "/droits/" + right + "/retrait", Map.of("vu", seen))
                        .status())
                .isEqualTo(303);
    }

    private void publish() {
        String seen = field(keeper.get(DRAFT).html(), "vu");
        assertThat(keeper.submit(DRAFT + "/publication", Map.of("vu", seen)).status())
                .isEqualTo(303);
    }

    /** What the form of a right would send. */
    private Map<String, String> form(String id) {
        Right right = FIRST.right(id).orElseThrow();
        String seen = field(keeper.get(DRAFT + "/droits/" + id).html(), "vu");
        return new HashMap<>(Map.of(
                "id", id,
                "vu", seen,
                "nom", right.name(),
                "institution", right.institution(),
                "domaine", right.domain().name(),
                "nature", right.nature().name(),
                "conditions", right.conditions(),
                "documents", String.join("\r\n", right.documents()),
                "page", right.officialPage(),
                "renouvellement", String.valueOf(right.renewalMonths())));
    }

    private RightsCatalogue onThePhone() {
        FeedRow row = phone().pull().ofKind(RecordKind.CATALOGUE).getLast();
        return Groups.parse(row.groups()).as(RightsCatalogue.class);
    }
}
