package org.tournee.mobile.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.tournee.agreement.ServiceAgreement;
import org.tournee.bilan.ActionItem;
import org.tournee.bilan.Goal;
import org.tournee.dossier.Brief;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.ReferentRole;
import org.tournee.dossier.ReferentWish;
import org.tournee.mandate.Mandate;
import org.tournee.mobile.contact.Journal;
import org.tournee.mobile.contact.JournalView;
import org.tournee.mobile.request.WishText;
import org.tournee.mobile.segment.PaceText;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.Texts;
import org.tournee.person.Person;
import org.tournee.referral.Referral;
import org.tournee.request.Request;
import org.tournee.rights.RightCheck;
import org.tournee.segment.PaceRules;
import org.tournee.segment.ReviewRules;

/**
 * The dossier in brief, on one page, for a colleague who takes it up: who, why, where it stands, what is agreed, what is due,
 * who else is involved. Rule: R-REF. Source: 000 §2.2.5.
 */
public final class BriefScreen extends DeskScreen {

    public BriefScreen(DossierDesk desk) {
        super(desk, desk.phone().messages().get("brief.title"));
        begin();
    }

    @Override
    protected List<Node> contents() {
        Brief brief =
                Brief.of(desk.contents(), phone.today(), phone.store().profile().zone(), desk.discretion()::shows);
        return List.of(
                Texts.title(desk.contents().dossier().value().household().name()),
                part("who", who()),
                part("why", why(brief)),
                part("where", where(brief)),
                part("agreed", agreed(brief)),
                part("due", due(brief)),
                part("others", others(brief)));
    }

    private Card part(String name, List<String> lines) {
        Card card = new Card(Texts.heading(messages.get("brief." + name)));
        if (lines.isEmpty()) {
            card.getChildren().add(Texts.muted(messages.get("brief." + name + ".none")));
        }
        lines.forEach(line -> card.getChildren().add(Texts.body(line)));
        card.setId("brief-" + name);
        return card;
    }

    private List<String> who() {
        List<String> lines = new ArrayList<>();
        desk.contents().household().stream()
                .map(entry -> entry.value())
                .filter(person -> person.membership().runsOn(phone.today()))
                .forEach(person -> lines.add(person(person)));
        Dossier dossier = desk.contents().dossier().value();
        lines.add(AddressLine.of(dossier.address(), messages));
        Dossier.Reachability reach = dossier.reachability();
        if (reach != null && reach.phone() != null) {
            lines.add(messages.get("dossier.phone", reach.phone()));
        }
        return lines;
    }

    private String person(Person person) {
        LocalDate born = person.identity().birthDate();
        String role = messages.of(person.membership().role());
        return born == null
                ? messages.get("brief.person", person.identity().fullName(), role)
                : messages.get(
                        "brief.person.aged",
                        person.identity().fullName(),
                        role,
                        born.until(phone.today()).getYears());
    }

    private List<String> why(Brief brief) {
        List<String> lines = new ArrayList<>();
        for (Request request : brief.requests()) {
            if (desk.discretion().on() && request.demand().origin() != Request.Origin.PERSON) {
                continue; // a third party's words
            }
            String said = request.demand().text().isBlank()
                    ? messages.of(request.demand().subject())
                    : request.demand().text();
            lines.add(messages.get(
                    "brief.request", said, dates.day(request.demand().receivedOn())));
        }
        for (Mandate mandate :
                desk.discretion().on() ? List.<Mandate>of() : brief.mandates()) { // they name third parties
            lines.add(messages.get(
                    "brief.mandate",
                    messages.of(mandate.mission().kind()),
                    mandate.mission().authority(),
                    dates.day(mandate.term().start())));
        }
        return lines;
    }

    private List<String> where(Brief brief) {
        List<String> lines = new ArrayList<>();
        desk.contents()
                .stayOn(phone.today())
                .map(stay -> stay.value().span())
                .ifPresent(span -> lines.add(
                        messages.get("stay.since", messages.of(span.segment()), dates.day(span.enteredOn()))));
        PaceRules.of(desk.contents(), phone.today(), phone.store().profile())
                .ifPresent(pace -> lines.add(new PaceText(messages, dates).words(pace)));
        brief.conclusion()
                .ifPresent(concluded -> lines.add(messages.get(
                        "brief.conclusion",
                        messages.of(concluded.conclusion().orientation()),
                        dates.day(concluded.conclusion().concludedOn()))));
        Journal.of(desk.contents(), phone.store().profile().zone()).stream()
                .filter(line -> desk.discretion().shows(line.entry()))
                .findFirst()
                .ifPresent(line -> lines.add(messages.get("brief.contact", JournalView.headline(phone, line))));
        return lines;
    }

    private List<String> agreed(Brief brief) {
        List<String> lines = new ArrayList<>();
        brief.agreement().ifPresent(agreement -> lines.add(agreement(agreement)));
        for (Goal goal : brief.goals()) {
            lines.add(dated("brief.goal", goal.aim().text(), goal.agreement().agreedOn()));
        }
        return lines;
    }

    private String agreement(ServiceAgreement agreement) {
        ServiceAgreement.Terms terms = agreement.terms();
        return agreement
                .exception()
                .map(reason -> desk.discretion().on()
                        ? messages.get("agreement.way.exception")
                        : messages.get("brief.agreement.none", reason))
                .orElseGet(() -> dated("brief.agreement", terms.commitments(), terms.signedOn()));
    }

    private List<String> due(Brief brief) {
        List<String> lines = new ArrayList<>();
        brief.appointment()
                .ifPresent(next -> lines.add(messages.get(
                        "brief.appointment",
                        dates.moment(next.plan().startsAt()),
                        messages.of(next.plan().place()))));
        ReviewRules.of(desk.contents(), phone.today(), phone.store().profile()).stream()
                .filter(review -> review.isTold() && !desk.discretion().on())
                .forEach(review -> lines.add(dated("brief.dated", messages.of(review.duty()), review.dueOn())));
        for (ActionItem action : brief.actions()) {
            lines.add(dated("brief.dated", action.task().what(), action.task().dueOn()));
        }
        for (RightCheck check : brief.rights()) {
            LocalDate dueOn = check.followUp() == null ? null : check.followUp().dueOn();
            lines.add(dated(
                    "brief.dated",
                    phone.store().catalogue().nameOf(check.subject().rightId()),
                    dueOn));
        }
        return lines;
    }

    private String dated(String key, String what, @Nullable LocalDate day) {
        return day == null ? what : messages.get(key, what, dates.day(day));
    }

    private List<String> others(Brief brief) {
        List<String> lines = new ArrayList<>();
        for (ReferentRole role : ReferentRole.values()) {
            desk.contents()
                    .answerableOn(phone.today(), role)
                    .ifPresent(worker -> lines.add(messages.get("brief." + role.name(), Names.of(phone, worker))));
        }
        ReferentWish wish = desk.contents().dossier().value().wish();
        if (wish != null) {
            lines.add(messages.get("brief.wish", WishText.of(wish, desk.contents(), phone)));
        }
        for (Referral referral : brief.referrals()) {
            Referral.Outcome outcome = referral.outcome();
            lines.add(
                    outcome == null
                            ? messages.get(
                                    "brief.referral",
                                    referral.orientation().partner(),
                                    dates.day(referral.watch().checkOn()))
                            : messages.get(
                                    "brief.referral.taken",
                                    referral.orientation().partner(),
                                    outcome.who() == null ? "" : outcome.who()));
        }
        return lines;
    }
}
