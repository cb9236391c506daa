package org.tournee.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tournee.dossier.HouseholdFact;
import org.tournee.rights.PreCheck.Suggestion;
import org.tournee.sync.Wire;

/** The shipped catalogues and what the pre-check makes of it. Rules: R-CAT, R-RDD. */
class CatalogueTest {

    private static final Pattern AMOUNT = Pattern.compile("\\d\\s*(€|euros?\\b|francs?\\b|CHF\\b)");

    private final RightsCatalogue catalogue = ShippedCatalogue.FR.catalogue();

    @ParameterizedTest
    @CsvSource({"FR, fr, 40", "BE_BRU, be-bru, 20", "CH, ch, 15"})
    void itHasManyRightsEachNamedOnce(ShippedCatalogue shipped, String name, int least) {
        RightsCatalogue read = shipped.catalogue();

        assertThat(read.catalogue()).isEqualTo(name);
        assertThat(read.rights()).hasSizeGreaterThanOrEqualTo(least);
        assertThat(new HashSet<>(read.rights().stream().map(Right::id).toList()))
                .hasSameSizeAs(read.rights());
        assertThat(read.rights()).allMatch(right -> right.id().matches("[a-z0-9-]+"));
    }

    @ParameterizedTest
    @EnumSource(ShippedCatalogue.class)
    void itCoversEveryDomain(ShippedCatalogue shipped) {
        assertThat(shipped.catalogue().rights()).extracting(Right::domain).contains(RightsDomain.values());
    }

    @ParameterizedTest
    @EnumSource(ShippedCatalogue.class)
    void everyRightSaysInPlainWordsWhatItAsksForAndWhereToReadMore(ShippedCatalogue shipped) {
        assertThat(shipped.catalogue().rights()).allSatisfy(right -> {
            assertThat(right.officialPage()).startsWith("https://");
            assertThat(right.name()).isNotBlank();
            assertThat(right.institution()).isNotBlank();
            assertThat(right.conditions()).isNotBlank();
            assertThat(right.documents()).isNotEmpty().noneMatch(String::isBlank);
            assertThat(right.renewalMonths() == null || right.renewalMonths() > 0)
                    .isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource(ShippedCatalogue.class)
    void noAmountStandsInItForItWouldBeWrongWithinAYear(ShippedCatalogue shipped) {
        assertThat(shipped.catalogue().rights())
                .noneMatch(right -> AMOUNT.matcher(right.conditions()).find());
    }

    @ParameterizedTest
    @EnumSource(ShippedCatalogue.class)
    void aKnownFactSuggestsEachOfThem(ShippedCatalogue shipped) {
        RightsCatalogue read = shipped.catalogue();

        assertThat(PreCheck.suggest(read, EnumSet.allOf(HouseholdFact.class)))
                .extracting(Suggestion::right)
                .containsExactlyInAnyOrderElementsOf(read.rights());
    }

    @ParameterizedTest(name = "{0}: {1} suggests {2} first")
    @CsvSource({
        "FR, NO_INCOME JOB_LOSS SINGLE_PARENT, rsa",
        "FR, ENERGY_ARREARS LOW_INCOME, cheque-energie",
        "BE_BRU, NO_INCOME JOB_LOSS SEPARATION, revenu-integration",
        "BE_BRU, AGE_60_PLUS CARER, apa",
        "BE_BRU, TENANT SINGLE_PARENT, allocation-loyer",
        "CH, NO_INCOME JOB_LOSS SINGLE_PARENT, aide-sociale",
        "CH, AGE_60_PLUS RETIRING LOW_INCOME, pc-avs-ai",
        "CH, LOW_INCOME STUDENT HAS_CHILDREN, reduction-primes"
    })
    void whatIsKnownOfAHouseholdSaysWhatToLookAtFirst(ShippedCatalogue shipped, String known, String first) {
        Set<HouseholdFact> facts =
                Stream.of(known.split(" ", -1)).map(HouseholdFact::valueOf).collect(Collectors.toSet());

        Suggestion suggestion = PreCheck.suggest(shipped.catalogue(), facts).get(0);

        assertThat(suggestion.right().id()).isEqualTo(first);
        assertThat(suggestion.because()).isNotEmpty().isSubsetOf(facts);
    }

    @ParameterizedTest
    @EnumSource(ShippedCatalogue.class)
    void itIsReadBackFromItsJson(ShippedCatalogue shipped) {
        RightsCatalogue read = shipped.catalogue();

        assertThat(Wire.read(RightsCatalogue.class, Wire.json(read))).isEqualTo(read);
    }

    @Test
    void thePreCheckSuggestsOnlyWhatAKnownFactSpeaksForAndSaysWhich() {
        Set<HouseholdFact> facts = EnumSet.of(HouseholdFact.TENANT, HouseholdFact.LOW_INCOME);

        List<Suggestion> suggestions = PreCheck.suggest(catalogue, facts);

        assertThat(suggestions).isNotEmpty();
        for (Suggestion suggestion : suggestions) {
            assertThat(suggestion.because()).isNotEmpty().isSubsetOf(facts);
            assertThat(suggestion.right().suggestWhen()).containsAll(suggestion.because());
        }
        assertThat(suggestions.stream().map(Suggestion::right).toList())
                .containsAll(catalogue.rights().stream()
                        .filter(right -> right.suggestWhen().contains(HouseholdFact.TENANT))
                        .toList());
    }

    @Test
    void whatMostFactsSpeakForComesFirstThenTheOrderOfTheCatalogue() {
        List<Suggestion> suggestions = PreCheck.suggest(catalogue, EnumSet.allOf(HouseholdFact.class));

        for (int i = 1; i < suggestions.size(); i++) {
            Suggestion before = suggestions.get(i - 1);
            Suggestion after = suggestions.get(i);
            assertThat(before.because().size())
                    .isGreaterThanOrEqualTo(after.because().size());
            if (before.because().size() == after.because().size()) {
                assertThat(catalogue.rights().indexOf(before.right()))
                        .isLessThan(catalogue.rights().indexOf(after.right()));
            }
        }
    }

    @Test
    void nothingKnownSuggestsNothing() {
        assertThat(PreCheck.suggest(catalogue, Set.of())).isEmpty();
    }
}
