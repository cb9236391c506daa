package org.tournee.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule of the specification has its code and its tests, or the issue that it is left to. */
class RulesPageTest {

    private final Path root = RulesPage.repository();
    private final RulesPage page = new RulesPage(root);

    @Test
    void thePageSaysWhatTheCodeSays() throws IOException {
        assertThat(Files.readString(root.resolve(RulesPage.PAGE)))
                .as("out of date: see its first lines")
                .isEqualTo(page.text());
    }

    @Test
    void aRuleWithoutCodeOrTestIsLeftToAnIssueAndNoOtherIs() {
        Set<String> unfinished = new HashSet<>(page.rules().keySet());
        Set<String> whole = new HashSet<>(page.code().keySet());
        whole.retainAll(page.tests().keySet());
        unfinished.removeAll(whole);

        assertThat(page.later().keySet()).containsExactlyInAnyOrderElementsOf(unfinished);
    }

    @Test
    void onlyRulesOfTheSpecificationAreCited() {
        assertThat(page.rules().keySet())
                .containsAll(page.code().keySet())
                .containsAll(page.tests().keySet())
                .hasSizeGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/** Counts. Rule: R-CON. */; R-CON",
                "/** Rules: R-CON, R-CAT and R-BIL. R-DOC is not cited. */; R-BIL R-CAT R-CON",
                "/** Rules: R-SEG-5 to R-SEG-7. */; R-SEG-5 R-SEG-6 R-SEG-7",
                "unruly R-CON; ''"
            })
    void aCommentCitesTheRulesAfterItsColon(String source, String ids) {
        assertThat(String.join(" ", RulesPage.citations(source))).isEqualTo(ids);
    }

    @Test
    void aCitationGoesOnInTheNextLineOfTheComment() {
        assertThat(RulesPage.citations("/**\n * Said here. Rules: R-CON,\n * R-CAT.\n */"))
                .containsExactly("R-CAT", "R-CON");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "' (003 th. 1; 002). Who asks (in e.g. a letter). More.'; Who asks (in e.g. a letter).",
                "' No source. More.'; No source.",
                "' (001 §6; 001 §5)'; ''"
            })
    void whatARuleSaysIsItsFirstSentenceWithoutItsSources(String text, String said) {
        assertThat(RulesPage.firstSentence(text)).isEqualTo(said);
    }
}
