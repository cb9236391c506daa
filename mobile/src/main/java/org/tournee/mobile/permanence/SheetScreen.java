package org.tournee.mobile.permanence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.contact.Topic;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.app.Screen;
import org.tournee.mobile.dossier.Choices;
import org.tournee.mobile.dossier.DiscreetToggle;
import org.tournee.mobile.dossier.Discretion;
import org.tournee.mobile.dossier.DossierStyle;
import org.tournee.mobile.dossier.RefusalNotice;
import org.tournee.mobile.draft.DraftMark;
import org.tournee.mobile.draft.FormCard;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.ChipGroup;
import org.tournee.mobile.ui.Field;
import org.tournee.mobile.ui.Flow;
import org.tournee.mobile.ui.ListRow;
import org.tournee.mobile.ui.Page;
import org.tournee.mobile.ui.Texts;
import org.tournee.reception.WalkIn;
import org.tournee.request.Request;

/** A reception sheet: who came, what for, how urgent, and what becomes of it; nothing of it must be filled. Rules: R-PER, R-BIL. */
final class SheetScreen implements Screen {

    private final Phone phone;
    private final Messages messages;
    private final SheetViewModel model;
    private final Discretion discretion;
    private final ChangeListener<Boolean> uncovered = (on, was, is) -> showKnown();
    private final VBox known = new VBox();
    private final VBox others = new VBox();
    private final Page page;
    private boolean open;
    private final StackPane root;

    SheetScreen(Phone phone, SheetViewModel model, Discretion discretion) {
        this.phone = phone;
        this.messages = phone.messages();
        this.model = model;
        this.discretion = discretion;
        discretion.onProperty().addListener(uncovered);
        SheetForm form = model.form();
        known.getStyleClass().add("section-body");
        form.name().property().addListener((on, was, is) -> showKnown());
        form.phone().property().addListener((on, was, is) -> showKnown());
        form.dossier().addListener((on, was, is) -> showKnown());
        this.page = new Page(
                ReceptionScreen.discreet(discretion, messages),
                new RefusalNotice(model.writer().refused(), messages),
                new Card(
                        covered(FormCard.bind(
                                Field.text(messages.get("walkIn.name")).hint(messages.get("walkIn.nameHint")),
                                "sheet-name",
                                form.name(),
                                messages)),
                        known,
                        covered(Texts.strong(messages.get("walkIn.subject"))),
                        covered(Choices.optional(
                                ChipGroup.one(Arrays.asList(Topic.values()), messages::of), form.subject())),
                        Texts.strong(messages.get("walkIn.urgency")),
                        Choices.one(Arrays.asList(Request.Urgency.values()), form.urgency(), messages)),
                others,
                covered(new Card(
                        FormCard.bind(Field.text(messages.get("walkIn.phone")), "sheet-phone", form.phone(), messages),
                        FormCard.bind(
                                Field.area(messages.get("walkIn.note"), 2), "sheet-note", form.note(), messages))),
                new DraftMark(form.draft().keeper(), messages));
        this.open = model.isOpen();
        showEnds();
        showKnown();
        this.root = DossierStyle.on(new StackPane(page));
    }

    @Override
    public String title() {
        return messages.get("walkIn.title");
    }

    @Override
    public Node node() {
        return root;
    }

    /** A colleague may have said meanwhile what became of them. */
    @Override
    public void refresh() {
        if (open != model.isOpen()) {
            open = model.isOpen();
            showEnds();
        }
    }

    private void showEnds() {
        page.footer(common());
        others.getChildren().setAll(others());
        others.setManaged(open);
    }

    @Override
    public List<Node> actions() {
        return List.of(new DiscreetToggle(discretion, messages));
    }

    /** What is discreet outlives the screen. */
    @Override
    public void leave() {
        discretion.onProperty().removeListener(uncovered);
    }

    private <N extends Node> N covered(N node) {
        return DiscreetToggle.covered(node, discretion);
    }

    /** The common end stays under the thumb. */
    private Button common() {
        return open
                ? named(
                        "sheet-settled",
                        Buttons.primary(
                                messages.get("walkIn.settled"),
                                Material2AL.CHECK,
                                () -> model.end(WalkIn.State.SETTLED)))
                : named("sheet-keep", Buttons.primary(messages.get("walkIn.keep"), null, model::keep));
    }

    /** What else may become of them; nothing once they are gone. */
    private Flow others() {
        return open
                ? new Flow(
                        named(
                                "sheet-keep",
                                Buttons.quiet(messages.get("walkIn.waitsOn"), Material2MZ.SCHEDULE, model::keep)),
                        named(
                                "sheet-pass-on",
                                Buttons.quiet(messages.get("walkIn.passOn"), Material2AL.FORWARD, model::passOn)),
                        named(
                                "sheet-left",
                                Buttons.quiet(
                                        messages.get("walkIn.left"),
                                        Material2AL.EXIT_TO_APP,
                                        () -> model.end(WalkIn.State.LEFT))))
                : new Flow();
    }

    private static Button named(String id, Button button) {
        button.setId(id);
        return button;
    }

    /** Who may be meant, until one says who; then the way to their dossier. Nobody while one may look over the shoulder. */
    private void showKnown() {
        List<Node> shown = new ArrayList<>();
        if (discretion.on()) {
            show(shown);
            return;
        }
        if (model.form().dossier().get() != null) {
            model.dossier()
                    .ifPresentOrElse(
                            dossier -> {
                                shown.add(new ListRow(
                                        Material2AL.FOLDER_SHARED,
                                        dossier.dossier().value().household().name(),
                                        messages.get("walkIn.knownHere"),
                                        () -> phone.navigator().open(new Destination.DossierPage(dossier.id()))));
                                shown.add(named(
                                        "sheet-contact",
                                        Buttons.quiet(
                                                messages.get("walkIn.contact"),
                                                Material2AL.EDIT,
                                                () -> model.contact(dossier.id()))));
                            },
                            () -> shown.add(Texts.muted(messages.get("walkIn.knownElsewhere"))));
            shown.add(Buttons.quiet(
                    messages.get("walkIn.notThem"),
                    Material2AL.CLOSE,
                    () -> model.form().dossier().set(null)));
        } else {
            model.like().stream()
                    .filter(one -> !model.isTyped(one))
                    .forEach(one -> shown.add(new ListRow(
                            one.dossier() == null ? Material2AL.HISTORY : Material2AL.FOLDER_SHARED,
                            one.name(),
                            one.dossier() == null ? cameBefore(one) : one.household(),
                            () -> model.choose(one))));
        }
        show(shown);
    }

    /** With the number that they gave then: it tells two of one name apart. */
    private String cameBefore(Visitors.Known one) {
        String reach = one.phone();
        return reach == null ? messages.get("walkIn.cameBefore") : messages.get("walkIn.cameBeforeReached", reach);
    }

    private void show(List<Node> shown) {
        known.getChildren().setAll(shown);
        known.setManaged(!shown.isEmpty());
    }
}
