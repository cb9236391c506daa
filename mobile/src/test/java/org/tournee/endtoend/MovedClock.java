package org.tournee.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * The time of what takes weeks: the computer's, ahead by what was said last. Phones that are given it and a server that
 * is started with its {@link #file()} live at the same moment.
 */
final class MovedClock extends Clock {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final LocalTime BEGINS = LocalTime.of(8, 30);
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final Path file;
    private volatile Duration ahead = Duration.ZERO;

    /** @param today in whose morning it begins */
    MovedClock(Path file, LocalDate today) {
        this.file = file;
        morningOf(today);
    }

    Path file() {
        return file;
    }

    LocalDate today() {
        return LocalDate.ofInstant(instant(), ZONE);
    }

    /** That many days of work after today, without the ends of weeks. */
    LocalDate workingDay(int later) {
        LocalDate day = today();
        for (int left = later; left > 0; left--) {
            do {
                day = day.plusDays(1);
            } while (WEEKEND.contains(day.getDayOfWeek()));
        }
        return day;
    }

    void morningOf(LocalDate day) {
        moveTo(day.atTime(BEGINS).atZone(ZONE).toInstant());
    }

    void pass(Duration time) {
        moveTo(instant().plus(time));
    }

    /** Whole, or not at all: the server may look at any moment. */
    private void moveTo(Instant moment) {
        Duration next = Duration.between(Instant.now(), moment);
        Path written = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.writeString(written, next.toString());
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ahead = next;
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), ahead);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }
}
