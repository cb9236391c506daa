package org.tournee.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.contact.Topic;
import org.tournee.request.Request.Decision;
import org.tournee.request.Request.Handling;

/** Steps of two people on one request: the cases of M13 in docs/sync.md, as a decision table. Rules: R-REQ, R-REC. */
class HandlingMergeTest {

    /**
     * What was done is written as the initial of its step and its day in April: A3 acknowledged, O8 offered, D10 granted, R10
     * refused, N15 notified, P18 appealed. The request is of the 1st.
     */
    @ParameterizedTest(name = "{0}: saw \"{1}\", wrote \"{2}\", stands \"{3}\": {4}")
    @CsvSource({
        "1,  '',    A3,         '',        A3",
        "2,  '',    A3,         A3,        A3",
        "3,  '',    A3,         A4,        Differs",
        "4,  '',    A3,         O8,        A3 O8",
        "5,  '',    O8,         A3,        A3 O8",
        "6,  '',    A3,         A3 D10,    A3 D10",
        "7,  '',    A3,         D10,       NOT_NOW",
        "8,  '',    O8,         A3 D10,    NOT_NOW",
        "9,  A3,    A3 D10,     A3 D10,    A3 D10",
        "10, A3,    A3 D10,     A3 R10,    Differs",
        "11, A3,    A3 D10,     A3 D11,    Differs",
        "12, '',    D10,        A12,       TOO_EARLY",
        "13, '',    D10,        A3,        A3 D10",
        "14, '',    D10,        A3 O8,     A3 O8 D10",
        "15, A3,    A3 D10,     A4,        A4 D10",
        "16, D10,   D10 N15,    '',        NOT_NOW",
        "17, D10,   D10 N15,    R12,       R12 N15",
        "18, D10,   D10 N11,    R12,       TOO_EARLY",
        "19, '',    D10 N15,    A3,        A3 D10 N15",
        "20, A3,    '',         A3 D10,    Corrected",
        "21, A3,    A4,         A3,        Corrected",
        "22, D10,   R10,        D10,       Corrected",
        "23, D10 N15, D10 N15 P18, D10 N15, D10 N15 P18",
        "24, A3,    A3,         A3 O8,     A3 O8",
    })
    void aStepIsTakenAgainOnWhatStandsOrSaysWhyNot(
            int number, String saw, String wrote, String stands, String becomes) {
        HandlingMerge.Result result = HandlingMerge.of(handling(saw), handling(wrote), request(handling(stands)));

        assertThat(result).isEqualTo(expected(becomes));
    }

    private static HandlingMerge.Result expected(String becomes) {
        return switch (becomes) {
            case "Differs" -> new HandlingMerge.Differs();
            case "Corrected" -> new HandlingMerge.Corrected();
            case "NOT_NOW", "TOO_EARLY" -> new HandlingMerge.Refused(RequestStep.Refusal.valueOf(becomes));
            default -> new HandlingMerge.Stands(handling(becomes));
        };
    }

    private static Request request(Handling handling) {
        return new Request(
                new Request.Demand(
                        Request.Origin.PERSON,
                        Request.Urgency.NORMAL,
                        Topic.FINANCE,
                        LocalDate.of(2026, 4, 1),
                        "Aide alimentaire"),
                handling);
    }

    private static Handling handling(String done) {
        Decision decision = done.contains("D") ? Decision.GRANTED : done.contains("R") ? Decision.REFUSED : null;
        return new Handling(
                day(done, "A"), day(done, "O"), decision, day(done, "[DR]"), day(done, "N"), day(done, "P"));
    }

    private static LocalDate day(String done, String initial) {
        String number = done.replaceFirst(".*" + initial + "(\\d+).*", "$1");
        return number.equals(done) ? null : LocalDate.of(2026, 4, Integer.parseInt(number));
    }
}
