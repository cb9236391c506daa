package org.tournee.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tournee.dossier.HouseholdFact;
import org.tournee.rights.PreCheck.Suggestion;
import org.tournee.sync.Wire;

/** The shipped catalogue and what the pre-check makes of it. Rules: R-CAT, R-RDD. */
class CatalogueTest {

    private final RightsCatalogue catalogue = read();

    private static RightsCatalogue read() {
        try (InputStream stream = CatalogueTest.class.getResourceAsStream("catalogue-fr.json")) {
            return Wire.read(RightsCatalogue.class, stream.readAllBytes());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void itHasAtLeastFortyRightsEachNamedOnce() {
        assertThat(catalogue.rights()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(new HashSet<>(catalogue.rights().stream().map(Right::id).toList()))
                .hasSameSizeAs(catalogue.rights());
        assertThat(catalogue.rights()).allMatch(right -> right.id().matches("[a-z0-9-]+"));
    }

    @Test
    void itCoversEveryDomain() {
        assertThat(catalogue.rights()).extracting(Right::domain).contains(RightsDomain.values());
    }

    @Test
    void everyRightSaysWhereToReadMore() {
        assertThat(catalogue.rights()).allMatch(right -> right.officialPage().startsWith("https://"));
        assertThat(catalogue.rights())
                .allMatch(right ->
                        !right.conditions().isBlank() && !right.institution().isBlank());
    }

    @Test
    void itIsReadBackFromItsJson() {
        assertThat(Wire.read(RightsCatalogue.class, Wire.json(catalogue))).isEqualTo(catalogue);
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
