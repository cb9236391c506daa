package org.tournee.mobile.round;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.store.Edit;
import org.tournee.outreach.Advice;
import org.tournee.outreach.Opposition;
import org.tournee.outreach.RoundRules;
import org.tournee.outreach.Visit;
import org.tournee.reminder.ReminderSetting;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordKind;

/** Plans a round, puts it in order and carries it out. Rule: R-OUT. */
public final class RoundViewModel {

    private static final int DAYS_SHOWN = 5;

    private final Phone phone;
    private final Executor screen;
    private final RoundPlan plan;
    private final ReadOnlyObjectWrapper<Round> round = new ReadOnlyObjectWrapper<>();
    private int asked;

    /**
     * A round as the screen shows it.
     *
     * @param proposals whom to go to, the strongest ground first
     * @param leftInPeace to whom something is due, and why one does not go
     * @param looked whether all dossiers were looked at: while they are, nobody is proposed
     */
    public record Round(
            LocalDate day, List<Stop> stops, List<Proposal> proposals, List<Left> leftInPeace, boolean looked) {}

    /** A household to which there is reason to go. */
    public record Proposal(DossierContents contents, Advice.Go go) {}

    /** A household to which something is due, and which is left in peace. */
    public record Left(DossierContents contents, Advice.Because because) {}

    /** @param screen runs what touches properties: the screen's thread, or inline in tests */
    public RoundViewModel(Phone phone, Executor screen) {
        this.phone = phone;
        this.screen = screen;
        this.plan = new RoundPlan(phone, screen);
        show(phone.today());
    }

    public ReadOnlyObjectProperty<Round> round() {
        return round.getReadOnlyProperty();
    }

    /** The days for which one plans: today and the next ones. */
    public List<LocalDate> days() {
        return phone.today().datesUntil(phone.today().plusDays(DAYS_SHOWN)).toList();
    }

    /** Shows the round of another day: its stops at once, whom else to go to once all dossiers were looked at. */
    public void show(LocalDate day) {
        begin(new Round(day, List.of(), List.of(), List.of(), false));
    }

    /**
     * Looks at the same day again: its stops are shown at once, the proposals once the rules read every dossier in the
     * background. Only the last answer is shown.
     */
    public void refresh() {
        begin(round.get());
    }

    private void begin(Round known) {
        LocalDate day = known.day();
        List<Stop> stops = Stop.of(phone, day);
        round.set(new Round(day, stops, without(stops, known.proposals()), known.leftInPeace(), known.looked()));
        int mine = ++asked;
        phone.background().execute(() -> {
            Round looked = look(day);
            screen.execute(() -> {
                if (mine == asked) {
                    round.set(looked);
                }
            });
        });
    }

    /** Whom one goes to already is proposed no more. */
    private static List<Proposal> without(List<Stop> stops, List<Proposal> proposals) {
        Set<DossierId> going = stops.stream().map(stop -> stop.contents().id()).collect(Collectors.toSet());
        return proposals.stream()
                .filter(proposal -> !going.contains(proposal.contents().id()))
                .toList();
    }

    private Round look(LocalDate day) {
        List<Proposal> proposals = new ArrayList<>();
        List<Left> left = new ArrayList<>();
        ReminderSetting setting = new ReminderSetting(
                phone.store().profile(),
                phone.store().catalogue(),
                phone.store().heads());
        for (DossierContents contents : phone.store().dossiers()) {
            Advice advice = RoundRules.of(contents, day, setting);
            if (advice instanceof Advice.Go go) {
                proposals.add(new Proposal(contents, go));
            } else if (advice instanceof Advice.Leave leave && leave.because() != Advice.Because.PLANNED) {
                left.add(new Left(contents, leave.because()));
            }
        }
        proposals.sort(Comparator.comparing(Proposal::go, Advice.Go.STRONGEST_FIRST));
        return new Round(day, Stop.of(phone, day), List.copyOf(proposals), List.copyOf(left), true);
    }

    /** Puts a household at the end of the round. */
    public void add(Proposal proposal) {
        plan.add(proposal.contents().id(), round.get().day(), proposal.go().grounds());
    }

    /**
     * Moves a stop.
     *
     * @param by -1 for one earlier, 1 for one later
     */
    public void move(Stop stop, int by) {
        List<Stop> order = new ArrayList<>(round.get().stops());
        int from = order.indexOf(stop);
        int to = from + by;
        if (from < 0 || to < 0 || to >= order.size()) {
            return;
        }
        order.add(to, order.remove(from));
        for (int rank = 0; rank < order.size(); rank++) {
            Stop moved = order.get(rank);
            if (moved.rank() != rank) {
                Visit visit = moved.visit().value();
                plan.update(moved, new Visit(visit.plan(), new Visit.Turn(rank), visit.ending()));
            }
        }
    }

    /** Somebody was there: the contact is recorded next. */
    public void met(Stop stop) {
        plan.met(stop);
    }

    /** Nobody was there: shown as an attempt from now on. Rules: R-OUT, R-SEG-2. */
    public void absent(Stop stop) {
        undoably(stop, "round.said.ABSENT", ending(stop, Visit.State.ABSENT));
    }

    /** They did not want it today. */
    public void refused(Stop stop) {
        undoably(stop, "round.said.REFUSED", ending(stop, Visit.State.REFUSED));
    }

    /** One does not go there after all. */
    public void leaveOut(Stop stop) {
        undoably(stop, "round.said.LEFT_OUT", ending(stop, Visit.State.LEFT_OUT));
    }

    /** They do not want to be approached at all: from now on nobody proposes it. */
    public void oppose(Stop stop) {
        Opposition opposition = Opposition.statedOn(phone.today());
        undoably(
                stop,
                "round.said.opposed",
                new Edit.Create(RecordKind.OPPOSITION, NewRecord.id(), Audience.SERVICE, opposition));
    }

    private Edit.Change ending(Stop stop, Visit.State state) {
        return new Edit.Update(RecordKind.VISIT, stop.visit(), plan.ended(stop, state));
    }

    private void undoably(Stop stop, String said, Edit.Change... changes) {
        plan.writer(stop.contents().id())
                .saveUndoably(List.of(changes), phone.messages().get(said, stop.household()), () -> {});
    }
}
