package org.tournee.mobile.round;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.mobile.dossier.Choices;
import org.tournee.mobile.dossier.DeskScreen;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.draft.FormCard;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Field;
import org.tournee.mobile.ui.Section;
import org.tournee.mobile.ui.Texts;

/** Safety notes, and whether they want to be approached. Rule: R-OUT. */
public final class BeforeGoingScreen extends DeskScreen {

    private final VisitMarks marks;
    private final BeforeGoingViewModel model;

    public BeforeGoingScreen(DossierDesk desk) {
        this(desk, new BeforeGoingViewModel(desk));
    }

    private BeforeGoingScreen(DossierDesk desk, BeforeGoingViewModel model) {
        super(desk, desk.phone().messages().get("beforeGoing.title"));
        this.marks = new VisitMarks(phone);
        this.model = model;
        begin();
    }

    @Override
    protected List<Node> contents() {
        List<Node> shown = new ArrayList<>();
        shown.add(Texts.title(model.household()));
        shown.add(section("safety.title", notes()));
        shown.add(section("opposition.title", List.of(opposition())));
        if (!model.visits().isEmpty()) {
            shown.add(section(
                    "round.visits", model.visits().stream().map(marks::past).toList()));
        }
        return shown;
    }

    private Node section(String title, List<Node> nodes) {
        Section section = new Section(messages.get(title));
        section.contents(nodes);
        return section;
    }

    /** None while one may look over the shoulder, nor the one that is being written: its draft stays. Rule: R-BIL. */
    private List<Node> notes() {
        if (desk.discretion().on()) {
            return List.of();
        }
        List<Node> nodes = new ArrayList<>();
        model.notes()
                .forEach(entry -> nodes.add(marks.safety(entry.value().note())
                        .below(Buttons.quiet(messages.get("safety.end"), Material2AL.CLOSE, () -> model.end(entry)))));
        nodes.add(model.open().map(this::form).orElseGet(this::add));
        return nodes;
    }

    private Node add() {
        Button add = Buttons.secondary(messages.get("safety.begin"), Material2AL.ADD, model::begin);
        add.setId("safety-begin");
        return add;
    }

    private Node form(SafetyForm form) {
        return new FormCard(messages)
                .add(
                        FormCard.bind(
                                Field.area(messages.get("safety.fact"), 2).hint(messages.get("safety.hint")),
                                "safety-fact",
                                form.fact(),
                                messages),
                        Texts.muted(messages.get("safety.howLong")),
                        Choices.of(SafetyForm.MONTHS, form.months(), count -> messages.get("safety.months", count)))
                .end(form, messages.get("safety.add"), model::note, model::giveUp);
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
