package org.tournee.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tournee.dossier.HouseholdFact;
import org.tournee.rights.CatalogueEdit.Difference;
import org.tournee.sync.CatalogueChecks;
import org.tournee.sync.Violation;

/** A catalogue is edited, and published as its next version; nothing that was said of a right loses its name. Rule: R-CAT. */
class CatalogueEditTest {

    private static final LocalDate DAY = LocalDate.of(2027, 1, 4);

    private final RightsCatalogue first = ShippedCatalogue.FR.catalogue();
    private final Right css = first.right("css").orElseThrow();

    @Test
    void aRightThatIsRetiredKeepsItsNameAndIsLookedAtNoMore() {
        RightsCatalogue second = CatalogueEdit.of(first).retired("css").publishedOn(DAY);

        assertThat(second.version()).isEqualTo(first.version() + 1);
        assertThat(second.asOf()).isEqualTo(DAY);
        assertThat(second.nameOf("css")).isEqualTo(css.name());
        assertThat(second.offered()).extracting(Right::id).doesNotContain("css");
        assertThat(PreCheck.suggest(second, Set.of(HouseholdFact.values())))
                .noneMatch(suggestion -> suggestion.right().id().equals("css"));
    }

    /** A sweep that was begun under the first version goes on with the rights of the first version. */
    @Test
    void whatWasOfferedUnderAnEarlierVersionIsKnownForEver() {
        RightsCatalogue second = CatalogueEdit.of(first)
                .retired("css")
                .with(right("aide-numerique"))
                .publishedOn(DAY);
        RightsCatalogue third =
                CatalogueEdit.of(second).retired("aide-numerique").publishedOn(DAY.plusDays(9));

        assertThat(third.offeredIn(first.version()))
                .extracting(Right::id)
                .containsExactlyElementsOf(
                        first.rights().stream().map(Right::id).toList());
        assertThat(third.offeredIn(second.version()))
                .extracting(Right::id)
                .contains("aide-numerique")
                .doesNotContain("css");
        assertThat(third.offered()).extracting(Right::id).doesNotContain("aide-numerique", "css");
    }

    @Test
    void thePreviewNamesWhatIsAddedCorrectedAndRetired() {
        Right corrected = named(css, "Complémentaire santé");

        CatalogueEdit edit =
                CatalogueEdit.of(first).with(corrected).retired("puma").with(right("aide-numerique"));

        assertThat(edit.differences())
                .containsExactly(
                        new Difference.Corrected(css, corrected),
                        new Difference.Retired(first.right("puma").orElseThrow()),
                        new Difference.Added(right("aide-numerique").offered(edit.version(), null)));
        assertThat(edit.with(css).kept("puma").retired("aide-numerique").differences())
                .isEmpty();
    }

    @Test
    void whatAPublishedVersionRetiredDoesNotComeBack() {
        RightsCatalogue second = CatalogueEdit.of(first).retired("css").publishedOn(DAY);

        CatalogueEdit edit = CatalogueEdit.of(second).kept("css").retired("css");

        assertThat(edit.mayBeKept("css")).isFalse();
        assertThat(edit.differences()).isEmpty();
    }

    /** Somebody else published while it was being edited. */
    @Test
    void anEditThatWasLeftIsTakenUpOnWhatIsPublishedNow() {
        RightsCatalogue left = CatalogueEdit.of(first)
                .retired("css")
                .with(right("aide-numerique"))
                .next();
        RightsCatalogue second = CatalogueEdit.of(first)
                .with(right("aide-locale"))
                .retired("puma")
                .publishedOn(DAY);

        CatalogueEdit edit = CatalogueEdit.resumed(second, left);

        assertThat(edit.differences())
                .containsExactly(
                        new Difference.Retired(css),
                        new Difference.Added(right("aide-numerique").offered(second.version() + 1, null)));
        assertThat(edit.publishedOn(DAY).offered()).extracting(Right::id).contains("aide-locale");
    }

    @Test
    void aNewRightHasAnIdOfItsOwn() {
        CatalogueEdit edit = CatalogueEdit.of(first);

        assertThat(edit.idFor("Aide à l’énergie (été)")).isEqualTo("aide-a-l-energie-ete");
        assertThat(edit.idFor("CSS")).isEqualTo("css-2");
        assertThat(edit.idFor("!")).isEqualTo("droit");
        assertThat(edit.idFor("x".repeat(200))).hasSizeLessThanOrEqualTo(60);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.service-public.gouv.fr",
                "www.service-public.gouv.fr",
                "https://",
                "https://localhost",
                "https://nom:secret@exemple.fr/",
                "https://exemple.fr/une page",
                "javascript:alert(1)"
            })
    void anOfficialPageIsAWellFormedAddress(String page) {
        Right wrong = new Right(
                "x",
                "Nom",
                "Institution",
                RightsDomain.LOCAL,
                Right.Nature.LEGAL,
                "Conditions",
                List.of("papier"),
                page,
                null,
                List.of(),
                null,
                null);

        assertThat(CatalogueChecks.of(wrong))
                .containsExactly(new Violation("right", "official_page", Violation.Code.UNREADABLE));
    }

    @Test
    void everyShippedRightPassesTheChecksOfTheForm() {
        for (ShippedCatalogue shipped : ShippedCatalogue.values()) {
            assertThat(shipped.catalogue().rights())
                    .allSatisfy(right -> assertThat(CatalogueChecks.of(right)).isEmpty());
        }
    }

    private static Right right(String id) {
        return new Right(
                id,
                "Aide",
                "Commune",
                RightsDomain.LOCAL,
                Right.Nature.DISCRETIONARY,
                "Habiter ici",
                List.of("pièce d’identité"),
                "https://www.civray.fr/aide",
                null,
                List.of(),
                null,
                null);
    }

    private static Right named(Right right, String name) {
        return new Right(
                right.id(),
                name,
                right.institution(),
                right.domain(),
                right.nature(),
                right.conditions(),
                right.documents(),
                right.officialPage(),
                right.renewalMonths(),
                right.suggestWhen(),
                right.since(),
                right.until());
    }
}
