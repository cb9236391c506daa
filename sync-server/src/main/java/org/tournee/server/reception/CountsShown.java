package org.tournee.server.reception;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tournee.access.AccessRules;
import org.tournee.organisation.Role;
import org.tournee.reception.Attendance;
import org.tournee.server.indicator.SmallCells;

/**
 * How much of the counts somebody is shown: all of them at the desks, in the back office and above a team; published ones
 * have no cell of less than five, and none by which such a one could be worked out. Rule: R-IND. Source: domain §7.
 */
enum CountsShown {
    ALL {
        @Override
        Span span(LocalDate today) {
            return new Span(today.minusMonths(MONTHS), today);
        }

        @Override
        ReceptionPage.Counts of(List<Attendance.Walk> walks) {
            Attendance counted = Attendance.of(walks);
            return new ReceptionPage.Counts(
                    Integer.toString(counted.came()),
                    Integer.toString(counted.byAppointment()),
                    Integer.toString(counted.settled()),
                    Integer.toString(counted.passedOn()),
                    Integer.toString(counted.left()),
                    waited(counted.medianWait()));
        }

        @Override
        String part(int part, int whole) {
            return Integer.toString(part);
        }
    },
    PUBLISHED {
        // Whole months: the difference of two days would tell one day.
        @Override
        Span span(LocalDate today) {
            LocalDate month = today.withDayOfMonth(1);
            return new Span(month.minusMonths(MONTHS), month.minusDays(1));
        }

        @Override
        ReceptionPage.Counts of(List<Attendance.Walk> walks) {
            Attendance counted = Attendance.of(walks);
            int came = counted.came();
            List<Integer> ways = List.of(counted.settled(), counted.passedOn(), counted.left(), counted.open());
            List<Boolean> hidden = SmallCells.hiddenParts(ways);
            long received =
                    walks.stream().filter(walk -> walk.receivedAt() != null).count();
            return new ReceptionPage.Counts(
                    SmallCells.shows(came) ? Integer.toString(came) : "moins de " + SmallCells.LEAST,
                    part(counted.byAppointment(), came),
                    cell(ways, hidden, 0, came),
                    cell(ways, hidden, 1, came),
                    cell(ways, hidden, 2, came),
                    received < SmallCells.LEAST ? NOT_TOLD : waited(counted.medianWait()));
        }

        private String cell(List<Integer> cells, List<Boolean> hidden, int at, int whole) {
            boolean told = SmallCells.shows(whole) && !hidden.get(at);
            return told ? Integer.toString(cells.get(at)) : NOT_TOLD;
        }

        @Override
        String part(int part, int whole) {
            boolean told = SmallCells.shows(whole) && SmallCells.shows(part) && SmallCells.shows(whole - part);
            return told ? Integer.toString(part) : NOT_TOLD;
        }
    };

    /** What is counted, the first and the last day in it. */
    record Span(LocalDate from, LocalDate until) {}

    private static final int MONTHS = 3;
    private static final String NOT_TOLD = "–";

    /** To somebody with those roles. */
    static CountsShown to(Set<Role> roles) {
        return AccessRules.worksInField(roles) || roles.contains(Role.BACK_OFFICE) ? ALL : PUBLISHED;
    }

    /** The days that are counted. */
    abstract Span span(LocalDate today);

    /** Who came, counted. */
    abstract ReceptionPage.Counts of(List<Attendance.Walk> walks);

    /** A part of something counted that stands beside it; itself beside itself for a whole. */
    abstract String part(int part, int whole);

    private static String waited(@Nullable Duration wait) {
        return wait == null ? "" : wait.toMinutes() + " min";
    }
}
