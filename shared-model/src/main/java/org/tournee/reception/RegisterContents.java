package org.tournee.reception;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.dossier.StoredRecord;
import org.tournee.dossier.TypedRecords;
import org.tournee.sync.Conflict;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/**
 * Everything that is written in one register, typed: what the rules look at, the same on the phone and on the server. Rules:
 * R-PER, R-COL.
 *
 * @param id under which its records lie
 * @param unreadable how many records could not be typed: kept, not shown
 */
public record RegisterContents(
        DossierId id,
        Entry<ReceptionRegister> register,
        List<Entry<DeskDay>> days,
        List<Entry<WalkIn>> walkIns,
        List<Entry<LiaisonSheet>> liaisons,
        List<Entry<CollectiveAction>> actions,
        List<Entry<CollectiveSession>> sessions,
        List<Entry<Conflict>> conflicts,
        int unreadable) {

    /** Who is urgent first, then who came first. */
    private static final Comparator<Entry<WalkIn>> TURN = Comparator.comparing(
                    (Entry<WalkIn> entry) -> entry.value().need().urgency())
            .reversed()
            .thenComparing(entry -> entry.value().arrival().at())
            .thenComparing(entry -> entry.id().value());

    private static final Comparator<Entry<WalkIn>> LAST_ENDED = Comparator.comparing(
                    (Entry<WalkIn> entry) -> ended(entry.value()))
            .reversed()
            .thenComparing(entry -> entry.id().value());

    /**
     * Types the records of a register.
     *
     * @return empty where the register's own record is missing or cannot be read: it is no register
     */
    public static Optional<RegisterContents> of(DossierId id, Collection<StoredRecord> records) {
        TypedRecords typed = new TypedRecords(records);
        List<Entry<ReceptionRegister>> own = typed.all(RecordKind.RECEPTION_REGISTER, ReceptionRegister.class);
        return own.stream()
                .findFirst()
                .map(register -> new RegisterContents(
                        id,
                        register,
                        typed.all(RecordKind.DESK_DAY, DeskDay.class),
                        typed.all(RecordKind.WALK_IN, WalkIn.class),
                        typed.all(RecordKind.LIAISON, LiaisonSheet.class),
                        typed.all(RecordKind.COLLECTIVE_ACTION, CollectiveAction.class),
                        typed.all(RecordKind.COLLECTIVE_SESSION, CollectiveSession.class),
                        typed.all(RecordKind.CONFLICT, Conflict.class),
                        typed.unreadable()));
    }

    /** What whoever opened that desk that day found; empty while nobody did. */
    public List<Entry<DeskDay>> daysOf(RecordId desk, LocalDate day) {
        return days.stream().filter(entry -> entry.value().isOf(desk, day)).toList();
    }

    /** Who is still there at a desk, in the order of their turn: the urgent first, then who came first. */
    public List<Entry<WalkIn>> queue(RecordId desk, LocalDate day) {
        return ofDay(desk, day)
                .filter(entry -> !entry.value().course().state().isEnd())
                .sorted(TURN)
                .toList();
    }

    /** Who came and is gone, the last first. */
    public List<Entry<WalkIn>> gone(RecordId desk, LocalDate day) {
        return ofDay(desk, day)
                .filter(entry -> entry.value().course().state().isEnd())
                .sorted(LAST_ENDED)
                .toList();
    }

    /** How that day goes, or went. */
    public Attendance attendance(RecordId desk, LocalDate day) {
        return Attendance.of(ofDay(desk, day).map(entry -> entry.value().walk()).toList());
    }

    /** Conflicts that nobody has settled yet. */
    public List<Entry<Conflict>> openConflicts() {
        return conflicts.stream()
                .filter(conflict -> conflict.value().state().open())
                .toList();
    }

    private Stream<Entry<WalkIn>> ofDay(RecordId desk, LocalDate day) {
        return walkIns.stream().filter(entry -> entry.value().isOf(desk, day));
    }

    private static Instant ended(WalkIn walkIn) {
        Instant at = walkIn.course().endedAt();
        return at == null ? walkIn.arrival().at() : at;
    }
}
