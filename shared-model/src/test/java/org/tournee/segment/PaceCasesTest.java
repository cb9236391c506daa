package org.tournee.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The decision tables of {@code pace-cases.md}. Rules: R-SEG-0 to R-SEG-4, R-SEG-10. */
class PaceCasesTest {

    private static final String TABLES = "pace-cases.md";
    private static final List<String> EXPECTED = List.of("P+N", "counted", "asked", "next due", "status", "also");

    @TestFactory
    Stream<DynamicTest> paceIsAsTheTablesSay() throws IOException {
        return MarkdownTables.rows(TABLES, "status").stream().map(row -> {
            PaceCase example = new PaceCase(row);
            return DynamicTest.dynamicTest(example.name, () -> {
                Optional<Pace> pace = PaceRules.of(example.contents, example.today, example.profile);
                assertThat(said(pace)).isEqualTo(expected(row));
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> verdictsAreAsTheTablesSay() throws IOException {
        return MarkdownTables.rows(TABLES, "verdicts").stream().map(row -> {
            PaceCase example = new PaceCase(row);
            return DynamicTest.dynamicTest(example.name, () -> {
                List<PeriodVerdict> verdicts = PaceRules.verdicts(example.contents, example.today, example.profile);
                assertThat(verdicts.stream().map(PaceCasesTest::said).collect(Collectors.joining(", ")))
                        .isEqualTo(row.get("verdicts"));
                assertThat(verdicts).allMatch(verdict -> verdict.knownOn().equals(example.today));
            });
        });
    }

    @Test
    void theCasesAreNumberedWithoutGap() throws IOException {
        List<String> numbers = new ArrayList<>();
        MarkdownTables.rows(TABLES, "n").forEach(row -> numbers.add(row.get("n")));

        assertThat(numbers).hasSizeGreaterThanOrEqualTo(60);
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).isEqualTo(String.valueOf(i + 1));
        }
    }

    private static Map<String, String> expected(Map<String, String> row) {
        Map<String, String> expected = new LinkedHashMap<>(row);
        expected.keySet().retainAll(EXPECTED);
        return expected;
    }

    private static Map<String, String> said(Optional<Pace> computed) {
        Map<String, String> said = new LinkedHashMap<>();
        EXPECTED.forEach(column -> said.put(column, ""));
        said.put("status", "none");
        computed.ifPresent(pace -> {
            said.put("P+N", pace.contacts().physical() + "+" + pace.contacts().other());
            said.put("counted", String.valueOf(pace.counted()));
            said.put("asked", pace.minimum() + "-" + pace.maximum());
            said.put("next due", pace.nextDue().map(Object::toString).orElse(""));
            said.put("status", pace.status().name());
            said.put("also", also(pace));
        });
        return said;
    }

    private static String also(Pace pace) {
        List<String> also = new ArrayList<>();
        pace.flags().stream().sorted().forEach(flag -> also.add(flag.name()));
        add(also, "attempts", pace.contacts().attempts());
        add(also, "incomplete", pace.contacts().incomplete());
        add(also, "provisional", pace.contacts().provisional());
        assertThat(pace.incomplete()).hasSize(pace.contacts().incomplete());
        return String.join(" ", also);
    }

    private static void add(List<String> also, String what, int count) {
        if (count > 0) {
            also.add(what + "=" + count);
        }
    }

    private static String said(PeriodVerdict verdict) {
        return verdict.normed().period().start() + " " + verdict.contacts().counted() + "/"
                + verdict.normed().minimum() + (verdict.met() ? " MET" : " UNDER");
    }
}
