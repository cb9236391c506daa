package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tournee.profile.FigureGroup;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.ShippedProfile;
import org.tournee.server.ServiceFixture;
import org.tournee.server.segment.PaceSurvey;
import org.tournee.server.store.ReferenceData;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Deadlines, reminders, loads and weights are changed in the browser, from a day on. Rules: R-SEG-0, R-BO. */
class GroupPagesTest extends WebTest {

    private static final String PROFILE = "/reference/profil";
    private static final String LOAD = PROFILE + "/groupe-LOAD";
    private static final String REVIEWS = PROFILE + "/groupe-REVIEWS";
    private static final String REMINDERS = PROFILE + "/groupe-REMINDERS";

    private Browser keeper;
    private LocalDate day;

    @BeforeEach
    void begin() {
        keeper = browser(backOffice);
        day = service.bean(PaceSurvey.class).today(service.organisation()).plusMonths(2);
    }

    @Test
    void whatChangesIsLookedAtThenPublishedAndThePastKeepsItsFigures() {
        Map<String, String> form = form(LOAD);
        form.put("MOST_REFERENT", "90");

        Browser.Page preview = keeper.submit(LOAD, form);

        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.html())
                .contains(
                        "À partir du " + Words.day(day),
                        "Dossiers d’un référent à plein temps, au plus : 100 dossiers → 90 dossiers");
        assertThat(onThePhone()).isEqualTo(ShippedProfile.VIENNE.profile());
        assertThat(keeper.submit(LOAD + "/publication", form).status()).isEqualTo(303);
        OrganisationProfile next = onThePhone();
        assertThat(most(next, day.minusDays(1))).isEqualTo(100);
        assertThat(most(next, day)).isEqualTo(90);
        assertThat(browser(referent).get(PROFILE).html())
                .containsPattern("à plein temps, au plus</th><td>100 dossiers</td>")
                .containsPattern("à plein temps, au plus</th><td>90 dossiers</td><td>" + Words.day(day)
                        + "</td><td[^>]*>Décision du conseil");
        assertThat(keeper.get(LOAD).html()).contains("déjà prévues à partir du " + Words.day(day));
    }

    private static int most(OrganisationProfile profile, LocalDate on) {
        return profile.on(on).load().mostReferent().value();
    }

    @Test
    void figuresThatDoNotGoTogetherAreNamedAndWhatWasTypedStands() {
        Map<String, String> form = form(REVIEWS);
        form.put("FIRST_NOTICE", "20");
        form.put("LAST_NOTICE", "");

        Browser.Page page = keeper.submit(REVIEWS, form);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html())
                .contains("du plus long au plus court", "Une valeur manque", "value=\"20\"")
                .doesNotContain("data-test=\"publish\"");
        assertThat(keeper.submit(REVIEWS + "/publication", form).status()).isEqualTo(422);
        assertThat(onThePhone()).isEqualTo(ShippedProfile.VIENNE.profile());
    }

    @Test
    void aFigureThatMayBeLeftOutIsNoneFromItsDayOn() {
        Map<String, String> form = form(REMINDERS);
        form.put("LIAISON", "");

        assertThat(keeper.submit(REMINDERS, form).html()).contains("3 jours → rien");
        assertThat(keeper.submit(REMINDERS + "/publication", form).status()).isEqualTo(303);
        assertThat(onThePhone().on(day).reminders().liaison()).isNull();
        assertThat(keeper.get(PROFILE).html())
                .containsPattern("n’a reprise est rappelée après</th><td>rien</td><td>" + Words.day(day));
    }

    @ParameterizedTest
    @EnumSource(FigureGroup.class)
    void everyGroupIsShownAndOpensWithWhatIsInForce(FigureGroup group) {
        publish(ShippedProfile.BRUXELLES);
        String path = PROFILE + "/groupe-" + group;
        boolean of = group != FigureGroup.SEGMENTS;

        assertThat(keeper.get(path).status()).isEqualTo(of ? 200 : 404);
        assertThat(keeper.get(PROFILE).html().contains(path + "\"")).isEqualTo(of);
        if (of) {
            assertThat(keeper.submit(path, form(path)).html()).contains("Rien ne change");
        }
    }

    @Test
    void theBackOfficeAloneWritesAndALawComesByNoForm() {
        Browser reader = browser(head);

        assertThat(reader.get(PROFILE).html())
                .contains("Dernier rappel d’une revue, avant")
                .doesNotContain("edit-norm");
        assertThat(reader.get(LOAD).status()).isEqualTo(403);
        assertThat(reader.submit(LOAD + "/publication", Map.of()).status()).isEqualTo(403);
        assertThat(keeper.get(PROFILE + "/groupe-REQUESTS").status()).isEqualTo(404);
        assertThat(keeper.get(PROFILE + "/groupe-A").status()).isEqualTo(404);
    }

    /** What the form holds, from that day on. */
    private Map<String, String> form(String path) {
        Map<String, String> form = TypedNorms.of(keeper.get(path));
        form.put("depuis", day.toString());
        return form;
    }

    private void publish(ShippedProfile profile) {
        service.bean(ReferenceData.class)
                .publish(
                        service.service(),
                        RecordKind.PROFILE,
                        Map.of(new RecordId(UUID.randomUUID()), profile.profile()),
                        ServiceFixture.NOON);
    }

    private OrganisationProfile onThePhone() {
        return Groups.parse(phone().pull().ofKind(RecordKind.PROFILE).getLast().groups())
                .as(OrganisationProfile.class);
    }
}
