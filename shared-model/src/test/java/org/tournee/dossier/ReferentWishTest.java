package org.tournee.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordRules;

/** What the person wishes of a referent. Rule: R-REF. Source: 004 §2.2.1. */
class ReferentWishTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 9);

    @ParameterizedTest(name = "{0}: somebody by name {1}, words \"{2}\": sound {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "1, true,  -,              true",
                "2, true,  'Parle dari',   true",
                "3, false, 'Une femme',    true",
                "4, false, ' ',            false",
                "5, false, -,              false",
            })
    void itNamesSomebodyOrSaysSomething(int number, boolean named, String words, boolean sound) {
        WorkerId worker = named ? new WorkerId(new UUID(2, 1)) : null;

        assertThat(RecordRules.dossier(dossier(new ReferentWish(worker, words, DAY, null)))
                        .isEmpty())
                .isEqualTo(sound);
    }

    @Test
    void itIsAGroupOfItsOwnAndDossiersFromBeforeHaveNone() {
        Dossier before = dossier(null);
        Dossier wishing = before.wishing(new ReferentWish(null, "Une femme", DAY, null));

        assertThat(Groups.of(wishing).changesSince(Groups.of(before))).containsOnlyKeys(ReferentWish.GROUP);
        assertThat(Groups.of(before).as(Dossier.class).wish()).isNull();
        assertThat(Groups.of(wishing).as(Dossier.class)).isEqualTo(wishing);
        assertThat(wishing.with(before.status())).isEqualTo(wishing);
    }

    private static Dossier dossier(ReferentWish wish) {
        return new Dossier(
                        new Dossier.Household("Lefèvre"),
                        new Dossier.Address("", "", "86078", "Civray"),
                        null,
                        null,
                        new Dossier.Status(DossierStatus.OPEN, LocalDate.of(2026, 1, 5), null))
                .wishing(wish);
    }
}
