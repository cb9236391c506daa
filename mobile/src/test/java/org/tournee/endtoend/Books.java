package org.tournee.endtoend;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What phones saved beside what the server holds of it.
 *
 * @param saved records for which a save returned
 * @param lost of these, what the log or the records lack
 * @param twice of these, what the log has more than once
 * @param halves saves that a kill interrupted and of which the server holds some records and lacks others
 * @param returned operations that came back or were not decided
 * @param alarms contents that differed between phone and server
 */
record Books(
        int saved,
        Set<String> lost,
        Set<String> twice,
        List<List<String>> halves,
        long returned,
        long alarms,
        boolean gapless) {

    /**
     * @param saved records for which a save returned
     * @param interrupted the records of saves that were begun and of which nobody knows
     */
    static Books compared(Demo demo, Collection<String> saved, List<List<String>> interrupted) throws SQLException {
        try (ServerDatabase database = new ServerDatabase(demo)) {
            Map<String, Integer> logged = new HashMap<>(database.operationsOn(saved));
            Set<String> lost = new LinkedHashSet<>(saved);
            lost.removeIf(logged::containsKey);
            Set<String> unwritten = new LinkedHashSet<>(saved);
            unwritten.removeAll(database.recordsAmong(saved));
            lost.addAll(unwritten);
            logged.values().removeIf(times -> times == 1);
            List<List<String>> halves = interrupted.stream()
                    .filter(together -> isHalf(database, together))
                    .toList();
            return new Books(
                    saved.size(),
                    lost,
                    logged.keySet(),
                    halves,
                    database.returnedOperations(),
                    database.number("select count(*) from audit where act = 'ALARM'"),
                    database.gaplessStreams());
        }
    }

    private static boolean isHalf(ServerDatabase database, List<String> together) {
        int held = database.recordsAmong(together).size();
        return held != 0 && held != together.size();
    }

    /** Nothing lost, nothing twice, nothing by halves, nothing that differs. */
    boolean areEven() {
        return lost.isEmpty() && twice.isEmpty() && halves.isEmpty() && returned == 0 && alarms == 0 && gapless;
    }
}
