package org.tournee.mobile.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.dossier.Entry;
import org.tournee.mobile.agreement.AgreementCards;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.contact.JournalView;
import org.tournee.mobile.segment.SegmentCards;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.ListRow;
import org.tournee.mobile.ui.Mark;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.person.Person;
import org.tournee.sync.RecordKind;

/** The parts of a dossier, each with its latest line, opening to the full; what was open stays open. Rule: R-REF. */
final class DossierSections {

    private final DossierPageViewModel model;
    private final Phone phone;
    private final Messages messages;
    private final DateTexts dates;
    private final Map<String, Fold> folds = new LinkedHashMap<>();

    DossierSections(DossierPageViewModel model) {
        this.model = model;
        this.phone = model.phone();
        this.messages = phone.messages();
        this.dates = DateTexts.of(phone);
    }

    /** Made anew from what the dossier says now. */
    List<Node> of(DossierPageViewModel.Overview now) {
        List<String> open = folds.entrySet().stream()
                .filter(fold -> fold.getValue().isOpen())
                .map(Map.Entry::getKey)
                .toList();
        folds.clear();
        List<Node> nodes = sections(now);
        folds.forEach((name, fold) -> fold.open(open.contains(name)));
        return nodes;
    }

    private List<Node> sections(DossierPageViewModel.Overview now) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(link(
                "brief", Material2AL.LIST_ALT, messages.get("brief.latest"), new Destination.Brief(model.dossier())));
        nodes.add(fold(
                "journal",
                Material2AL.EVENT_NOTE,
                now.journal().isEmpty()
                        ? messages.get("journal.none")
                        : JournalView.headline(phone, now.journal().get(0)),
                () -> List.of(new JournalView(phone, now.contents(), now.journal()))));
        nodes.add(row(
                "bilan",
                Material2AL.ACCOUNT_BALANCE,
                messages.bilan(),
                messages.get("dossier.bilan.latest", now.bilanItems()),
                new Destination.Bilan(model.dossier())));
        nodes.add(link(
                "professional",
                Material2MZ.WORK_OUTLINE,
                professional(now),
                new Destination.Professional(model.dossier())));
        nodes.add(link(
                "rights", Material2MZ.VERIFIED_USER, rights(now), new Destination.RightsSweep(model.dossier(), null)));
        if (now.rightsFollowUps() > 0) {
            nodes.add(link(
                    "followUps",
                    Material2AL.FACT_CHECK,
                    messages.get("dossier.rights.followed", now.rightsFollowed().size()),
                    new Destination.FollowUps(model.dossier())));
        }
        nodes.add(fold(
                "actions",
                Material2AL.CHECK_BOX,
                now.actionsToDo().isEmpty()
                        ? messages.get("dossier.actions.none")
                        : now.actionsToDo().get(0).value().task().what(),
                () -> now.actionsToDo().stream()
                        .<Node>map(action -> new Card(
                                Texts.body(action.value().task().what()),
                                Texts.small(messages.of(action.value().task().by()))))
                        .toList()));
        nodes.add(row(
                "agreement",
                Material2AL.ASSIGNMENT,
                messages.of(RecordKind.SERVICE_AGREEMENT),
                new AgreementCards(phone, now.contents(), model.discretion()).latest(),
                new Destination.Agreements(model.dossier())));
        nodes.add(
                link("documents", Material2AL.DESCRIPTION, documents(now), new Destination.Documents(model.dossier())));
        nodes.add(link(
                "appointments",
                Material2AL.EVENT,
                now.appointment()
                        .map(entry -> planned(entry.value().plan().startsAt()))
                        .orElseGet(() -> messages.get("appointment.none")),
                new Destination.Appointments(model.dossier())));
        nodes.add(link(
                "referrals",
                Material2MZ.TRANSFER_WITHIN_A_STATION,
                messages.get("referral.latest", now.openReferrals()),
                new Destination.Referrals(model.dossier())));
        nodes.add(link(
                "questions",
                Material2AL.HELP_OUTLINE,
                messages.get("question.latest", now.openQuestions()),
                new Destination.Questions(model.dossier(), null)));
        nodes.add(row(
                "requests",
                Material2AL.GAVEL,
                messages.get("demand.title"),
                demands(now),
                new Destination.Requests(model.dossier())));
        if (phone.store().profile().segmentation() != null) {
            SegmentCards cards = new SegmentCards(phone, now.contents(), model.discretion());
            nodes.add(link("segment", Material2AL.LAYERS, cards.latest(), new Destination.Segment(model.dossier())));
        }
        nodes.add(link(
                "beforeGoing",
                Material2AL.DIRECTIONS_WALK,
                messages.get("beforeGoing.why"),
                new Destination.BeforeGoing(model.dossier())));
        nodes.add(fold("persons", Material2AL.GROUP, persons(now), () -> personCards(now)));
        return nodes;
    }

    /** The phase of whoever has one; of several, the one written last. */
    private String professional(DossierPageViewModel.Overview now) {
        return now.contents().professionalBilans().stream()
                .filter(model.discretion()::shows)
                .reduce((first, later) -> later)
                .map(entry -> messages.of(entry.value().stage().phase()))
                .orElseGet(() -> messages.get("professional.latest"));
    }

    private String rights(DossierPageViewModel.Overview now) {
        return now.sweep()
                .map(sweep -> messages.get(
                        sweep.value().course().finished() ? "dossier.rights.last" : "dossier.rights.open",
                        dates.moment(sweep.value().course().startedAt())))
                .orElseGet(() -> messages.get("dossier.rights.none"));
    }

    /** "demain à 14:30". */
    private String planned(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, phone.store().profile().zone());
        return messages.get("appointment.when", dates.relativeDay(day), dates.time(at));
    }

    private String documents(DossierPageViewModel.Overview now) {
        int all = now.contents().documents().size();
        long waiting = now.contents().documents().stream()
                .filter(document -> !document.value().isHeld())
                .count();
        if (all == 0) {
            return messages.get("document.none");
        }
        return waiting == 0
                ? messages.get("document.latest", all)
                : messages.get("document.latest.waiting", all, waiting);
    }

    private String persons(DossierPageViewModel.Overview now) {
        return String.join(
                ", ",
                now.contents().household().stream()
                        .filter(entry -> entry.value().membership().runsOn(phone.today()))
                        .map(entry -> entry.value().identity().givenName())
                        .toList());
    }

    private List<Node> personCards(DossierPageViewModel.Overview now) {
        List<Node> cards = new ArrayList<>();
        for (Entry<Person> entry : now.contents().household()) {
            Person person = entry.value();
            Card card = new Card(
                    Texts.strong(person.identity().fullName()),
                    Texts.small(messages.of(person.membership().role())));
            if (person.identity().birthDate() != null) {
                card.getChildren()
                        .add(Texts.small(messages.get(
                                "dossier.born", dates.day(person.identity().birthDate()))));
            }
            if (person.membership().leftOn() != null) {
                card.getChildren()
                        .add(new Mark(
                                Tone.NEUTRAL,
                                messages.get(
                                        "dossier.left",
                                        dates.day(person.membership().leftOn()))));
            }
            cards.add(card);
        }
        cards.add(Buttons.secondary(
                messages.get("dossier.household.edit"),
                Material2AL.EDIT,
                () -> phone.navigator().open(new Destination.HouseholdForm(model.dossier()))));
        return cards;
    }

    /** While one may look over the shoulder, nothing of mandates, not even that there is none. Rule: R-BIL. */
    private String demands(DossierPageViewModel.Overview now) {
        int requests = now.contents().requests().size();
        if (model.discretion().on()) {
            return messages.get("demand.count", requests);
        }
        long running = now.contents().mandates().stream()
                .filter(mandate -> mandate.value().runsOn(phone.today()))
                .count();
        return messages.get("demand.latest", requests, running);
    }

    private Fold fold(String name, Ikon icon, String latest, Supplier<List<Node>> full) {
        Fold fold = new Fold(icon, messages.get("dossier.section." + name), latest, full);
        fold.setId("section-" + name);
        folds.put(name, fold);
        return fold;
    }

    private Node link(String name, Ikon icon, String latest, Destination to) {
        return row(name, icon, messages.get("dossier.section." + name), latest, to);
    }

    private Node row(String name, Ikon icon, String title, String latest, Destination to) {
        Node row = new ListRow(icon, title, latest, () -> phone.navigator().open(to));
        row.setId("section-" + name);
        return row;
    }
}
