package org.tournee.mobile.round;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Phone;
import org.tournee.outreach.RoundRules;
import org.tournee.outreach.SafetyNote;
import org.tournee.outreach.Visit;

/** A stop of this worker's round, and the household it goes to. Rule: R-OUT. */
public record Stop(DossierContents contents, Entry<Visit> visit) {

    private static final Comparator<Stop> IN_ORDER = Comparator.comparingInt(Stop::rank)
            .thenComparing(stop -> stop.visit().id().toString());

    /** This worker's stops of a day, in their order; those left out are not among them. */
    public static List<Stop> of(Phone phone, LocalDate day) {
        return phone.store().dossiers().stream()
                .flatMap(dossier -> dossier.visits().stream().map(visit -> new Stop(dossier, visit)))
                .filter(stop -> stop.plan().day().equals(day))
                .filter(stop -> stop.plan().worker().equals(phone.store().worker()))
                .filter(stop ->
                        stop.state().filter(Visit.State.LEFT_OUT::equals).isEmpty())
                .sorted(IN_ORDER)
                .toList();
    }

    private Visit.Plan plan() {
        return visit.value().plan();
    }

    int rank() {
        return visit.value().turn().rank();
    }

    /** The name under which the household is known. */
    public String household() {
        return dossier().household().name();
    }

    Dossier dossier() {
        return contents.dossier().value();
    }

    /** What one found; empty while one has not been there. */
    public Optional<Visit.State> state() {
        return Optional.ofNullable(visit.value().ending()).map(Visit.Ending::state);
    }

    public boolean isOpen() {
        return visit.value().isOpen();
    }

    /** What to know before one goes. */
    List<SafetyNote.Note> notes() {
        return contents.safetyNotes().stream()
                .map(Entry::value)
                .filter(note -> note.holdsOn(plan().day()))
                .map(SafetyNote::note)
                .toList();
    }

    /** Whether somebody there said, perhaps since it was planned, that they do not want to be approached. */
    boolean isOpposed() {
        return RoundRules.isOpposed(contents);
    }

    int attempts() {
        return RoundRules.attempts(contents);
    }

    /** When somebody was last in touch. */
    Optional<Instant> lastContact() {
        return contents.lastHeld();
    }
}
