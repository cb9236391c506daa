package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tournee.bilan.BilanItem;
import org.tournee.bilan.Dimension;
import org.tournee.bilan.Effect;
import org.tournee.bilan.WhoseWord;
import org.tournee.contact.Channel;
import org.tournee.contact.Contact;
import org.tournee.contact.Happening;
import org.tournee.contact.Place;
import org.tournee.contact.Planning;
import org.tournee.contact.Result;
import org.tournee.contact.Topic;
import org.tournee.referral.Referral;
import org.tournee.rights.FollowUpOutcome;
import org.tournee.rights.RightCheck;
import org.tournee.rights.RightState;
import org.tournee.rights.RightsCheckup;
import org.tournee.rights.ShippedCatalogue;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.store.ReferenceData;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** What is sealed is counted by a kind, a code and a day, written with the record. Rules: R-IND, R-REL, R-BIL, R-RDD, R-CON. */
class SealedFiguresTest extends WebTest {

    private static final LocalDate FEBRUARY_2 = LocalDate.of(2026, 2, 2);
    private static final String SPRING = "?du=2026-02-01&au=2026-03-31";

    @Test
    void aVisitIsCountedWhereItWasAtHomeAndTookPlace() {
        save(RecordKind.CONTACT, contact(Place.HOME, Channel.IN_PERSON, Happening.HELD));
        save(RecordKind.CONTACT, contact(Place.HOME, Channel.IN_PERSON, Happening.NO_SHOW));
        save(RecordKind.CONTACT, contact(Place.OFFICE, Channel.IN_PERSON, Happening.HELD));
        save(RecordKind.CONTACT, contact(Place.HOME, Channel.PHONE, Happening.HELD));

        assertThat(row("Visites à domicile", "Tenues")).isEqualTo("1");
        assertThat(behind("HOME_VISIT")).contains("/dossiers/" + dossier);
    }

    @Test
    void aReferralIsCountedByWhatBecameOfIt() {
        TestPhone phone = phone().pull();
        RecordId referral = TestPhone.newId();
        phone.save(dossier, TestPhone.create(RecordKind.REFERRAL, referral, referral(null)))
                .push();
        assertThat(row("Passages de relais, par suite", "pas encore confirmé")).isEqualTo("1");

        phone.pull()
                .save(
                        dossier,
                        phone.change(
                                RecordKind.REFERRAL,
                                referral,
                                "outcome",
                                "{\"state\":\"TAKEN_OVER\",\"who\":\"Mme Petit\",\"how\":\"Appel\",\"known_on\":\"2026-02-20\"}"))
                .push();

        assertThat(row("Passages de relais, par suite", "pris en charge")).isEqualTo("1");
        assertThat(page()).doesNotContain("pas encore confirmé");
    }

    @Test
    void anItemIsCountedByDimensionAndEffectAndLeavesWithItsRecord() {
        TestPhone phone = phone().pull();
        RecordId item = TestPhone.newId();
        phone.save(
                        dossier,
                        TestPhone.create(
                                RecordKind.BILAN_ITEM,
                                item,
                                new BilanItem(
                                        new BilanItem.Statement(
                                                Dimension.HOUSING,
                                                Effect.DANGER,
                                                WhoseWord.PERSON_WORD,
                                                "Menace d’expulsion",
                                                false),
                                        new BilanItem.Validity(FEBRUARY_2, null))))
                .push();

        assertThat(row("Situation, par dimension et effet", "Logement : menace"))
                .isEqualTo("1");
        assertThat(kept()).as("a code and a day, no words").containsExactly("BILAN_ITEM HOUSING.DANGER 2026-02-02");
        phone.pull();
        phone.save(dossier, phone.delete(RecordKind.BILAN_ITEM, item)).push();
        assertThat(kept()).isEmpty();
    }

    @Test
    void aRightThatWasOpenedIsCountedByItsDomainOnItsDay() {
        service.bean(ReferenceData.class)
                .publish(
                        service.service(),
                        RecordKind.CATALOGUE,
                        Map.of(new RecordId(UUID.randomUUID()), ShippedCatalogue.FR.catalogue()),
                        ServiceFixture.NOON);
        TestPhone phone = phone().pull();
        RecordId checkup = TestPhone.newId();
        RecordId check = TestPhone.newId();
        phone.save(
                        dossier,
                        TestPhone.create(
                                RecordKind.RIGHTS_CHECKUP,
                                checkup,
                                new RightsCheckup(
                                        new RightsCheckup.Occasion(
                                                RightsCheckup.Trigger.MOVE, RightsCheckup.Origin.PERSON, "fr", 1),
                                        new RightsCheckup.Course(Instant.parse("2026-02-02T10:00:00Z"), 30, true))),
                        TestPhone.create(RecordKind.RIGHT_CHECK, check, check(checkup, FEBRUARY_2.plusDays(9))),
                        TestPhone.create(RecordKind.RIGHT_CHECK, TestPhone.newId(), check(checkup, null)),
                        TestPhone.create(RecordKind.RIGHT_CHECK, TestPhone.newId(), putOff(checkup)))
                .push();

        assertThat(row("Accès aux droits", "Rendez-vous tenus")).isEqualTo("1");
        assertThat(row("Accès aux droits", "Droits examinés"))
                .as("one that was put off was not looked at")
                .isEqualTo("2");
        assertThat(row("Accès aux droits", "ouverts dans les trois mois du rendez-vous"))
                .isEqualTo("1");
        assertThat(row("Accès aux droits", "dont la santé")).isEqualTo("0");
        assertThat(row("Accès aux droits", "Délai médian du rendez-vous à l’ouverture"))
                .isEqualTo("9 jours");
        assertThat(row("Rendez-vous des droits, par initiative", "à la demande de la personne"))
                .isEqualTo("1");
        assertThat(row("Droits ouverts, par domaine", "Minima sociaux")).isEqualTo("1");
        assertThat(row("Droits ouverts, par domaine", "<strong>Ensemble</strong>"))
                .isEqualTo("1");
        assertThat(behind("RIGHT_OPENED&code=MINIMUM_INCOME")).contains("/dossiers/" + dossier);
    }

