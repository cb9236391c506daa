package org.tournee.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tournee.request.RequestStep.ACKNOWLEDGE;
import static org.tournee.request.RequestStep.APPEAL;
import static org.tournee.request.RequestStep.DECIDE;
import static org.tournee.request.RequestStep.NOTIFY;
import static org.tournee.request.RequestStep.OFFER_APPOINTMENT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.contact.Topic;
import org.tournee.request.Request.Decision;
import org.tournee.request.RequestStep.Refusal;

/** From acknowledgement to appeal, as a decision table. Rule: R-REQ. */
class RequestStepTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 20);

    /** What was done so far is written as the initials of its steps: A, O, D, N, P. The request is of the 1st of April. */
    @ParameterizedTest(name = "{0}: after \"{1}\", {2} on day {3} {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "1, '',   ACKNOWLEDGE,       2026-04-01, -",
                "2, '',   ACKNOWLEDGE,       2026-03-31, TOO_EARLY",
                "3, '',   ACKNOWLEDGE,       2026-04-20, -",
                "4, '',   ACKNOWLEDGE,       2026-04-21, IN_THE_FUTURE",
                "5, A,    ACKNOWLEDGE,       2026-04-05, NOT_NOW",
                "6, D,    ACKNOWLEDGE,       2026-04-05, NOT_NOW",
                "7, '',   OFFER_APPOINTMENT, 2026-05-30, -",
                "8, O,    OFFER_APPOINTMENT, 2026-05-30, NOT_NOW",
                "9, '',   DECIDE,            2026-04-02, -",
                "10, A,   DECIDE,            2026-04-02, TOO_EARLY",
                "11, A,   DECIDE,            2026-04-03, -",
                "12, AD,  DECIDE,            2026-04-12, NOT_NOW",
                "13, '',  NOTIFY,            2026-04-12, NOT_NOW",
                "14, D,   NOTIFY,            2026-04-09, TOO_EARLY",
                "15, D,   NOTIFY,            2026-04-10, -",
                "16, DN,  NOTIFY,            2026-04-18, NOT_NOW",
                "17, D,   APPEAL,            2026-04-18, NOT_NOW",
                "18, DN,  APPEAL,            2026-04-14, TOO_EARLY",
                "19, DN,  APPEAL,            2026-04-15, -",
                "20, DNP, APPEAL,            2026-04-19, NOT_NOW",
            })
    void aStepIsTakenInItsOrderOrSaysWhyNot(int number, String done, RequestStep step, LocalDate on, Refusal refused) {
        RequestStep.Result result = step.take(request(done), on, Decision.GRANTED, TODAY);

        if (refused == null) {
            assertThat(result).isInstanceOf(RequestStep.Taken.class);
            assertThat(RequestStep.openTo(((RequestStep.Taken) result).request()))
                    .doesNotContain(step);
        } else {
            assertThat(result).isEqualTo(new RequestStep.Refused(refused));
        }
    }

    @Test
    void toDecideSaysWhat() {
        assertThat(DECIDE.take(request("A"), TODAY, null, TODAY))
                .isEqualTo(new RequestStep.Refused(Refusal.DECISION_MISSING));
    }

    @Test
    void fromTheFirstToTheLast() {
        Request request = request("");
        List<List<RequestStep>> open = new ArrayList<>(List.of(RequestStep.openTo(request)));
        for (RequestStep step : RequestStep.values()) {
            request = ((RequestStep.Taken) step.take(request, TODAY, Decision.REFUSED, TODAY)).request();
            open.add(RequestStep.openTo(request));
        }

        assertThat(open)
                .containsExactly(
                        List.of(ACKNOWLEDGE, OFFER_APPOINTMENT, DECIDE),
                        List.of(OFFER_APPOINTMENT, DECIDE),
                        List.of(DECIDE),
                        List.of(NOTIFY),
                        List.of(APPEAL),
                        List.of());
        assertThat(request.handling().decision()).isEqualTo(Decision.REFUSED);
    }

    private static Request request(String done) {
        Set<Character> steps =
                Set.copyOf(done.chars().mapToObj(letter -> (char) letter).toList());
        return new Request(
                new Request.Demand(
                        Request.Origin.PERSON,
                        Request.Urgency.NORMAL,
                        Topic.FINANCE,
                        LocalDate.of(2026, 4, 1),
                        "Aide alimentaire"),
                new Request.Handling(
                        steps.contains('A') ? LocalDate.of(2026, 4, 3) : null,
                        steps.contains('O') ? LocalDate.of(2026, 4, 8) : null,
                        steps.contains('D') ? Decision.GRANTED : null,
                        steps.contains('D') ? LocalDate.of(2026, 4, 10) : null,
                        steps.contains('N') ? LocalDate.of(2026, 4, 15) : null,
                        steps.contains('P') ? LocalDate.of(2026, 4, 18) : null));
    }
}
