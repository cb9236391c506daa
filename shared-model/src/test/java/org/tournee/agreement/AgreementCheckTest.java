package org.tournee.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.agreement.AgreementCheck.Wrong;
import org.tournee.contact.Contact;
import org.tournee.person.PersonId;
import org.tournee.sync.RecordRules;

/** What the form of an agreement asks for, on the phone and in the browser. Rule: R-SEG-9. */
class AgreementCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final String LONG = "x".repeat(Contact.Content.LONGEST_NARRATIVE + 1);

    @ParameterizedTest(name = "R-SEG-9 {0}: from {2}, signed {3}, until {4}: {5}")
    @CsvSource(
            nullValues = "-",
            value = {
                "1, Venir, 2026-06-01, 2026-06-01, -,          ''",
                "2, Venir, 2026-07-01, 2026-06-01, 2026-07-01, ''",
                "3, ' ',   2026-06-01, 2026-06-01, -,          COMMITMENTS_MISSING",
                "4, Venir, -,          2026-06-01, -,          STARTS_MISSING",
                "5, Venir, 2026-06-01, -,          -,          SIGNED_WHEN",
                "6, Venir, 2026-06-01, 2026-06-02, -,          SIGNED_WHEN",
                "7, Venir, 2026-06-01, 2026-05-01, 2026-05-31, ENDS_EARLY",
                "8, Venir, 2026-04-01, 2026-05-01, 2026-04-30, ENDS_EARLY",
                "9, ' ',   -,          -,          2026-04-30, COMMITMENTS_MISSING STARTS_MISSING SIGNED_WHEN",
            })
    void eachFieldSaysWhatIsWrongWithIt(
            int n,
            String commitments,
            @Nullable LocalDate starts,
            @Nullable LocalDate signed,
            @Nullable LocalDate ends,
            String wrong) {
        assertThat(AgreementCheck.of(agreement(commitments, "", starts, signed, ends), TODAY))
                .isEqualTo(codes(wrong));
    }

    @Test
    void nobodyAgreesAlone() {
        ServiceAgreement nobody = new ServiceAgreement(
                new ServiceAgreement.Terms("Venir", TODAY, null, null),
                new ServiceAgreement.Mutual("", List.of(), TODAY, List.of(), null));

        assertThat(AgreementCheck.of(nobody, TODAY)).containsExactly(Wrong.PERSONS_MISSING);
    }

    @Test
    void textsAreNoLongerThanSyncCarries() {
        assertThat(AgreementCheck.of(agreement(LONG, LONG, TODAY, TODAY, null), TODAY))
                .containsExactly(Wrong.COMMITMENTS_TOO_LONG, Wrong.SERVICE_TOO_LONG);
    }

    @Test
    void anExceptionHasItsReasonAndNothingElse() {
        assertThat(AgreementCheck.of(exception("Hospitalisée"), TODAY)).isEmpty();
        assertThat(AgreementCheck.of(exception(" "), TODAY)).containsExactly(Wrong.REASON_MISSING);
        assertThat(AgreementCheck.of(exception("x".repeat(RecordRules.LONGEST_NOTE + 1)), TODAY))
                .containsExactly(Wrong.REASON_TOO_LONG);
    }

    private static ServiceAgreement exception(String reason) {
        return new ServiceAgreement(new ServiceAgreement.Terms("", null, null, reason));
    }

    private static ServiceAgreement agreement(
            String commitments,
            String service,
            @Nullable LocalDate starts,
            @Nullable LocalDate signed,
            @Nullable LocalDate ends) {
        return new ServiceAgreement(
                new ServiceAgreement.Terms(commitments, signed, ends, null),
                new ServiceAgreement.Mutual(
                        service, List.of(), starts, List.of(new PersonId(UUID.randomUUID())), null));
    }

    private static Set<Wrong> codes(String names) {
        return Arrays.stream(names.split(" ", -1))
                .filter(name -> !name.isEmpty())
                .map(Wrong::valueOf)
                .collect(Collectors.toSet());
    }
}
