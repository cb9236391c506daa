package org.tournee.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cases of {@code docs/sync.md}, by the same numbers. Rules: R-REC, R-CLK. */
class ThreeWayMergeTest {

    private static final StreamId CLAIRE = new StreamId(new UUID(1, 1));
    private static final StreamId HUGO = new StreamId(new UUID(1, 2));
    private static final StreamId OFFICE = new StreamId(new UUID(1, 3));

    /** Claire writes; writes are {@code C1 H2}: Claire made revision 1, Hugo revision 2. */
    @ParameterizedTest(name = "{0}: {6}")
    @CsvSource(
            nullValues = "none",
            value = {
                "M1a, 'C1',       '\"a\"', 1, '\"a\" > \"b\"', APPLY,    nobody wrote since",
                "M1b, 'H1',       '\"a\"', 1, '\"a\" > \"b\"', APPLY,    the other's write was seen",
                "M1c, 'H1 C2',    '\"b\"', 1, '\"a\" > \"c\"', APPLY,    her own write since is no other's",
                "M1d, '',         none,    0, 'none > \"b\"',  APPLY,    the group is new",
                "M1e, 'C1',       '\"a\"', 1, '\"a\" > none',  APPLY,    she takes it away",
                "M1f, 'H1 C2 C3', '\"c\"', 1, '\"a\" > \"d\"', APPLY,    two of her own in a row",
                "M2a, 'C1 H2',    '\"b\"', 1, '\"a\" > \"b\"', SAME,     both wrote the same",
                "M2b, 'C1 H2',    '{\"x\":1,\"y\":2}', 1, '\"a\" > {\"y\":2,\"x\":1}', SAME, the same written otherwise",
                "M2c, 'C1 H2',    none,    1, '\"a\" > none',  SAME,     both took it away",
                "M2d, 'C1',       '\"b\"', 1, '\"a\" > \"b\"', SAME,     sent twice",
                "M3a, 'C1 H2',    '\"b\"', 1, '\"a\" > \"c\"', CONFLICT, the other wrote another value",
                "M3b, 'C1 H2 C3', '\"d\"', 1, '\"a\" > \"c\"', CONFLICT, hidden behind a later write of her own",
                "M3c, 'C1 H2',    none,    1, '\"a\" > \"c\"', CONFLICT, the other took it away",
                "M3d, 'C1 H2',    '\"b\"', 1, '\"a\" > none',  CONFLICT, she takes away what the other wrote",
                "M3e, 'H1',       '\"b\"', 0, 'none > \"c\"',  CONFLICT, both made it",
                "M3f, 'C1 H2 H3', '\"a\"', 1, '\"a\" > \"c\"', CONFLICT, there and back is still two writes",
                "M4a, 'C1 H2',    '\"a\"', 9, '\"a\" > \"c\"', APPLY,    base above the record: the value seen stands",
                "M4b, 'C1 H2',    '\"b\"', 9, '\"a\" > \"c\"', CONFLICT, base above the record: another value stands",
                "M4c, 'C1 H2',    '\"a\"', x1, '\"a\" > \"c\"', APPLY,   base of another epoch: the value seen stands",
                "M4d, 'C1',       '\"b\"', x1, '\"a\" > \"c\"', CONFLICT, base of another epoch: another value stands",
                "M4e, 'C1 H2',    '\"c\"', x1, '\"a\" > \"c\"', SAME,    base of another epoch: the same was written",
            })
    void aGroupIsMergedAsTheDocumentSays(
            String number,
            String writes,
            String current,
            String base,
            String change,
            ThreeWayMerge.Result result,
            String why) {
        List<String> baseAndNew = List.of(change.split(" > ", -1));
        boolean known = !base.startsWith("x");
        long baseRev = Long.parseLong(known ? base : base.substring(1));

        assertThat(ThreeWayMerge.merge(
                        new ThreeWayMerge.Current(current, writers(writes), lastRev(writes)),
                        new GroupChange(orNone(baseAndNew.get(0)), orNone(baseAndNew.get(1))),
                        baseRev,
                        CLAIRE,
                        known))
                .as(number + " " + why)
                .isEqualTo(result);
    }

    private static String orNone(String text) {
        return "none".equals(text) ? null : text;
    }

    private static GroupWriters writers(String writes) {
        GroupWriters writers = GroupWriters.NONE;
        for (String write : writes.split(" ", -1)) {
            if (!write.isEmpty()) {
                writers = writers.writtenBy(write.charAt(0) == 'C' ? CLAIRE : HUGO, Long.parseLong(write.substring(1)));
            }
        }
        return writers;
    }

