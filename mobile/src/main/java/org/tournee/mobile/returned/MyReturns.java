package org.tournee.mobile.returned;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mandate.MandateEnd;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.request.RequestStep;
import org.tournee.sync.Command;
import org.tournee.sync.GroupChange;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
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

    /** Why it came back and what to do, in words; of a step the very rule that says no. Rules: R-SEG-10, R-REQ, R-MAN. */
    public static String why(ReturnedChange change, Messages messages) {
        ReturnedChange.Refusal refusal = change.refusal();
        String kind = change.origin().kind();
        return Optional.ofNullable(kind)
                .filter(known -> refusal.reason() == ReturnReason.REFUSED_STEP)
                .flatMap(RecordKind::ofCode)
                .flatMap(known -> rule(known, refusal.detail(), messages))
                .orElseGet(() -> messages.of(refusal.reason()));
    }

    private static Optional<String> rule(RecordKind kind, String detail, Messages messages) {
        return switch (kind) {
            case SEGMENT_CHANGE -> named(Carried.Refusal.values(), detail).map(messages::of);
            case REQUEST ->
                named(RequestStep.Refusal.values(), detail).map(rule -> messages.get("requestStep." + rule.name()));
            case MANDATE ->
                named(MandateEnd.Refusal.values(), detail).map(rule -> messages.get("mandateEnd." + rule.name()));
            default -> Optional.empty();
        };
    }

    private static <E extends Enum<E>> Optional<E> named(E[] rules, String name) {
        return Arrays.stream(rules).filter(rule -> rule.name().equals(name)).findFirst();
    }

    static List<Entry<ReturnedChange>> away(Phone phone) {
        Set<RecordId> away = PutAway.in(phone.store());
        return those(phone, entry -> away.contains(entry.id()));
    }

    private static List<Entry<ReturnedChange>> those(Phone phone, Predicate<Entry<ReturnedChange>> which) {
        return phone.store().returnedChanges().stream().filter(which).toList();
    }
}
