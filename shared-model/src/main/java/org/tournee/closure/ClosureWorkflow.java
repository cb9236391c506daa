package org.tournee.closure;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.access.AccessRules;
import org.tournee.access.Act;
import org.tournee.access.Subject;
import org.tournee.closure.ClosureCarried.Refusal;
import org.tournee.closure.ClosureCommand.Close;
import org.tournee.closure.ClosureCommand.Reopen;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierStatus;
import org.tournee.dossier.Entry;
import org.tournee.segment.Stay;
import org.tournee.sync.RecordId;
import org.tournee.workflow.DossierCourse;
import org.tournee.workflow.SegmentWorkflow;
import org.tournee.workflow.Signer;

/**
 * The two states of a follow-up and what leads from one to the other. A closed dossier is in no segment: its norms, reviews
 * and reminders end, and its retention runs. Begun again, it is in the segment in which it ended, by a new stay. Pure, so
 * that a page offers what would be done. Rules: R-SEG-5, R-SHARE, R-GDPR. Source: 001 §5.
 */
public final class ClosureWorkflow {

    /** The most characters of whom somebody was oriented to. */
    public static final int LONGEST_NAME = 200;

    /** Of two that began and ended on one day, the one that was written last follows. */
    private static final Comparator<Stay> LATEST = Comparator.comparing(
                    (Stay stay) -> stay.span().enteredOn())
            .thenComparing(stay -> stay.span().leftOn(), Comparator.nullsLast(Comparator.naturalOrder()));

    private ClosureWorkflow() {}

    /** Carries a command out. */
    public static ClosureCarried carry(ClosureCommand command, DossierContents contents, Signer signer) {
        return command instanceof Close close
                ? close(close, contents, signer)
                : reopen((Reopen) command, contents, signer);
    }

    /** Whether the signer may end it, or begin it again where it is closed. */
    public static boolean mayChange(DossierContents contents, Signer signer) {
        return may(isOpen(contents) ? Act.CLOSE : Act.DECIDE, signer);
    }

    private static ClosureCarried close(Close close, DossierContents contents, Signer signer) {
        if (find(contents, close.id()).isPresent()) {
            return new ClosureCarried.Repeated();
        }
        if (!may(Act.CLOSE, signer)) {
            return new ClosureCarried.Refused(Refusal.NOT_YOURS_TO_CLOSE);
        }
        if (!isOpen(contents) || close.after() != contents.closures().size()) {
            return new ClosureCarried.Stale();
        }
        return refusal(close, contents, signer.on())
                .<ClosureCarried>map(ClosureCarried.Refused::new)
                .orElseGet(() -> closed(close, contents, signer));
    }

    private static ClosureCarried closed(Close close, DossierContents contents, Signer signer) {
        LocalDate today = signer.on();
        boolean oriented = close.exit() == Closure.Exit.ORIENTED_ELSEWHERE;
        Closure closure = new Closure(
                new Closure.Ending(
                        close.exit(), oriented ? close.orientedTo() : null, close.reason(), today, signer.worker()),
                null);
        return new ClosureCarried.Done(
                close.id(),
                closure,
                withStatus(contents, DossierStatus.CLOSED, today),
                contents.staysOn(today).stream().map(stay -> left(stay, today)).toList(),
                null);
    }

    private static Optional<Refusal> refusal(Close close, DossierContents contents, LocalDate today) {
        if (DossierCourse.of(contents, today).open() != null) {
            return Optional.of(Refusal.DECISION_WAITS);
        }
        boolean oriented = close.exit() == Closure.Exit.ORIENTED_ELSEWHERE;
        if (oriented && close.orientedTo().isBlank()) {
            return Optional.of(Refusal.ORIENTATION_MISSING);
        }
        return oriented && close.orientedTo().length() > LONGEST_NAME
                ? Optional.of(Refusal.ORIENTATION_TOO_LONG)
                : reasonRefused(close);
    }

    private static ClosureCarried reopen(Reopen reopen, DossierContents contents, Signer signer) {
        Optional<Entry<Closure>> named = find(contents, reopen.closure());
        Closure.Reopening begun = new Closure.Reopening(reopen.reason(), signer.on(), signer.worker());
        if (named.map(closure -> begun.equals(closure.value().reopening())).orElse(false)) {
            return new ClosureCarried.Repeated();
        }
        if (!may(Act.DECIDE, signer)) {
            return new ClosureCarried.Refused(Refusal.NOT_YOURS_TO_REOPEN);
        }
        Optional<Entry<Closure>> standing =
                standing(contents).filter(closure -> closure.id().equals(reopen.closure()));
        if (standing.isEmpty()) {
            return new ClosureCarried.Stale();
        }
        return reasonRefused(reopen)
                .<ClosureCarried>map(ClosureCarried.Refused::new)
                .orElseGet(() -> new ClosureCarried.Done(
                        reopen.closure(),
                        new Closure(standing.get().value().ending(), begun),
                        withStatus(contents, DossierStatus.OPEN, null),
                        List.of(),
                        resumed(contents, signer.on())));
    }

    private static Optional<Refusal> reasonRefused(ClosureCommand command) {
        if (command.reason().isBlank()) {
            return Optional.of(Refusal.REASON_MISSING);
        }
        return command.reason().length() > SegmentWorkflow.LONGEST_REASON
                ? Optional.of(Refusal.TOO_LONG)
                : Optional.empty();
    }

    /** The closure that stands; empty while the dossier is open. */
    public static Optional<Entry<Closure>> standing(DossierContents contents) {
        return isOpen(contents)
                ? Optional.empty()
                : contents.closures().stream()
                        .filter(closure -> closure.value().reopening() == null)
                        .max(Comparator.comparing(
                                closure -> closure.value().ending().closedOn()));
    }

    private static boolean isOpen(DossierContents contents) {
        return contents.dossier().value().status().status() == DossierStatus.OPEN;
    }

    private static boolean may(Act act, Signer signer) {
        return AccessRules.decide(signer.roles(), signer.links(), act, Subject.dossier(), false)
                .isAllowed();
    }

    private static Optional<Entry<Closure>> find(DossierContents contents, RecordId id) {
        return contents.closures().stream()
                .filter(closure -> closure.id().equals(id))
                .findFirst();
    }

    private static Dossier withStatus(DossierContents contents, DossierStatus status, @Nullable LocalDate closedOn) {
        Dossier dossier = contents.dossier().value();
        return dossier.with(new Dossier.Status(status, dossier.status().openedOn(), closedOn));
    }

    private static Entry<Stay> left(Entry<Stay> stay, LocalDate today) {
        Stay.Span span = stay.value().span();
        return stay.with(new Stay(
                new Stay.Span(span.segment(), span.enteredOn(), today),
                stay.value().allocation()));
    }

    /** Null for a dossier that never was in a segment. */
    private static @Nullable Stay resumed(DossierContents contents, LocalDate today) {
        return contents.stays().stream()
                .map(Entry::value)
                .reduce((one, other) -> LATEST.compare(other, one) >= 0 ? other : one)
                .map(stay -> new Stay(new Stay.Span(stay.span().segment(), today, null), stay.allocation()))
                .orElse(null);
    }
}
