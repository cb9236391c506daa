package org.tournee.mobile.returned;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.sync.Command;
import org.tournee.sync.GroupChange;
import org.tournee.sync.RecordId;
import org.tournee.sync.ReturnReason;
import org.tournee.sync.ReturnedChange;
import org.tournee.workflow.Carried;
import org.tournee.workflow.PreparedStep;

/** What came back to the phone's worker. Rule: R-REC. */
public final class MyReturns {

    private MyReturns() {}

    /** Those that the worker has not done with yet. */
    public static List<Entry<ReturnedChange>> open(Phone phone) {
        Set<RecordId> away = PutAway.in(phone.store());
        return those(phone, entry -> !away.contains(entry.id()));
    }

    /** Those of one dossier that the worker has not done with yet. */
    public static List<Entry<ReturnedChange>> open(Phone phone, DossierId dossier) {
        return open(phone).stream()
                .filter(entry -> dossier.equals(entry.value().origin().dossierId()))
                .toList();
    }

    /** Those among them that were steps on the segment. Rules: R-SEG-5, R-SEG-6. */
    public static List<Entry<ReturnedChange>> steps(Phone phone, DossierId dossier) {
        return open(phone, dossier).stream()
                .filter(entry -> step(entry).isPresent())
                .toList();
    }

    /** The step on the segment that came back; empty where it was something else. */
    public static Optional<PreparedStep> step(Entry<ReturnedChange> entry) {
        GroupChange asked = ReturnedGroups.of(entry.value().origin()).get(Command.GROUP);
        return Optional.ofNullable(asked)
                .flatMap(change -> Optional.ofNullable(change.value()))
                .flatMap(Command::read)
                .flatMap(PreparedStep::of);
    }

    /** Why it came back and what to do, in words; of a step on the segment the very rule that says no. Rule: R-SEG-10. */
    public static String why(ReturnedChange change, Messages messages) {
        ReturnedChange.Refusal refusal = change.refusal();
        return Arrays.stream(Carried.Refusal.values())
                .filter(rule -> refusal.reason() == ReturnReason.REFUSED_STEP)
                .filter(rule -> rule.name().equals(refusal.detail()))
                .findFirst()
                .map(messages::of)
                .orElseGet(() -> messages.of(refusal.reason()));
    }

    static List<Entry<ReturnedChange>> away(Phone phone) {
        Set<RecordId> away = PutAway.in(phone.store());
        return those(phone, entry -> away.contains(entry.id()));
    }

    private static List<Entry<ReturnedChange>> those(Phone phone, Predicate<Entry<ReturnedChange>> which) {
        return phone.store().returnedChanges().stream().filter(which).toList();
    }
}
