package org.tournee.mobile.bilan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.bilan.Dimension;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.Choices;
import org.tournee.mobile.dossier.DiscreetToggle;
import org.tournee.mobile.dossier.RefusalNotice;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.ChipGroup;
import org.tournee.mobile.ui.Page;
import org.tournee.mobile.ui.Section;
import org.tournee.mobile.ui.Texts;

/** Eight balances, any order, a tap an item. Rule: R-BIL. */
final class BilanView extends VBox {

    /** More days would fill the page; one wants the beginning, and the last few. */
    private static final int MOST_DAYS = 4;

    private final Phone phone;
    private final Messages messages;
    private final BilanViewModel model;
    private final VBox rows = new VBox();
    private Optional<Dimension> open = Optional.empty();

    BilanView(Phone phone, BilanViewModel model, PlanViewModel plan, ConclusionViewModel conclusion) {
        this.phone = phone;
        this.messages = phone.messages();
        this.model = model;
        rows.getStyleClass().add("balances");
        model.balances().addListener((on, was, is) -> show());
        model.writing().addListener((on, was, is) -> show());
        Page page = new Page(
                Texts.heading(model.householdName()),
                DiscreetToggle.notice(model.discretion(), messages),
                new RefusalNotice(model.writer().refused(), messages),
                new RefusalNotice(plan.writer().refused(), messages),
                legend(),
                rows,
                new Section(messages.get("bilan.compare"), comparison()),
                new GoalsView(plan, phone),
                new ActionsView(plan, phone),
                new ConclusionView(conclusion, phone));
        VBox.setVgrow(page, javafx.scene.layout.Priority.ALWAYS);
        getChildren().add(page);
        show();
    }

    private Node legend() {
        return new BalanceLegend(messages);
    }

    private Node comparison() {
        DateTexts dates = DateTexts.of(phone);
        List<LocalDate> days = model.earlierDays();
        if (days.isEmpty()) {
            return Texts.muted(messages.get("bilan.compare.none"));
        }
        ChipGroup<LocalDate> chips =
                ChipGroup.one(days.subList(0, Math.min(MOST_DAYS, days.size())), day -> dates.day(day));
        VBox over = new VBox(8);
        chips.selectedProperty().addListener((on, was, is) -> {
            model.shownOn().set(phone.today());
            model.comparedWith().set(is.isEmpty() ? null : is.get(0));
            over.getChildren().setAll(laidOver());
        });
        return new VBox(8, Texts.muted(messages.get("bilan.compare.hint")), chips, over);
    }

    /** The later of the two days; today goes without being chosen. */
    private List<Node> laidOver() {
        List<LocalDate> days = model.laterDays();
        if (model.comparedWith().get() == null || days.size() == 1) {
            return List.of();
        }
        DateTexts dates = DateTexts.of(phone);
        return List.of(
                Texts.muted(messages.get("bilan.compare.over")),
                Choices.of(
                        days.subList(0, Math.min(MOST_DAYS, days.size())),
                        model.shownOn(),
                        day -> day.equals(phone.today()) ? messages.get("bilan.compare.today") : dates.day(day)));
    }

    private void show() {
        List<Node> nodes = new ArrayList<>();
        for (Balance balance : model.balances().get()) {
            nodes.add(new BalanceRow(balance, messages, model, isOpen(balance), () -> toggle(balance)));
            model.writing()
                    .get()
                    .filter(form -> form.dimension() == balance.dimension())
                    .ifPresent(form -> nodes.add(ItemFormView.whole(form, messages, model::add, model::giveUpWriting)));
            model.waiting().stream()
                    .filter(kept -> kept.dimension() == balance.dimension())
                    .forEach(kept -> nodes.add(resume(kept)));
            if (isOpen(balance)) {
                nodes.add(new BalanceItems(balance, phone, model));
            }
        }
        rows.getChildren().setAll(nodes);
    }

    /** An item that was left half written. */
    private Node resume(ItemDraft kept) {
        return Buttons.quiet(
                messages.get("bilan.item.resume", kept.text().strip()),
                Material2AL.EDIT,
                () -> model.begin(kept.dimension(), kept.side()));
    }

    private boolean isOpen(Balance balance) {
        return open.filter(dimension -> dimension == balance.dimension()).isPresent();
    }

    private void toggle(Balance balance) {
        open = isOpen(balance) ? Optional.empty() : Optional.of(balance.dimension());
        show();
    }
}
