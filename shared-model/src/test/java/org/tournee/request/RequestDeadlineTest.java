package org.tournee.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.contact.Topic;
import org.tournee.profile.FigureGroup;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.PlannedFigures;
import org.tournee.profile.ShippedProfile;

/** Thirty days to decide, eight to notify. Rule: R-REQ. */
class RequestDeadlineTest {

    private static Request request(LocalDate acknowledged, LocalDate decided, LocalDate notified) {
        Request.Decision decision = decided == null ? null : Request.Decision.GRANTED;
        return new Request(
                new Request.Demand(
                        Request.Origin.PERSON, Request.Urgency.NORMAL, Topic.FINANCE, LocalDate.of(2026, 3, 2), ""),
                new Request.Handling(acknowledged, null, decision, decided, notified, null));
    }

    @ParameterizedTest(name = "R-REQ {0}: acknowledged {1}, decided {2}, notified {3}: {4} until {5}")
    @CsvSource({
        "1, 2026-03-03, , , DECIDE, 2026-04-02",
        "2, , , , DECIDE, 2026-04-01",
        "3, 2026-01-31, , , DECIDE, 2026-03-02",
        "4, 2026-03-03, 2026-03-20, , NOTIFY, 2026-03-28",
        "5, , 2026-03-20, , NOTIFY, 2026-03-28",
        "6, 2026-03-03, 2026-05-01, , NOTIFY, 2026-05-09"
    })
    void whatComesNextIsDecidedThenNotified(
            int n,
            LocalDate acknowledged,
            LocalDate decided,
            LocalDate notified,
            RequestDeadline.Duty duty,
            LocalDate due) {
        assertThat(RequestDeadline.of(request(acknowledged, decided, notified), ShippedProfile.BRUXELLES.profile()))
                .contains(new RequestDeadline(duty, due));
    }

    @Test
    void whatIsNotifiedIsDone() {
        LocalDate day = LocalDate.of(2026, 3, 20);

        assertThat(RequestDeadline.of(request(day, day, day), ShippedProfile.BRUXELLES.profile()))
                .isEmpty();
    }

    @Test
    void withoutALawThereIsNoDeadline() {
        assertThat(RequestDeadline.of(request(null, null, null), ShippedProfile.VIENNE.profile()))
                .isEmpty();
    }

    /** From the first of April on the service decides in twenty days, and notifies in five. */
    @ParameterizedTest(name = "R-SEG-0 {0}: acknowledged {1}, decided {2}: {3} until {4}")
    @CsvSource({
        "1, 2026-03-31, , DECIDE, 2026-04-30",
        "2, 2026-04-01, , DECIDE, 2026-04-21",
        "3, , , DECIDE, 2026-04-01",
        "4, 2026-03-03, 2026-03-31, NOTIFY, 2026-04-08",
        "5, 2026-03-03, 2026-04-01, NOTIFY, 2026-04-06"
    })
    void aDeadlineThatRunsKeepsItsLength(
            int n, LocalDate acknowledged, LocalDate decided, RequestDeadline.Duty duty, LocalDate due) {
        OrganisationProfile profile = PlannedFigures.planned(
                ShippedProfile.BRUXELLES.profile(),
                FigureGroup.REQUESTS,
                LocalDate.of(2026, 4, 1),
                "DECISION=20 NOTIFICATION=5");

        assertThat(RequestDeadline.of(request(acknowledged, decided, null), profile))
                .contains(new RequestDeadline(duty, due));
    }
}