    private static long lastRev(String writes) {
        return writers(writes).lastRev();
    }

    private record Write(StreamId stream, long rev) {}

    @Property
    void theTwoLastWritersAreEnoughToTellWhetherSomebodyElseWrote(
            @ForAll("streamLists") List<StreamId> writes,
            @ForAll @IntRange(max = 12) int baseRev,
            @ForAll("streams") StreamId asking) {
        GroupWriters writers = GroupWriters.NONE;
        List<Write> log = new ArrayList<>();
        for (StreamId stream : writes) {
            long rev = log.size() + 1L;
            writers = writers.writtenBy(stream, rev);
            log.add(new Write(stream, rev));
        }

        boolean oracle = log.stream().anyMatch(write -> !write.stream().equals(asking) && write.rev() > baseRev);
        assertThat(writers.wroteAfter(baseRev, asking)).isEqualTo(oracle);
    }

    @Property
    void changesOfDifferentGroupsCommuteAndNeverConflict(
            @ForAll("changes") Map<String, String> mine, @ForAll("changes") Map<String, String> others) {
        Map<String, String> theirs = new LinkedHashMap<>(others);
        theirs.keySet().removeAll(mine.keySet());

        MergedRecord oneFirst = MergedRecord.start();
        assertThat(oneFirst.apply(CLAIRE, 1, mine)).isFalse();
        assertThat(oneFirst.apply(HUGO, 1, theirs)).isFalse();
        MergedRecord otherFirst = MergedRecord.start();
        assertThat(otherFirst.apply(HUGO, 1, theirs)).isFalse();
        assertThat(otherFirst.apply(CLAIRE, 1, mine)).isFalse();

        assertThat(oneFirst.values()).isEqualTo(otherFirst.values());
    }

    @Property
    void ofTwoChangesOfOneGroupOneStandsAndTheOtherConflictsUnlessTheyAreTheSame(
            @ForAll("values") String mine, @ForAll("values") String theirs, @ForAll boolean mineFirst) {
        MergedRecord merged = MergedRecord.start();
        Map<String, String> first = Map.of("address", mineFirst ? mine : theirs);
        Map<String, String> second = Map.of("address", mineFirst ? theirs : mine);

        boolean firstConflicts = merged.apply(mineFirst ? CLAIRE : HUGO, 1, first);
        boolean secondConflicts = merged.apply(mineFirst ? HUGO : CLAIRE, 1, second);

        assertThat(firstConflicts).isFalse();
        // A first write of what already stood is no write, and so nothing for the second to conflict with.
        boolean firstWrote = !first.get("address").equals(MergedRecord.STARTING_VALUE);
        assertThat(secondConflicts).isEqualTo(firstWrote && !mine.equals(theirs));
        assertThat(merged.values().get("address"))
                .isEqualTo(secondConflicts ? first.get("address") : second.get("address"));
    }

    @Property
    void aStreamNeverConflictsWithItselfHoweverLateItsChangesArrive(
            @ForAll @Size(max = 8) List<@From("values") String> values) {
        MergedRecord merged = MergedRecord.start();
        for (String value : values) {
            // All of them were written offline, on the one revision that was pulled.
            assertThat(merged.apply(CLAIRE, 1, Map.of("address", value))).isFalse();
        }
    }

    @Property
    void theSameOperationTwiceChangesNothing(@ForAll("changes") Map<String, String> changes) {
        MergedRecord merged = MergedRecord.start();
        merged.apply(CLAIRE, 1, changes);
        Map<String, String> once = Map.copyOf(merged.values());

        assertThat(merged.apply(CLAIRE, 1, changes)).isFalse();
        assertThat(merged.values()).isEqualTo(once);
    }

    @Provide
    Arbitrary<StreamId> streams() {
        return Arbitraries.of(CLAIRE, HUGO, OFFICE);
    }

    @Provide
    Arbitrary<List<StreamId>> streamLists() {
        return streams().list().ofMaxSize(10);
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of(
                "\"1 rue du Lavoir\"", "\"2 place du Marché\"", "\"3 chemin des Prés\"", MergedRecord.STARTING_VALUE);
    }

    @Provide
    Arbitrary<Map<String, String>> changes() {
        Arbitrary<String> groups = Arbitraries.of("address", "reachability", "household", "situation");
        return Combinators.combine(groups.set().ofMaxSize(4), values().list().ofSize(4))
                .as((names, values) -> {
                    Map<String, String> changes = new LinkedHashMap<>();
                    int i = 0;
                    for (String name : names) {
                        changes.put(name, values.get(i++));
                    }
                    return changes;
                });
    }
}
