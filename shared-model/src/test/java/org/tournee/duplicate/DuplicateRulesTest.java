package org.tournee.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule: R-DUP. */
class DuplicateRulesTest {

    @ParameterizedTest(name = "D{0}: {1} and {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1  | Élodie;Lefèvre;1984-03-12;           | Elodie;LEFEVRE;1984-03-12;           | PROBABLE SAME_BIRTH_DATE SAME_NAMES",
                "2  | Jean-Pierre;Moreau;1950-07-01;       | Jean Pierre;Moreau;1950-07-01;       | PROBABLE SAME_BIRTH_DATE SAME_NAMES",
                "3  | Moreau;Jean;1950-07-01;              | Jean;Moreau;1950-07-01;              | PROBABLE SAME_BIRTH_DATE SWAPPED_NAMES",
                "4  | Sandrine;Martin;1979-04-05;          | Sandrine;Martin;1979-05-04;          | PROBABLE NEAR_BIRTH_DATE SAME_NAMES",
                "5  | Sandrine;Martin;1979-04-05;          | Sandrine;Martin;1978-04-05;          | PROBABLE NEAR_BIRTH_DATE SAME_NAMES",
                "6  | Sandrine;Martin;;                    | Sandrine;Martin;1978-04-05;          | POSSIBLE SAME_NAMES",
                "7  | Sandrine;Martin;;0612345678          | Sandrine;Martin;;+33 6 12 34 56 78   | PROBABLE SAME_NAMES SAME_PHONE",
                "8  | Jean;Moreau;1950-07-01;0549000000    | Jean;Moreau;1982-11-20;0549000000    | NONE",
                "9  | Sandrine;Martinez;1979-04-05;        | Sandrine;Martines;1979-04-05;        | PROBABLE MISSPELT_NAME SAME_BIRTH_DATE",
                "10 | Sandrine;Martinez;1979-04-05;        | Sandrien;Martinez;1979-04-05;        | PROBABLE MISSPELT_NAME SAME_BIRTH_DATE",
                "11 | Sandrine;Martinez;1979-04-05;        | Sandrine;Martines;1979-04-06;        | POSSIBLE MISSPELT_NAME NEAR_BIRTH_DATE",
                "12 | Sandrine;Martinez;;                  | Sandrine;Martines;;                  | NONE",
                "13 | S.;Martin;1979-04-05;                | Sandrine;Martin;1979-04-05;          | PROBABLE INITIAL_ONLY SAME_BIRTH_DATE",
                "14 | Amina;Benali-Roux;1990-01-01;        | Amina;Benali;1990-01-01;             | PROBABLE PART_OF_NAME SAME_BIRTH_DATE",
                "15 | Amina;Benali;1990-01-01;             | Amina;Girard;1990-01-01;             | POSSIBLE OTHER_FAMILY_NAME SAME_BIRTH_DATE",
                "16 | Léa;Petit;2015-06-02;0549000000      | Léo;Petit;2015-06-02;0549000000      | NONE",
                "17 | Lucas;Petit;2015-06-02;0549000000    | Hugo;Petit;2015-06-02;0549000000     | NONE",
                "18 | Marc;de La Rue;1961-02-03;           | Marc;Delarue;1961-02-03;             | POSSIBLE OTHER_FAMILY_NAME SAME_BIRTH_DATE",
                "19 | Cœur;Martin;1961-02-03;              | Coeur;Martin;1961-02-03;             | PROBABLE SAME_BIRTH_DATE SAME_NAMES",
                "20 | ;Martin;1961-02-03;                  | Paul;Martin;1961-02-03;              | NONE",
            })
    void personsAreAlikeOrNot(int number, String one, String other, String expected) {
        assertThat(told(DuplicateRules.compare(sketch(one), sketch(other)))).isEqualTo(expected);
        assertThat(told(DuplicateRules.compare(sketch(other), sketch(one)))).isEqualTo(expected);
    }

    @Test
    void theLikeliestIsFoundFirst() {
        Map<String, PersonSketch> recorded = Map.of(
                "namesake", sketch("Sandrine;Martin;;"),
                "herself", sketch("Sandrine;Martin;1979-04-05;"),
                "stranger", sketch("Paul;Durand;1979-04-05;"));

        assertThat(DuplicateRules.find(sketch("sandrine;martin;1979-04-05;"), recorded))
                .extracting(DuplicateRules.Found::id)
                .containsExactly("herself", "namesake");
    }

    @Property(tries = 20_000)
    void whoeverIsAlikeSharesAKeyAndLikenessLooksBothWays(
            @ForAll("persons") PersonSketch one, @ForAll("persons") PersonSketch other) {
        Optional<Likeness> likeness = DuplicateRules.compare(one, other);

        assertThat(DuplicateRules.compare(other, one)).isEqualTo(likeness);
        if (likeness.isPresent()) {
            assertThat(Collections.disjoint(one.keys(), other.keys())).isFalse();
        }
    }

    @Provide
    Arbitrary<PersonSketch> persons() {
        Arbitrary<String> given =
                Arbitraries.of("Jean", "Jean-Marc", "Marc", "Martin", "Sandrine", "Sandrien", "S.", "");
        Arbitrary<String> family =
                Arbitraries.of("Martin", "Martni", "Sandrine", "Martin-Jean", "de Jean", "Durand", "S");
        Arbitrary<String> birth = Arbitraries.of("1979-04-05", "1979-05-04", "1979-04-06", "1950-01-31", "");
        Arbitrary<String> phone = Arbitraries.of("0549000000", "+33549000000", "");
        return Combinators.combine(given, family, birth, phone)
                .as((g, f, b, p) -> sketch(String.join(";", g, f, b, p)));
    }

    private static PersonSketch sketch(String text) {
        String[] parts = text.split(";", -1);
        return PersonSketch.of(
                parts[0], parts[1], parts[2].isEmpty() ? null : LocalDate.parse(parts[2]), emptyToNull(parts[3]));
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String told(Optional<Likeness> likeness) {
        return likeness.map(found -> found.grade()
                        + found.evidence().stream()
                                .map(evidence -> " " + evidence)
                                .sorted()
                                .collect(Collectors.joining()))
                .orElse("NONE");
    }
}
