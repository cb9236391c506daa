package org.tournee.server.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.profile.ShippedProfile;
import org.tournee.server.indicator.Happened.Kind;

/** Figures and what of them is published, case by case. Rule: R-IND. */
class FiguresTest {

    /** Thirty days to decide. */
    private static final DecisionTime WITHIN_30_DAYS = new DecisionTime(ShippedProfile.BRUXELLES.profile());

    /** {@code 1*:03-02:03-20}: on dossier 1, its first one, received on 2 March, decided on the 20th. */
    private static List<Happened> requests(String text) {
        return Stream.of(text.split(" ", -1))
                .filter(one -> !one.isEmpty())
                .map(one -> {
                    String[] parts = one.split(":", -1);
                    return new Happened(
                            Kind.REQUEST,
                            new UUID(1, Long.parseLong(parts[0].replace("*", ""))),
                            LocalDate.parse("2026-" + parts[1]),
                            "",
                            parts.length < 3 ? null : course(parts[1], parts[2]),
                            parts[0].endsWith("*"));
                })
                .toList();
    }

    private static Happened.Course course(String from, String to) {
        return new Happened.Course(LocalDate.parse("2026-" + from), LocalDate.parse("2026-" + to));
    }

    @ParameterizedTest(name = "R-IND requests {0}: {1}: {2} received, {3} first, {4} decided, {5} in time, median {6}")
    @CsvSource({
        "1, '', 0, 0, 0, 0, ",
        "2, 1*:03-01, 1, 1, 0, 0, ",
        "3, 1:03-10, 1, 0, 0, 0, ",
        "4, 1*:03-10 1:03-20, 2, 1, 0, 0, ",
        "5, 1:03-20 1*:03-10, 2, 1, 0, 0, ",
        "6, 1*:03-01:03-31, 1, 1, 1, 1, 30",
        "7, 1*:03-01:04-01, 1, 1, 1, 0, 31",
        "8, 1*:03-10:03-01, 1, 1, 0, 0, ",
        "9, 1*:03-01:03-11 2*:03-01:03-21 3*:03-01:04-30, 3, 3, 3, 2, 20",
        "10, 1*:03-01:03-11 2*:03-01:03-21, 2, 2, 2, 2, 10"
    })
    void requestsAreCountedWithTheirDelays(
            int number, String text, int received, int first, int decided, int inTime, Integer median) {
        Figures.Requests requests = new Figures(requests(text)).requests(Optional.of(WITHIN_30_DAYS));

        assertThat(requests.received()).isEqualTo(received);
        assertThat(requests.first().times()).isEqualTo(first);
        assertThat(requests.decided().times()).isEqualTo(decided);
        assertThat(requests.inTime().orElseThrow().times()).isEqualTo(inTime);
        assertThat(requests.medianDays().stream().boxed().findFirst()).isEqualTo(Optional.ofNullable(median));
    }

    @ParameterizedTest(name = "R-IND parts {0}: {1}: decided on {2} dossiers, the rest on {3}")
    @CsvSource({
        "1, 1*:03-01:03-02 1:03-03:03-04 1:03-05, 1, 1",
        "2, 1*:03-01:03-02 2*:03-03, 1, 1",
        "3, 1*:03-01:03-02 2*:03-03:03-04 2:03-05:03-06, 2, 0",
        "4, 1*:03-01 2*:03-03, 0, 2"
    })
    void aPartIsMeasuredByTheDossiersBehindItAndBehindTheRest(int number, String text, int dossiers, int others) {
        Figures.Part decided = new Figures(requests(text))
                .requests(Optional.of(WITHIN_30_DAYS))
                .decided();

        assertThat(decided.dossiers()).isEqualTo(dossiers);
        assertThat(decided.otherDossiers()).isEqualTo(others);
    }

    @ParameterizedTest(name = "R-IND months {0}: {1} to {2}, today {3}: {4} to {5}")
    @CsvSource({
        "1, 2026-01-10, 2026-02-10, 2026-03-10, 2026-01-01, 2026-02-28",
        "2, 2026-02-10, 2026-03-10, 2026-03-10, 2026-02-01, 2026-02-28",
        "3, 2026-02-01, 2026-02-28, 2026-03-01, 2026-02-01, 2026-02-28",
        "4, 2026-02-01, 2026-02-28, 2026-02-28, 2026-02-01, 2026-01-31",
        "5, 2026-03-02, 2026-03-09, 2026-03-10, 2026-03-01, 2026-02-28",
        "6, 2024-02-03, 2024-02-04, 2026-03-10, 2024-02-01, 2024-02-29"
    })
    void whatIsPublishedIsOfMonthsThatAreOver(
            int number, LocalDate first, LocalDate last, LocalDate today, LocalDate from, LocalDate until) {
        assertThat(new Period(first, last).inMonthsOver(today)).isEqualTo(new Period(from, until));
    }

