package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tournee.contact.Channel;
import org.tournee.contact.Contact;
import org.tournee.contact.Happening;
import org.tournee.contact.Place;
import org.tournee.contact.Planning;
import org.tournee.contact.Result;
import org.tournee.contact.Topic;
import org.tournee.organisation.Role;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.TestPostgres;
import org.tournee.sync.Action;
import org.tournee.sync.Audience;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** A dossier's history, told to each as far as they may see it. Rules: R-AUD, R-SHARE. */
class HistoryTest extends WebTest {

    private static final String SECRET = "Elle craint son frère.";

    private String path() {
        return "/dossiers/" + dossier + "/historique";
    }

    @Test
    void aChangeIsToldWithWhoWhenFromWhereAndBothValues() {
        moves();

        String html = browser(colleague).get(path()).html();

        assertThat(html)
                .contains("Camille Moreau", "téléphone", "Écriture", "Adresse", "pour le 9 mars 2026 à 10:30")
                .contains("<del>3 rue des Écoles</del>", "<ins>9 rue de l'École</ins>")
                .doesNotContain("<del>86400</del>");
    }

    @Test
    void theBackOfficeSeesAdministrativeValuesAloneAndThatTheRestWasDone() {
        moves();
        restricted();

        String html = browser(backOffice).get(path()).html();

        assertThat(html)
                .contains("9 rue de l'École", "Contact", "contenu réservé")
                .doesNotContain(SECRET);
    }

    @Test
    void whatIsRestrictedIsToldToItsAuthorTheReferentAndTheHeadAlone() {
        restricted();

        assertThat(browser(head).get(path()).html()).contains(SECRET);
        assertThat(browser(referent).get(path()).html()).contains(SECRET);
        var inTheTeam = worker("Lou Martin", Role.SOCIAL_WORKER);
        assertThat(browser(inTheTeam).get(path()).html())
                .contains("contenu réservé")
                .doesNotContain(SECRET);
    }

    @Test
    void aSettlementSaysWhatStandsFromThenOn() {
        RecordId conflict = clash();
        Browser browser = browser(backOffice);
        Browser.Page shown = browser.get(path(conflict));
        String kept = shown.html().replaceAll("(?s).*name=\"choix\" value=\"([^\"]+)\" data-test=\"keep\".*", "$1");
        browser.submit(path(conflict), Map.of("choix", kept, "vu", field(shown.html(), "vu")));

        assertThat(browser(referent).get(path()).html())
                .contains("Divergence tranchée", "Gaëlle Marchand", "au bureau", "avec une divergence");
    }

    @Test
    void readingsAreForTheHead() {
        browser(referent).get("/dossiers/" + dossier);

        assertThat(browser(head).get(path() + "?quoi=lectures").html()).contains("Lecture", "Camille Moreau");
        assertThat(browser(referent).get(path() + "?quoi=lectures").html())
                .contains("Rien ici")
                .doesNotContain("Lecture<");
    }

    @Test
    void theFilterStaysInTheAddressAndALongHistoryHasPages() {
        TestPhone phone = phone().pull();
        for (int i = 0; i < 27; i++) {
            phone.save(dossier, phone.change(RecordKind.DOSSIER, new RecordId(dossier.value()), "address", address(i)))
                    .push();
            phone.pull();
        }
        Browser browser = browser(head);

        String first = browser.get(path() + "?qui=" + referent).html();

        assertThat(first).contains("26 rue Neuve", "quoi=modifications&amp;qui=" + referent + "&amp;avant=");
        String earlier =
                first.replaceAll("(?s).*href=\"([^\"]+avant=\\d+)\".*", "$1").replace("&amp;", "&");
        assertThat(browser.get(earlier).html())
                .contains("<ins>0 rue Neuve</ins>")
                .doesNotContain("26 rue Neuve");
        assertThat(browser.get(path() + "?qui=" + colleague).html()).contains("Rien ici");
    }

    @Test
    void aStrangerIsRefused() {
        Browser.Page page = browser(stranger()).get(path());

        assertThat(page.status()).isEqualTo(403);
        assertThat(browser(head).get(path() + "?quoi=lectures").html()).contains("Yann Le Goff", "Accès refusé");
    }

    @Test
    void theStatementForThePersonNamesWhoAndWhatButNoValue() {
        moves();
        restricted();
        browser(backOffice).get("/dossiers/" + dossier);

        String html = browser(head).get(path() + "/releve").html();

        assertThat(html)
                .contains("Relevé des accès", "Lefèvre", "Gaëlle Marchand", "Gestion", "Ce qui s’est dit", "Adresse")
                .contains("rien n’y a été modifié ni retiré")
                .doesNotContain(SECRET, "9 rue");
        assertThat(browser(referent).get(path() + "/releve").status()).isEqualTo(403);
    }

    @Test
    void aStatementOfATamperedJournalSaysSo() throws Exception {
        moves();
        try (var connection = TestPostgres.connect();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("update audit set worker_id = null where chain = '" + dossier + "' and seq = 2");
        }

        assertThat(browser(head).get(path() + "/releve").html()).contains("n’est pas intact");
    }

    private void moves() {
        TestPhone phone = phone().pull();
        phone.save(dossier, phone.change(RecordKind.DOSSIER, new RecordId(dossier.value()), "address", SCHOOL))
                .push();
    }

    private static String address(int number) {
        return SCHOOL.replace("9 rue de l'École", number + " rue Neuve");
    }

    private void restricted() {
        Contact contact = new Contact(
                new Contact.Meeting(
                        Instant.parse("2026-03-09T09:00:00Z"),
                        Channel.PHONE,
                        Place.OFFICE,
                        Planning.PLANNED,
                        Happening.HELD,
                        10),
                new Contact.Attendance(List.of(ServiceFixture.adultOf(dossier))),
                new Contact.Content(List.of(Topic.FAMILY), true, SECRET, Result.FOLLOW_UP),
                null);
        TestPhone phone = phone().pull();
        phone.save(
                        dossier,
                        new TestPhone.Change(
                                Action.CREATE,
                                RecordKind.CONTACT,
                                TestPhone.newId(),
                                Audience.RESTRICTED,
                                0,
                                Groups.of(contact).changesSince(Groups.NONE)))
                .push();
    }
}
