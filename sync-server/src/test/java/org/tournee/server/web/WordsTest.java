package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tournee.sync.ReturnReason;
import org.tournee.workflow.Carried;

/** Whoever is refused reads why, by which rule, and what to do. Rule: R-SEG-10. */
class WordsTest {

    @ParameterizedTest
    @EnumSource
    void aRefusedSignatureSaysWhyByWhichRuleAndWhatToDo(Carried.Refusal refusal) {
        assertThat(Words.of(refusal)).isNotEqualTo(refusal.name());
        assertThat(Words.rule(refusal.rule())).startsWith("Règle " + refusal.rule() + " : ");
        assertThat(Words.advice(refusal)).isNotEqualTo(refusal.name());
    }

    @ParameterizedTest
    @EnumSource
    void aReturnedChangeSaysWhyAndWhatToDo(ReturnReason reason) {
        assertThat(Words.of(reason)).isNotEqualTo(reason.name());
        assertThat(Words.advice(reason)).isNotEqualTo(reason.name());
    }
}