    @ParameterizedTest(name = "R-RDD, R-IND opened {0}: {1}: {2} in health, {3} within three months, median {4}")
    @CsvSource({
        "1, '', 0, 0, ",
        "2, HEALTH:01-31:04-30, 1, 1, 89",
        "3, HEALTH:01-31:05-01, 1, 0, 90",
        "4, HEALTH:01-10:01-25 HOUSING:01-10:01-20 HEALTH:01-10:01-30, 2, 3, 15",
        "5, HOUSING, 0, 0, ",
        "6, HOUSING:02-10:02-01, 0, 0, "
    })
    void rightsAreCountedBesideTheReferencePoints(int number, String text, int health, int inTime, Integer median) {
        List<Happened> opened = Stream.of(text.split(" ", -1))
                .filter(one -> !one.isEmpty())
                .map(one -> {
                    String[] parts = one.split(":", -1);
                    Happened.Course course = parts.length < 3 ? null : course(parts[1], parts[2]);
                    return new Happened(
                            Kind.RIGHT_OPENED, new UUID(1, 1), LocalDate.of(2026, 2, 1), parts[0], course, false);
                })
                .toList();

        Figures.Rights rights = new Figures(opened).rights();

        assertThat(rights.opened().times()).isEqualTo(opened.size());
        assertThat(rights.health().times()).isEqualTo(health);
        assertThat(rights.inTime().times()).isEqualTo(inTime);
        assertThat(rights.medianDays().stream().boxed().findFirst()).isEqualTo(Optional.ofNullable(median));
    }

    @Test
    void withoutALegalDelayNoneIsMeasured() {
        assertThat(new Figures(requests("1*:03-01:03-02"))
                        .requests(Optional.empty())
                        .inTime())
                .isEmpty();
    }

    @Test
    void linesAreTheMostFirstAndCountDossiersOnce() {
        List<Happened> happened = Stream.of("1 PHONE", "1 PHONE", "2 PHONE", "1 VIDEO", "3 IN_PERSON")
                .map(one -> new Happened(
                        Kind.CONTACT,
                        new UUID(1, Long.parseLong(one.substring(0, 1))),
                        LocalDate.of(2026, 3, 2),
                        one.substring(2),
                        null,
                        false))
                .toList();

        assertThat(new Figures(happened).by(Kind.CONTACT))
                .containsExactly(
                        new Figures.Line("PHONE", 3, dossiers(1, 2)),
                        new Figures.Line("IN_PERSON", 1, dossiers(3)),
                        new Figures.Line("VIDEO", 1, dossiers(1)));
        assertThat(new Figures(happened).total(Kind.CONTACT, "")).isEqualTo(new Figures.Line("", 5, dossiers(1, 2, 3)));
    }

    private static Set<UUID> dossiers(long... numbers) {
        return LongStream.of(numbers).mapToObj(number -> new UUID(1, number)).collect(Collectors.toSet());
    }

    @ParameterizedTest(name = "R-IND small cells {0}: of {1} are hidden {2}")
    @CsvSource({
        "1, '', ''",
        "2, 5 6 7, ''",
        "3, 0 6 7, ''",
        "4, 4 6 7, 4 6",
        "5, 4 3 7, 4 3",
        "6, 1 2 7 9, 1 2 7",
        "7, 4, 4",
        "8, 0 4, 4",
        "9, 0 4 0 9, 4 9",
        "10, 2 2 2, 2 2 2"
    })
    void whatWouldNameSomebodyIsHiddenAndWhatWouldTellIt(int number, String cells, String hidden) {
        List<Integer> households = Stream.of(cells.split(" ", -1))
                .filter(cell -> !cell.isEmpty())
                .map(Integer::valueOf)
                .toList();

        List<Boolean> kept = SmallCells.hiddenParts(households);

        List<String> said = new java.util.ArrayList<>();
        for (int at = 0; at < households.size(); at++) {
            if (kept.get(at) && households.get(at) > 0) {
                said.add(households.get(at).toString());
            }
        }
        assertThat(said).isEqualTo(hidden.isEmpty() ? List.of() : Arrays.asList(hidden.split(" ", -1)));
    }

    /** {@code abc abd}: households a, b and c behind the first cell, a, b and d behind the second. */
    @ParameterizedTest(name = "R-IND shared cells {0}: of {1} are hidden {2}")
    @CsvSource({
        "1, abc def ghijkl, abc def",
        "2, abc abc ghijkl, abc abc ghijkl",
        "3, abc abd ghijkl, abc abd ghijkl",
        "4, abc abcd abcde, abc abcd abcde",
        "5, abc cde ghijkl, abc cde",
        "6, abc abc ghijkl ghijklm, abc abc ghijkl",
        "7, abcde abcde, ''",
        "8, abc abc, abc abc"
    })
    void theSameHouseholdsBehindTwoCellsAreCountedOnce(int number, String cells, String hidden) {
        List<String> all = List.of(cells.split(" ", -1));

        List<Boolean> kept = SmallCells.hidden(all.stream()
                .map(cell -> cell.chars().boxed().collect(Collectors.toSet()))
                .toList());

        assertThat(IntStream.range(0, all.size())
                        .filter(kept::get)
                        .mapToObj(all::get)
                        .toList())
                .isEqualTo(hidden.isEmpty() ? List.of() : List.of(hidden.split(" ", -1)));
    }
}
