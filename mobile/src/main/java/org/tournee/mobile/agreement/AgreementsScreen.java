package org.tournee.mobile.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.agreement.AgreementStanding;
import org.tournee.agreement.ServiceAgreement;
import org.tournee.dossier.Entry;
import org.tournee.mobile.dossier.DeskScreen;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.Texts;
import org.tournee.sync.RecordKind;

/** The agreements of a dossier, under the name that the organisation gives them. Rule: R-SEG-9. */
public final class AgreementsScreen extends DeskScreen {

    private final AgreementsViewModel model;

    public AgreementsScreen(DossierDesk desk) {
        this(desk, new AgreementsViewModel(desk));
    }

    private AgreementsScreen(DossierDesk desk, AgreementsViewModel model) {
        super(desk, desk.phone().messages().of(RecordKind.SERVICE_AGREEMENT));
        this.model = model;
        begin();
    }

    @Override
    protected List<Node> contents() {
        AgreementCards cards = new AgreementCards(phone, desk.contents(), desk.discretion());
        AgreementStanding standing = model.standing();
        Optional<AgreementForm> open = model.open();
        List<Node> nodes = new ArrayList<>();
        nodes.add(Texts.muted(messages.get("agreement.why")));
        nodes.add(cards.standing(standing));
        if (open.isPresent() && open.get().seen().isEmpty()) {
            nodes.add(new AgreementFormView(open.get(), model, desk));
        } else {
            nodes.add(model.mayWrite() ? add() : Texts.muted(messages.get("agreement.readOnly")));
        }
        model.agreements()
                .forEach(entry -> nodes.add(open.filter(form -> concerns(form, entry))
                        .<Node>map(form -> new AgreementFormView(form, model, desk))
                        .orElseGet(() -> card(cards, entry))));
        return nodes;
    }

    private static boolean concerns(AgreementForm form, Entry<ServiceAgreement> entry) {
        return form.seen().filter(seen -> seen.id().equals(entry.id())).isPresent();
    }

    private Node add() {
        Button add = Buttons.secondary(
                messages.get(model.agreements().isEmpty() ? "agreement.add" : "agreement.renew"),
                Material2AL.ADD,
                model::begin);
        add.setId("agreement-add");
        return add;
    }

    private Card card(AgreementCards cards, Entry<ServiceAgreement> entry) {
        Card card = cards.card(entry);
        if (!model.mayChange(entry)) {
            return card;
        }
        Button change = Buttons.quiet(messages.get("agreement.change"), Material2AL.EDIT, () -> model.change(entry));
        change.setId("change-" + entry.id());
        card.getChildren().add(change);
        return card;
    }
}