    @Test
    void aRightThatIsGivenUpIsCountedAndDueReviewsAreSaid() {
        TestPhone phone = phone().pull();
        RecordId check = TestPhone.newId();
        phone.save(
                        dossier,
                        TestPhone.create(
                                RecordKind.RIGHT_CHECK,
                                check,
                                check(TestPhone.newId(), null)
                                        .ended(new RightCheck.Ending(FollowUpOutcome.GIVEN_UP, FEBRUARY_2))))
                .push();

        assertThat(row("Accès aux droits", "Droits abandonnés")).isEqualTo("1");
        assertThat(page()).contains("Réexamens et révisions dus");
        phone.pull();
        phone.save(dossier, phone.delete(RecordKind.RIGHT_CHECK, check)).push();
        assertThat(row("Accès aux droits", "Droits abandonnés")).isEqualTo("0");
    }

    @Test
    void theDirectionSeesNoSmallCellAndThePageSaysSinceWhenItCounts() {
        save(RecordKind.REFERRAL, referral(null));

        String published = browser(direction).get("/equipe/indicateurs").html();

        assertThat(published).contains("Compté pour ce que le service a reçu depuis le");
        assertThat(value(published, "Passages de relais, par suite", "pas encore confirmé"))
                .isEqualTo("–");
    }

    private static Contact contact(Place place, Channel channel, Happening happening) {
        return new Contact(
                new Contact.Meeting(
                        Instant.parse("2026-02-10T10:00:00Z"), channel, place, Planning.PLANNED, happening, 30),
                new Contact.Attendance(List.of()),
                new Contact.Content(List.of(Topic.HOUSING), true, "Point.", Result.FOLLOW_UP),
                null);
    }

    private Referral referral(Referral.@Nullable Outcome outcome) {
        return new Referral(
                new Referral.Orientation("Mission locale", "Une formation", FEBRUARY_2),
                new Referral.Sharing(Referral.Ground.NOTHING_PASSED, "", null, null),
                new Referral.Watch(FEBRUARY_2.plusDays(15), referent),
                outcome);
    }

    private static RightCheck check(RecordId checkup, @Nullable LocalDate openedOn) {
        return new RightCheck(
                new RightCheck.Subject(checkup, openedOn == null ? "css" : "rsa"),
                new RightCheck.Finding(RightState.PROBABLE, null),
                null,
                null,
                openedOn == null ? null : new RightCheck.Ending(FollowUpOutcome.OPENED, openedOn));
    }

    private static RightCheck putOff(RecordId checkup) {
        return new RightCheck(
                new RightCheck.Subject(checkup, "apa"),
                new RightCheck.Finding(RightState.NOT_LOOKED_AT, null),
                null,
                null,
                null);
    }

    private void save(RecordKind kind, Object record) {
        phone().pull()
                .save(dossier, TestPhone.create(kind, TestPhone.newId(), record))
                .push();
    }

    private String page() {
        return browser(head).get("/equipe/indicateurs" + SPRING).html();
    }

    private String row(String table, String label) {
        return value(page(), table, label);
    }

    private static String value(String html, String table, String label) {
        String from = html.substring(html.indexOf("<h2>" + table));
        return from.replaceAll("(?s).*?<th scope=\"row\"[^>]*>" + label + "</th><td class=\"number\">([^<]*)<.*", "$1");
    }

    private String behind(String figure) {
        return browser(head)
                .get("/equipe/indicateurs/dossiers" + SPRING + "&quoi=" + figure)
                .html();
    }

    private List<String> kept() {
        return service.bean(Database.class)
                .read(connection -> Sql.all(
                        connection,
                        "select kind, code, day from told_fact where org_id = ?",
                        row -> row.getString("kind") + " " + row.getString("code") + " " + row.getString("day"),
                        service.organisation()));
    }
}
