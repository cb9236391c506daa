package org.tournee.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tournee.dossier.DossierFixture.COLLEAGUE;
import static org.tournee.dossier.DossierFixture.NEXT_REFERENT;
import static org.tournee.dossier.DossierFixture.REFERENT;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.dossier.Handover.Refusal;
import org.tournee.organisation.Role;

/** Who takes over a dossier, and from when. Rule: R-REF. */
class HandoverTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private static List<ReferentTerm.Term> terms() {
        return DossierFixture.openedOn(TODAY.minusYears(1))
                .answers(COLLEAGUE, ReferentRole.REPLACEMENT, TODAY.plusDays(10), TODAY.plusDays(20))
                .contents()
                .referentTerms()
                .stream()
                .map(entry -> entry.value().term())
                .toList();
    }

    @ParameterizedTest(name = "R-REF {0} as {1} from +{2} until {3}: {4}")
    @CsvSource({
        "NEXT, REFERENT,       0,  ,  ",
        "NEXT, REFERENT,       30, ,  ",
        "NEXT, REFERENT,       -1, ,  IN_THE_PAST",
        "NEXT, REFERENT,       0,  5, END_TOO_MUCH",
        "SELF, REFERENT,       0,  ,  ANSWERS_ALREADY",
        "NEXT, ADMIN_REFERENT, 0,  ,  NOT_FOR_ROLE",
        "DESK, ADMIN_REFERENT, 0,  ,  ",
        "DESK, REFERENT,       0,  ,  NOT_FOR_ROLE",
        "NEXT, REPLACEMENT,    0,  5, ",
        "NEXT, REPLACEMENT,    5,  5, END_MISSING",
        "NEXT, REPLACEMENT,    0,  ,  END_MISSING",
        "SELF, REPLACEMENT,    0,  5, REPLACES_THEMSELVES",
        "COLL, REPLACEMENT,    0,  5, ",
        "COLL, REPLACEMENT,    12, 15, ANSWERS_ALREADY",
        "DESK, REPLACEMENT,    0,  5, NOT_FOR_ROLE"
    })
    void itIsRefusedForOneReason(
            String who, ReferentRole role, int from, @Nullable Integer until, @Nullable Refusal expected) {
        Handover handover = new Handover(
                switch (who) {
                    case "SELF" -> REFERENT;
                    case "COLL" -> COLLEAGUE;
                    default -> NEXT_REFERENT;
                },
                role,
                TODAY.plusDays(from),
                until == null ? null : TODAY.plusDays(until),
                null);
        Set<Role> roles = Set.of(who.equals("DESK") ? Role.ADMIN_ASSISTANT : Role.SOCIAL_WORKER);

        assertThat(handover.refusal(terms(), roles, TODAY)).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void nobodyStandsInWhereNobodyAnswers() {
        Handover handover =
                new Handover(COLLEAGUE, ReferentRole.REPLACEMENT, TODAY, TODAY.plusDays(3), "Congé de la référente");

        assertThat(handover.refusal(List.of(), Set.of(Role.SOCIAL_WORKER), TODAY))
                .contains(Refusal.NOBODY_TO_REPLACE);
    }

    @Test
    void aReferentIsFollowedByTheNextOnTheSameDayAndAReplacementEndsNothing() {
        ReferentTerm.Term running = terms().get(0);
        Handover next = new Handover(NEXT_REFERENT, ReferentRole.REFERENT, TODAY.plusDays(7), null, null);
        Handover replacement = new Handover(COLLEAGUE, ReferentRole.REPLACEMENT, TODAY, TODAY.plusDays(3), null);

        assertThat(next.ends(running)).isTrue();
        assertThat(next.term().from()).isEqualTo(TODAY.plusDays(7));
        assertThat(replacement.ends(running)).isFalse();
    }
}
