package org.tournee.mobile.professional;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.bilan.ProfessionalBilan;
import org.tournee.dossier.Entry;
import org.tournee.mobile.dossier.Choices;
import org.tournee.mobile.dossier.DeskScreen;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.draft.FormCard;
import org.tournee.mobile.draft.TypedText;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.ChipGroup;
import org.tournee.mobile.ui.Field;
import org.tournee.mobile.ui.Mark;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.person.Person;

/** The way to work of each adult: the phase, experiences, wishes, what stands in the way, the next step. Rule: R-BSP. */
public final class ProfessionalScreen extends DeskScreen {

    private final ProfessionalViewModel model;

    public ProfessionalScreen(DossierDesk desk) {
        this(desk, new ProfessionalViewModel(desk));
    }

    private ProfessionalScreen(DossierDesk desk, ProfessionalViewModel model) {
        super(desk, desk.phone().messages().get("professional.title"));
        this.model = model;
        begin();
    }

    @Override
    protected List<Node> contents() {
        List<Node> nodes = new ArrayList<>();
        nodes.add(Texts.muted(messages.get("professional.why")));
        for (Entry<Person> person : model.adults()) {
            nodes.add(model.open(person).map(form -> form(person, form)).orElseGet(() -> card(person)));
        }
        return nodes;
    }

    private Node card(Entry<Person> person) {
        Card card = new Card(Texts.heading(person.value().identity().fullName()));
        model.of(person).ifPresent(entry -> card.getChildren().addAll(parts(entry)));
        boolean first = model.of(person).isEmpty();
        Button write = Buttons.quiet(
                messages.get(first ? "professional.begin" : "professional.change"),
                first ? Material2AL.ADD : Material2AL.EDIT,
                () -> model.begin(person));
        write.setId("professional-" + person.id());
        card.getChildren().add(write);
        return card;
    }

    private List<Node> parts(Entry<ProfessionalBilan> entry) {
        ProfessionalBilan bilan = entry.value();
        List<Node> nodes = new ArrayList<>();
        nodes.add(new PhaseTrack(bilan.stage().phase(), messages));
        nodes.add(Texts.small(
                messages.get("professional.since", dates.day(bilan.stage().since()))));
        if (bilan.experiences() != null) {
            part("experiences", bilan.experiences().text(), nodes);
        }
        if (bilan.wishes() != null) {
            part("wishes", bilan.wishes().text(), nodes);
        }
        ProfessionalBilan.Obstacles inTheWay = bilan.obstacles();
        if (inTheWay != null) {
            List<String> said = new ArrayList<>();
            inTheWay.kinds().forEach(kind -> said.add(messages.of(kind)));
            if (!inTheWay.text().isBlank()) {
                said.add(inTheWay.text());
            }
            part("obstacles", String.join(" · ", said), nodes);
        }
        ProfessionalBilan.Next next = bilan.next();
        if (next != null) {
            part("next", next.what(), nodes);
            if (next.dueOn() != null) {
                boolean past = next.dueOn().isBefore(phone.today());
                nodes.add(new Mark(
                        past ? Tone.LATE : Tone.NEUTRAL,
                        Material2AL.EVENT,
                        messages.get(past ? "bilan.action.since" : "bilan.action.by", dates.day(next.dueOn()))));
            }
        }
        if (entry.pending()) {
            nodes.add(new Mark(Tone.ACCENT, Material2MZ.SCHEDULE, messages.get("entry.pending")));
        }
        return nodes;
    }

    private void part(String name, String text, List<Node> nodes) {
        nodes.add(Texts.small(messages.get("professional." + name)));
        nodes.add(Texts.body(text));
    }

    private Node form(Entry<Person> person, ProfessionalForm form) {
        return new FormCard(messages)
                .add(
                        Texts.heading(person.value().identity().fullName()),
                        Texts.strong(messages.get("professional.phase")),
                        Choices.one(Arrays.asList(ProfessionalBilan.Phase.values()), form.phase(), messages),
                        area("experiences", form.experiences()),
                        area("wishes", form.wishes()),
                        Texts.strong(messages.get("professional.obstacles")),
                        Choices.several(
                                ChipGroup.several(Arrays.asList(ProfessionalBilan.Obstacle.values()), messages::of),
                                form.obstacles()),
                        area("obstaclesText", form.obstaclesText()),
                        area("next", form.next()),
                        FormCard.bind(
                                Field.text(messages.get("bilan.action.due")).hint(messages.get("contact.day.hint")),
                                "professional-due",
                                form.dueOn(),
                                messages))
                .end(form, messages.get("professional.keep"), model::keep, () -> model.giveUp(person));
    }

    private Node area(String name, TypedText typed) {
        return FormCard.bind(
                Field.area(messages.get("professional." + name), 2), "professional-" + name, typed, messages);
    }
}
