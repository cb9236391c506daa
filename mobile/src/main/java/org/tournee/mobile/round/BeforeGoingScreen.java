package org.tournee.mobile.round;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.app.Screen;
import org.tournee.mobile.dossier.RefusalNotice;
import org.tournee.mobile.draft.DraftMark;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.ChipGroup;
import org.tournee.mobile.ui.Field;
import org.tournee.mobile.ui.Page;
import org.tournee.mobile.ui.Section;
import org.tournee.mobile.ui.Texts;

/** Safety notes, and whether they want to be approached. Rule: R-OUT. */
final class BeforeGoingScreen implements Screen {

    private final Messages messages;
    private final VisitMarks marks;
    private final BeforeGoingViewModel model;
    private final Node form;
    private final Page page = new Page();

    BeforeGoingScreen(Phone phone, DossierId dossier) {
        this.messages = phone.messages();
        this.marks = new VisitMarks(phone);
        this.model = new BeforeGoingViewModel(phone, dossier, Platform::runLater, this::refresh);
        this.form = form();
        refresh();
    }

    @Override
    public String title() {
        return messages.get("beforeGoing.title");
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void refresh() {
        List<Node> shown = new ArrayList<>();
        shown.add(Texts.title(model.household()));
        shown.add(new Section(messages.get("safety.title"), notes()));
        shown.add(new Section(messages.get("opposition.title"), opposition()));
        if (!model.visits().isEmpty()) {
            shown.add(new Section(
                    messages.get("round.visits"),
                    model.visits().stream().map(marks::past).toArray(Node[]::new)));
        }
        page.contents(shown);
    }

    private Node[] notes() {
        List<Node> nodes = new ArrayList<>();
        model.notes()
                .forEach(entry -> nodes.add(marks.safety(entry.value().note())
                        .below(Buttons.quiet(messages.get("safety.end"), Material2AL.CLOSE, () -> model.end(entry)))));
        nodes.add(form);
        return nodes.toArray(Node[]::new);
    }

    private Node form() {
        Field fact = Field.area(messages.get("safety.fact"), 2).hint(messages.get("safety.hint"));
        fact.input().setId("safety-fact");
        fact.textProperty().bindBidirectional(model.fact());
        fact.errorKey(model.wrong(), messages::get);
        ChipGroup<Integer> months =
                ChipGroup.one(BeforeGoingViewModel.MONTHS, count -> messages.get("safety.months", count));
        months.select(List.of(model.months().get()));
        months.selectedProperty()
                .addListener((on, was, is) ->
                        months.choice().ifPresentOrElse(model.months()::set, () -> months.select(was)));
        return new Card(
                fact,
                Texts.muted(messages.get("safety.howLong")),
                months,
                new DraftMark(model.keeper(), messages),
                new RefusalNotice(model.writer().refused(), messages),
                Buttons.secondary(messages.get("safety.add"), Material2AL.ADD, model::note));
    }

    private Node opposition() {
        return model.opposition()
                .<Node>map(entry -> marks.opposed()
                        .below(Buttons.quiet(
                                messages.get("opposition.withdraw"), Material2AL.CHECK, () -> model.withdraw(entry))))
                .orElseGet(
                        () -> Buttons.secondary(messages.get("opposition.note"), Material2MZ.PAN_TOOL, model::oppose));
    }
}
