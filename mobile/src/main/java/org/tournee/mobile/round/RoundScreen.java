package org.tournee.mobile.round;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.dossier.Dossier;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.PageScreen;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.DiscreetToggle;
import org.tournee.mobile.dossier.Discretion;
import org.tournee.mobile.round.RoundViewModel.Left;
import org.tournee.mobile.round.RoundViewModel.Proposal;
import org.tournee.mobile.round.RoundViewModel.Round;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.ChipGroup;
import org.tournee.mobile.ui.EmptyState;
import org.tournee.mobile.ui.Icons;
import org.tournee.mobile.ui.ListRow;
import org.tournee.mobile.ui.Section;
import org.tournee.mobile.ui.Texts;

/** The round of a day: its stops in order, whom else to go to and why, and who is left in peace. Rule: R-OUT. */
public final class RoundScreen extends PageScreen {

    private static final int MOST_PROPOSED = 8;

    private final RoundViewModel model;
    private final VisitMarks marks;
    private final Discretion discretion;
    private boolean all;

    public RoundScreen(Phone phone, Discretion discretion) {
        super(phone, "round.title");
        this.discretion = discretion;
        this.model = new RoundViewModel(phone, Platform::runLater);
        this.marks = new VisitMarks(phone);
        model.round().addListener((on, was, is) -> show());
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    @Override
    public List<Node> actions() {
        return List.of(new DiscreetToggle(discretion, messages));
    }

    @Override
    protected List<Node> contents() {
        Round round = model.round().get();
        List<Node> shown = new ArrayList<>();
        shown.add(DiscreetToggle.notice(discretion, messages));
        shown.add(days(round));
        shown.add(stops(round));
        shown.add(proposals(round));
        if (!round.leftInPeace().isEmpty()) {
            shown.add(new Section(
                    messages.get("round.left"),
                    round.leftInPeace().stream().map(this::left).toArray(Node[]::new)));
        }
        shown.add(Texts.small(messages.get("round.noTracking")));
        return shown;
    }

    private Node days(Round round) {
        DateTexts dates = DateTexts.of(phone);
        ChipGroup<LocalDate> days = ChipGroup.one(model.days(), dates::weekday);
        days.select(List.of(round.day()));
        days.selectedProperty()
                .addListener((on, was, is) -> days.choice().ifPresentOrElse(model::show, () -> days.select(was)));
        return days;
    }

    private Node stops(Round round) {
        if (round.stops().isEmpty()) {
            return new EmptyState(
                    Material2AL.DIRECTIONS_CAR, messages.get("round.none"), messages.get("round.noneWhy"), byHand());
        }
        List<Node> cards = new ArrayList<>();
        for (Stop stop : round.stops()) {
            cards.add(new StopCard(model, stop, cards.size() + 1, phone, discretion).card());
        }
        cards.add(byHand());
        long seen = round.stops().stream().filter(stop -> !stop.isOpen()).count();
        return new Section(messages.get("round.progress", seen, round.stops().size()), cards.toArray(Node[]::new));
    }

    private Node byHand() {
        return Buttons.secondary(
                messages.get("round.byHand"),
                Material2AL.ADD,
                () -> phone.navigator()
                        .open(new Destination.RoundPick(model.round().get().day())));
    }

    private Node proposals(Round round) {
        List<Node> rows = new ArrayList<>();
        round.proposals().stream()
                .limit(all ? Integer.MAX_VALUE : MOST_PROPOSED)
                .map(this::proposal)
                .forEach(rows::add);
        if (rows.isEmpty()) {
            rows.add(Texts.muted(messages.get(round.looked() ? "round.noProposal" : "round.looking")));
        } else if (!all && round.proposals().size() > MOST_PROPOSED) {
            rows.add(Buttons.secondary(
                    messages.get("round.allProposals", round.proposals().size()), Material2AL.EXPAND_MORE, () -> {
                        all = true;
                        show();
                    }));
        }
        return new Section(messages.get("round.proposals"), rows.toArray(Node[]::new));
    }

    private Node proposal(Proposal proposal) {
        Dossier dossier = proposal.contents().dossier().value();
        ListRow row = new ListRow(
                Icons.large(Material2AL.ADD_CIRCLE_OUTLINE),
                dossier.household().name(),
                dossier.address().communeName(),
                () -> model.add(proposal));
        row.below(marks.grounds(proposal.go().grounds()));
        return proposal.go().attempts() > 0
                ? row.below(marks.attempts(proposal.go().attempts()))
                : row;
    }

    private Node left(Left left) {
        return new ListRow(
                Icons.large(Material2MZ.PAN_TOOL),
                left.contents().dossier().value().household().name(),
                messages.get("round.because." + left.because().name()));
    }
}
