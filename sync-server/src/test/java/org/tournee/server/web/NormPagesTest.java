package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.organisation.Role;
import org.tournee.profile.NormFigure;
import org.tournee.profile.NormTarget;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.SegmentSheet;
import org.tournee.profile.ShippedProfile;
import org.tournee.segment.Segment;
import org.tournee.server.segment.PaceSurvey;
import org.tournee.server.segment.Profiles;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordKind;

/** The dated figures of the profile are changed in the browser, from a day on. Rules: R-SEG-0, R-SEG-4, R-BO. */
class NormPagesTest extends WebTest {

    private static final String PROFILE = "/reference/profil";
    private static final String A = PROFILE + "/segment-A";

    private Browser keeper;
    private LocalDate today;

    @BeforeEach
    void begin() {
        keeper = browser(backOffice);
        today = service.bean(PaceSurvey.class).today(service.organisation());
    }

    @Test
    void whatChangesIsLookedAtThenPublishedAndIsOnEveryPhoneWithTheNextSync() {
        Map<String, String> form = form(A);
        LocalDate day = today.plusMonths(2);
        form.put("depuis", day.toString());
        form.put("MINIMUM", "5");

        Browser.Page preview = keeper.submit(A, form);

        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.html())
                .contains("À partir du " + Words.day(day), "Contacts attendus, au moins : 4 contacts → 5 contacts");
        assertThat(onThePhone()).isEqualTo(ShippedProfile.VIENNE.profile());
        assertThat(keeper.submit(A + "/publication", form).status()).isEqualTo(303);
        OrganisationProfile next = onThePhone();
        assertThat(next.version()).isEqualTo(ShippedProfile.VIENNE.profile().version() + 1);
        assertThat(new NormTarget.OfSegment(Segment.A)
                        .inForce(next, day)
                        .get(NormFigure.MINIMUM)
                        .source())
                .isEqualTo("Décision du conseil");
        assertThat(browser(referent).get(PROFILE).html()).contains("4 à 6 en 6 mois", "5 à 6 en 6 mois");
        assertThat(browser(worker("Tom Petit", Role.ADMINISTRATOR))
                        .get("/journal?quoi=tout")
                        .html())
                .contains("Profil modifié", "version " + next.version());
    }

    /** R-SEG-4: on both sides, for both compute by the same profile and the same rules. */
    @Test
    void aPeriodThatBeganBeforeKeepsItsNormOnThePhoneAndOnTheServer() {
        Map<String, String> form = form(A);
        form.put("depuis", today.toString());
        form.put("MINIMUM", "5");
        assertThat(keeper.submit(A + "/publication", form).status()).isEqualTo(303);
        LocalDate before = today.minusDays(1);

        OrganisationProfile onServer = service.bean(Profiles.class).of(service.organisation());
        OrganisationProfile onPhone = onThePhone();

        assertThat(onPhone).isEqualTo(onServer);
        assertThat(minimum(before, onPhone)).isEqualTo(4);
        assertThat(minimum(before, onServer)).isEqualTo(4);
        assertThat(minimum(today, onPhone)).isEqualTo(5);
        assertThat(minimum(today, onServer)).isEqualTo(5);
    }

    /** What a period that begins on that day asks for. */
    private static int minimum(LocalDate first, OrganisationProfile profile) {
        return profile.sheet(Segment.A)
                .flatMap(sheet -> sheet.normOn(first))
                .map(SegmentSheet.Norm::frequency)
                .orElseThrow()
                .minimum()
                .value();
    }

    @Test
    void aDayThatIsOverKeepsItsNormAndWhatWasTypedStands() {
        Map<String, String> form = form(A);
        form.put("depuis", today.minusDays(1).toString());
        form.put("MINIMUM", "5");

        Browser.Page page = keeper.submit(A, form);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html())
                .contains("jugé par la valeur d’alors", "value=\"" + today.minusDays(1) + "\"", "value=\"5\"")
                .doesNotContain("data-test=\"publish\"");
        assertThat(keeper.submit(A + "/publication", form).status()).isEqualTo(422);
        assertThat(onThePhone()).isEqualTo(ShippedProfile.VIENNE.profile());
    }

    @Test
    void aValueOutOfItsBoundsAndAMissingSourceAreNamed() {
        Map<String, String> form = form(A);
        form.put("PHYSICAL_SHARE", "beaucoup");
        form.put("source", " ");

        assertThat(keeper.submit(A, form).html()).contains("hors des bornes", "la source", "value=\"beaucoup\"");
    }

    @Test
    void theSecondOfTwoWhoPublishAtOnceIsToldAndLosesNothing() {
        Map<String, String> mine = form(A);
        mine.put("MINIMUM", "5");
        Map<String, String> theirs = form(PROFILE + "/segment-B");
        theirs.put("MINIMUM", "2");
        assertThat(keeper.submit(PROFILE + "/segment-B/publication", theirs).status())
                .isEqualTo(303);

        Browser.Page told = keeper.submit(A + "/publication", mine);

        assertThat(told.status()).isEqualTo(422);
        assertThat(told.html()).contains("entre-temps", "4 contacts → 5 contacts", "value=\"5\"");
        mine.put("version", field(told.html(), "version"));
        assertThat(keeper.submit(A + "/publication", mine).status()).isEqualTo(303);
    }

    @Test
    void theServiceReadsAndTheBackOfficeAloneWrites() {
        Browser reader = browser(head);

        assertThat(reader.get(PROFILE).html()).doesNotContain("edit-norm");
        assertThat(reader.get(A).status()).isEqualTo(403);
        assertThat(reader.submit(A + "/publication", Map.of()).status()).isEqualTo(403);
        assertThat(keeper.get(PROFILE + "/segment-D").status()).isEqualTo(404);
        assertThat(keeper.get(PROFILE + "/mesure-A").status()).isEqualTo(404);
    }

    private Map<String, String> form(String path) {
        return TypedNorms.of(keeper.get(path));
    }

    private OrganisationProfile onThePhone() {
        return Groups.parse(phone().pull().ofKind(RecordKind.PROFILE).getLast().groups())
                .as(OrganisationProfile.class);
    }
}
