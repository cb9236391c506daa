package org.tournee.mobile.permanence;

import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
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
import org.tournee.mobile.ui.Field;
import org.tournee.mobile.ui.ListRow;
import org.tournee.mobile.ui.Page;
import org.tournee.mobile.ui.Texts;
import org.tournee.request.Request;

/** A liaison sheet: to whom, and what is asked; nothing of it while one may look over the shoulder. Rules: R-PER, R-BIL. */
final class LiaisonScreen implements Screen {

    private final Messages messages;
    private final LiaisonViewModel model;
    private final Discretion discretion;
    private final VBox like = new VBox();
    private final StackPane root;

    LiaisonScreen(Phone phone, LiaisonViewModel model, Discretion discretion) {
        this.messages = phone.messages();
        this.model = model;
        this.discretion = discretion;
        LiaisonForm form = model.form();
        like.getStyleClass().add("section-body");
        form.to().property().addListener((on, was, is) -> showLike());
        Button send = Buttons.primary(messages.get("liaison.send"), Material2MZ.SEND, model::send);
        send.setId("liaison-send");
        Page page = new Page(
                ReceptionScreen.discreet(discretion, messages),
                new RefusalNotice(model.writer().refused(), messages),
                Texts.muted(messages.get("liaison.why")),
                DiscreetToggle.covered(
                        new Card(
                                FormCard.bind(
                                        Field.text(messages.get("liaison.to")).hint(messages.get("liaison.toHint")),
                                        "liaison-to",
                                        form.to(),
                                        messages),
                                like,
                                FormCard.bind(
                                        Field.area(messages.get("liaison.text"), 4),
                                        "liaison-text",
                                        form.text(),
                                        messages),
                                Texts.strong(messages.get("walkIn.urgency")),
                                Choices.one(Arrays.asList(Request.Urgency.values()), form.urgency(), messages)),
                        discretion),
                new DraftMark(form.draft().keeper(), messages),
                Buttons.quiet(messages.get("app.close"), Material2AL.CLOSE, model::giveUp));
        page.footer(DiscreetToggle.covered(send, discretion));
        showLike();
        this.root = DossierStyle.on(new StackPane(page));
    }

    @Override
    public String title() {
        return messages.get("liaison.title");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public List<Node> actions() {
        return List.of(new DiscreetToggle(discretion, messages));
    }

    private void showLike() {
        List<ListRow> rows = model.like().stream()
                .map(one -> new ListRow(Material2MZ.PERSON, one.name(), one.detail(), () -> {
                    model.choose(one);
                    showLike();
                }))
                .toList();
        like.getChildren().setAll(rows);
        like.setManaged(!rows.isEmpty());
    }
}
