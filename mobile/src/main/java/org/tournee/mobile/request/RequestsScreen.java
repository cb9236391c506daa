package org.tournee.mobile.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.dossier.Entry;
import org.tournee.mandate.Mandate;
import org.tournee.mobile.dossier.DeskScreen;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.Section;
import org.tournee.mobile.ui.Texts;
import org.tournee.sync.RecordKind;

/** What was asked, what the service is charged with, and when no contact is expected. Rules: R-REQ, R-MAN, R-SEG-10, R-BIL. */
public final class RequestsScreen extends DeskScreen {

    private final RequestsViewModel model;
    private final RequestForms forms;
    private final RequestStepsView steps;
    private final MandateChangesView changes;
    private final WishView wish;

    public RequestsScreen(DossierDesk desk) {
        super(desk, desk.phone().messages().get("demand.title"));
        this.model = new RequestsViewModel(desk);
        this.forms = new RequestForms(model, messages);
        this.steps = new RequestStepsView(new RequestStepsViewModel(desk), messages);
        this.changes = new MandateChangesView(new MandateChangesViewModel(desk), desk.phone());
        this.wish = new WishView(desk, new WishViewModel(desk));
        begin();
    }

    /** While one may look over the shoulder, no form in which somebody is judged or named: its draft stays. Rule: R-BIL. */
    @Override
    protected List<Node> contents() {
        RequestCards cards = new RequestCards(desk);
        boolean discreet = desk.discretion().on();
        List<Node> requests = new ArrayList<>();
        if (!discreet || !model.demand().filter(DemandForm::isOfOthers).isPresent()) {
            requests.addAll(opened(RecordKind.REQUEST, "demand", model.demand(), forms::of, model::beginDemand));
        }
        model.requests().forEach(entry -> {
            Card card = cards.of(entry);
            card.getChildren().addAll(steps.of(entry));
            requests.add(card);
        });
        List<Node> mandates = new ArrayList<>();
        if (discreet) {
            mandates.add(Texts.muted(messages.get("mandate.hidden")));
        } else {
            mandates.addAll(opened(RecordKind.MANDATE, "mandate", model.mandate(), forms::of, model::beginMandate));
            model.mandates().forEach(entry -> mandates.add(mandate(cards, entry)));
        }
        List<Node> exemptions = new ArrayList<>();
        if (!discreet) {
            exemptions.addAll(
                    opened(RecordKind.EXEMPTION, "exemption", model.exemption(), forms::of, model::beginExemption));
        }
        model.exemptions().forEach(entry -> exemptions.add(cards.ofExemption(entry)));
        return List.of(
                section("demand", requests),
                section("wish", wish.contents()),
                section("mandate", mandates),
                section("exemption", exemptions));
    }

    private Section section(String name, List<Node> nodes) {
        Section section = new Section(messages.get(name + ".section"));
        section.contents(nodes.isEmpty() ? List.of(Texts.muted(messages.get(name + ".none"))) : nodes);
        return section;
    }

    /** The form that is open, or the button that opens it; nothing for whoever only reads. */
    private <F> List<Node> opened(
            RecordKind kind, String name, Optional<F> open, Function<F, Node> form, Runnable begin) {
        if (open.isPresent()) {
            return List.of(form.apply(open.get()));
        }
        if (!model.mayRecord(kind)) {
            return List.of();
        }
        Button add = Buttons.secondary(messages.get(name + ".add"), Material2AL.ADD, begin);
        add.setId(name + "-add");
        return List.of(add);
    }

    private Node mandate(RequestCards cards, Entry<Mandate> entry) {
        Card card = cards.ofMandate(entry);
        Optional<MandateReviewForm> open =
                model.review().filter(form -> form.mandate().id().equals(entry.id()));
        if (open.isPresent()) {
            card.getChildren().add(forms.of(open.get()));
        } else if (model.mayReview(entry)) {
            Button review = Buttons.quiet(
                    messages.get("mandate.review"), Material2AL.AUTORENEW, () -> model.beginReview(entry));
            review.setId("review-" + entry.id());
            card.getChildren().add(review);
        }
        card.getChildren().addAll(changes.of(entry));
        return card;
    }
}
