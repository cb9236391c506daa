package org.tournee.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.contact.Topic;
import org.tournee.dossier.DossierFixture;
import org.tournee.mandate.Mandate;
import org.tournee.organisation.Territory.Arrangement;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.FigureGroup;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.PlannedFigures;
import org.tournee.profile.ShippedProfile;
import org.tournee.request.Request;
import org.tournee.segment.Segment;

/** New dossiers go to whoever carries least for their time, with the reason; a small commune keeps its referent. R-ORG. */
class OfferTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final OrganisationProfile PROFILE = ShippedProfile.VIENNE.profile();

    private static WorkerId worker(int n) {
        return new WorkerId(new UUID(2, n));
    }

    private static int points(DossierFixture dossier) {
        return Workload.of(worker(1), 100, List.of(dossier.contents()), DAY, PROFILE)
                .points();
    }

    @ParameterizedTest(name = "R-ORG {0}: in {1}, mandate {2} until {3}, undecided {4}: {5} points")
    @CsvSource({
        "1, A, , , 0, 4",
        "2, B, , , 0, 2",
        "3, C, , , 0, 1",
        "4, INTAKE_1, , , 1, 3",
        "5, , , , 0, 2",
        "6, C, CHILD_AT_RISK_REPORT, , 0, 5",
        "7, C, CHILD_AT_RISK_REPORT, 2026-03-01, 0, 1",
        "8, C, CHILD_AT_RISK_REPORT, 2026-03-02, 0, 5",
        "9, B, MINIMUM_INCOME_SUPPORT, , 2, 5",
        "10, A, EVICTION_ENQUIRY, , 1, 7"
    })
    void aDossierWeighsWhatItsSegmentItsMandatesAndItsRequestsWeigh(
            int n, Segment segment, Mandate.Kind mandate, LocalDate until, int undecided, int points) {
        DossierFixture dossier = DossierFixture.openedOn(LocalDate.of(2026, 1, 1));
        if (segment != null) {
            dossier.stays(segment, LocalDate.of(2026, 1, 1), null);
        }
        if (mandate != null) {
            dossier.add(new Mandate(
                    new Mandate.Mission(mandate, "Département", null),
                    new Mandate.Term(LocalDate.of(2026, 1, 1), until)));
        }
        for (int i = 0; i < undecided; i++) {
            dossier.add(request(null));
        }
        dossier.add(request(DAY));

        assertThat(points(dossier)).isEqualTo(points);
    }

    private static Request request(LocalDate decided) {
        return new Request(
                new Request.Demand(Request.Origin.PERSON, Request.Urgency.NORMAL, Topic.FINANCE, DAY, ""),
                new Request.Handling(null, null, null, decided, null, null));
    }

    @Test
    void aClosedDossierWeighsNothing() {
        DossierFixture closed =
                DossierFixture.openedOn(LocalDate.of(2026, 1, 1)).closedOn(DAY);

        assertThat(Workload.of(worker(1), 80, List.of(closed.contents()), DAY, PROFILE))
                .isEqualTo(new Workload(worker(1), 80, 0, 0));
    }

    @ParameterizedTest(name = "R-ORG {0}: {1} {2}, loads {3}: {4}")
    @CsvSource({
        "11, DESECTORISED, , 1:100:20:40 2:100:20:39, 2",
        "12, DESECTORISED, , 1:100:20:40 2:50:10:21, 1",
        "13, DESECTORISED, , 1:100:20:40 2:50:10:20, 2",
        "14, DESECTORISED, , 2:100:20:40 1:100:20:40, 1",
        "15, DESECTORISED, 1, 1:100:20:40 2:100:20:39, 2",
        "16, COSECTORISED, , 1:100:20:40 2:100:20:39, 2",
        "17, COSECTORISED, 1, 1:100:20:40 2:100:20:39, 1",
        "18, SECTORISED, 3, 1:100:20:40, 3",
        "19, DESECTORISED, , '', "
    })
    void itIsOfferedToTheLeastLoadedUnlessTheCommuneHasItsReferent(
            int n, Arrangement arrangement, Integer own, String team, Integer offered) {
        Optional<Offer> offer = Offer.of(arrangement, own == null ? null : worker(own), loads(team));

        assertThat(offer.map(Offer::worker))
                .isEqualTo(Optional.ofNullable(offered).map(OfferTest::worker));
    }

    /** Rule: R-REF. Source: 004 §2.2.1. */
    @ParameterizedTest(name = "R-REF {0}: wished {1} in {2}, own {3}, loads {4}: {5}")
    @CsvSource({
        "20, 1, DESECTORISED, , 1:100:20:40 2:100:20:39, 1",
        "21, 2, COSECTORISED, 1, 1:100:20:40 2:100:20:39, 2",
        "22, 3, DESECTORISED, , 1:100:20:40 2:100:20:39, 2",
        "23, 3, SECTORISED, 1, 1:100:20:40 2:100:20:39, 1",
        "24, , COSECTORISED, 1, 1:100:20:40 2:100:20:39, 1",
        "25, 1, DESECTORISED, , '', "
    })
    void whomThePersonWishesForComesFirstWhereTheyMayTakeIt(
            int n, Integer wished, Arrangement arrangement, Integer own, String team, Integer offered) {
        Optional<Offer> offer = Offer.of(
                wished == null ? null : worker(wished), arrangement, own == null ? null : worker(own), loads(team));

        assertThat(offer.map(Offer::worker))
                .isEqualTo(Optional.ofNullable(offered).map(OfferTest::worker));
        assertThat(offer.map(made -> made.reason() instanceof Offer.Reason.Wished)
                        .orElse(false))
                .isEqualTo(wished != null && wished.equals(offered));
    }

    private static List<Workload> loads(String team) {
        List<Workload> loads = new ArrayList<>();
        for (String one : team.isEmpty() ? new String[0] : team.split(" ", -1)) {
            String[] part = one.split(":", -1);
            loads.add(new Workload(
                    worker(Integer.parseInt(part[0])),
                    Integer.parseInt(part[1]),
                    Integer.parseInt(part[2]),
                    Integer.parseInt(part[3])));
        }
        return loads;
    }

    @Test
    void theReasonSaysWhatTheyCarryAndWhoComesNext() {
        Workload least = new Workload(worker(2), 80, 20, 39);
        Workload next = new Workload(worker(1), 100, 20, 50);

        assertThat(Offer.of(Arrangement.DESECTORISED, null, List.of(next, least)))
                .contains(new Offer(worker(2), new Offer.Reason.LeastLoaded(least, next)));
        assertThat(least.perFullTime()).isEqualTo(49);
        assertThat(Offer.of(Arrangement.COSECTORISED, worker(1), List.of(next, least))
                        .map(Offer::reason))
                .contains(new Offer.Reason.OwnReferent(Arrangement.COSECTORISED));
    }

    @Test
    void aProfileFromBeforeTheWeightsCountsDossiers() {
        OrganisationProfile before = new OrganisationProfile(
                PROFILE.name(),
                PROFILE.version(),
                PROFILE.asOf(),
                PROFILE.zoneName(),
                PROFILE.labels(),
                PROFILE.segmentation(),
                PROFILE.reviews(),
                PROFILE.load(),
                PROFILE.reminders(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        DossierFixture dossier = DossierFixture.openedOn(DAY).stays(Segment.A, DAY, null);

        assertThat(Workload.of(worker(1), 100, List.of(dossier.contents(), dossier.contents()), DAY, before)
                        .points())
                .isEqualTo(2);
    }

    /** R-SEG-0: the load of a day is weighed as that day weighs. */
    @Test
    void aLoadIsWeighedWithTheWeightsOfTheDay() {
        DossierFixture dossier = DossierFixture.openedOn(DAY).stays(Segment.A, DAY, null);
        OrganisationProfile changed =
                PlannedFigures.planned(PROFILE, FigureGroup.WEIGHTS, DAY.plusDays(1), "WEIGHT_A=50");

        assertThat(Workload.points(dossier.contents(), DAY, changed))
                .isEqualTo(Workload.points(dossier.contents(), DAY, PROFILE));
        assertThat(Workload.points(dossier.contents(), DAY.plusDays(1), changed))
                .isEqualTo(50);
    }
}
