package org.tournee.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tournee.dossier.DossierFixture.REFERENT;
import static org.tournee.dossier.DossierFixture.REPLACEMENT;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Who is asked and told about a dossier. Rule: R-REF. */
class AnsweringTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    @Test
    void whoeverStandsInAnswersForTheTimeOfTheAbsenceElseTheReferent() {
        DossierContents contents = DossierFixture.openedOn(TODAY.minusYears(1))
                .answers(REPLACEMENT, ReferentRole.REPLACEMENT, TODAY, TODAY.plusDays(7))
                .contents();

        assertThat(contents.answeringOn(TODAY.minusDays(1))).contains(REFERENT);
        assertThat(contents.answeringOn(TODAY)).contains(REPLACEMENT);
        assertThat(contents.answeringOn(TODAY.plusDays(7))).contains(REFERENT);
    }

    @Test
    void nobodyAnswersForADossierWithoutEither() {
        assertThat(DossierFixture.withoutReferent(TODAY).contents().answeringOn(TODAY))
                .isEmpty();
    }
}
