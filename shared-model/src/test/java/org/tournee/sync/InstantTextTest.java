package org.tournee.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An app of before reads moments by the JDK: what is taken here, it can read, and means the same. */
class InstantTextTest {

    private static final long YEAR_1 = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
    private static final long YEAR_9999 = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-10T24:00:00Z",
                "+12026-03-10T12:00:00Z",
                "-0001-03-10T12:00:00Z",
                "2026-03-10t12:00:00z",
                "2026-03-10T12:00:00.Z",
                "2026-03-10T12:00:00+01:00"
            })
    void whatIsWrittenInAnotherWayIsReadAsEver(String text) {
        assertThat(read(text, InstantText::parse))
                .isEqualTo(read(text, Instant::parse))
                .isPresent();
    }

    @Property
    void aMomentIsReadAsItWasWritten(@ForAll("moments") Instant moment) {
        assertThat(InstantText.parse(moment.toString())).isEqualTo(moment);
    }

    @Property(tries = 20_000)
    void itReadsWhatTheJdkReadsAndNothingElse(@ForAll("almostMoments") String text) {
        assertThat(read(text, InstantText::parse)).isEqualTo(read(text, Instant::parse));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-10 12:00:00Z",
                "2026-03-10_12:00:00Z",
                "2026-03-10T12:00Z",
                "2026-03-10T12:00:00",
                "2026-03-10T12:00:60Z",
                "2026-03-10T12:00:00ZZ",
                "2026-03-10T12:00:00.1234567891Z",
                "2026-02-30T12:00:00Z",
                "2026-03-10",
                ""
            })
    void whatIsNoMomentIsNone(String text) {
        assertThat(read(text, InstantText::parse)).isEmpty();
    }

    private static Optional<Instant> read(String text, Function<String, Instant> reader) {
        try {
            return Optional.of(reader.apply(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Provide
    Arbitrary<Instant> moments() {
        Arbitrary<Integer> nanos = Arbitraries.of(0, 1, 999_999_999, 120_000_000, 123_456_000, 123_000_000);
        return Arbitraries.longs()
                .between(YEAR_1, YEAR_9999)
                .flatMap(seconds -> nanos.map(nano -> Instant.ofEpochSecond(seconds, nano)));
    }

    /** One sign replaced, taken away or added. */
    @Provide
    Arbitrary<String> almostMoments() {
        Arbitrary<Integer> places = Arbitraries.integers().between(0, 29);
        Arbitrary<String> signs =
                Arbitraries.of("", "0", "9", "T", "t", " ", "_", "Z", "z", "+01:00", "-00:00", ",", ":");
        Arbitrary<Integer> taken = Arbitraries.of(0, 1);
        return Combinators.combine(moments(), places, signs, taken).as((moment, place, sign, away) -> {
            String text = moment.toString();
            int at = Math.min(place, text.length());
            return text.substring(0, at) + sign + text.substring(Math.min(at + away, text.length()));
        });
    }
}
