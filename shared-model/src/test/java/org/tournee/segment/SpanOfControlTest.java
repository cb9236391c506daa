package org.tournee.segment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.profile.LoadFigures;
import org.tournee.profile.ShippedProfile;

/** At most ten report to one head, as a guide value. Rule: R-SEG-8. */
class SpanOfControlTest {

    private static final LoadFigures FIGURES = ShippedProfile.VIENNE.profile().load();

    @ParameterizedTest(name = "R-SEG-8 span {0}: {1} of 10 at most, wide {2}")
    @CsvSource({"1, 0, false", "2, 9, false", "3, 10, false", "4, 11, true", "5, 40, true"})
    void tenAreAdvised(int number, int subordinates, boolean wide) {
        SpanOfControl span = SpanOfControl.of(subordinates, FIGURES);

        assertThat(span.most()).isEqualTo(10);
        assertThat(span.isWide()).isEqualTo(wide);
    }
}
