package org.tournee.mobile.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.dossier.Entry;
import org.tournee.mandate.Mandate;
import org.tournee.mandate.MandateDuty;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.dossier.Names;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.Mark;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.profile.OrganisationProfile;
import org.tournee.request.Request;
import org.tournee.request.RequestDeadline;
import org.tournee.segment.Exemption;
import org.tournee.segment.NoticeStage;
import org.tournee.segment.Pace;
import org.tournee.segment.PaceRules;
import org.tournee.segment.PaceStatus;

/**
 * Says a request with its deadlines, a mandate with its norm and reviews, an exemption with its answer; why an exemption is
 * asked for or declined not while one may look over the shoulder. Rules: R-REQ, R-MAN, R-SEG-10, R-BIL.
 */
final class RequestCards {

    private final DossierDesk desk;
    private final Phone phone;
    private final Messages messages;
    private final DateTexts dates;
    private final OrganisationProfile profile;
    private final LocalDate today;

    RequestCards(DossierDesk desk) {
        this.desk = desk;
        this.phone = desk.phone();
        this.messages = phone.messages();
        this.dates = DateTexts.of(phone);
        this.profile = phone.store().profile();
        this.today = phone.today();
    }

    Card of(Entry<Request> entry) {
        Request.Demand demand = entry.value().demand();
        Card card = new Card(
                Texts.strong(messages.of(demand.subject())),
                Texts.small(messages.get(
                        "demand.made",
                        dates.day(demand.receivedOn()),
                        messages.of(demand.origin()),
                        messages.of(demand.urgency()))));
        if (!demand.text().isBlank()) {
            card.getChildren().add(Texts.body(demand.text()));
        }
        done(entry.value().handling()).forEach(said -> card.getChildren().add(Texts.small(said)));
        RequestDeadline.of(entry.value(), profile)
                .ifPresent(deadline -> card.getChildren()
                        .add(new Mark(
                                deadline.dueOn().isBefore(today) ? Tone.LATE : Tone.DUE,
                                Material2AL.GAVEL,
                                messages.get(
                                        "demand.deadline",
                                        messages.of(deadline.duty()),
                                        dates.day(deadline.dueOn())))));
        pending(entry, card);
        return card;
    }

    private List<String> done(Request.Handling handling) {
        List<String> done = new ArrayList<>();
        add(done, "demand.acknowledged", handling.acknowledgedOn());
        add(done, "demand.offered", handling.appointmentOfferedFor());
        if (handling.decision() != null && handling.decidedOn() != null) {
            done.add(messages.get("demand.decided", messages.of(handling.decision()), dates.day(handling.decidedOn())));
        }
        add(done, "demand.notified", handling.notifiedOn());
        add(done, "demand.appealed", handling.appealedOn());
        return done;
    }

    private void add(List<String> done, String key, @Nullable LocalDate on) {
        if (on != null) {
            done.add(messages.get(key, dates.day(on)));
        }
    }

    Card ofMandate(Entry<Mandate> entry) {
        Mandate mandate = entry.value();
        LocalDate end = mandate.term().end();
        Card card = new Card(
                Texts.strong(messages.of(mandate.mission().kind())),
                Texts.small(
                        end == null
                                ? messages.get(
                                        "mandate.runs",
                                        mandate.mission().authority(),
                                        dates.day(mandate.term().start()))
                                : messages.get(
                                        "mandate.ends",
                                        mandate.mission().authority(),
                                        dates.day(mandate.term().start()),
                                        dates.day(end.minusDays(1)))));
        if (mandate.mission().whatIsDue() != null) {
            card.getChildren().add(Texts.body(mandate.mission().whatIsDue()));
        }
        PaceRules.of(desk.contents(), mandate, today, profile)
                .ifPresent(pace -> card.getChildren().add(pace(pace)));
        MandateDuty.next(mandate, today, profile)
                .ifPresent(duty -> card.getChildren().add(duty(duty)));
        Mandate.Review review = mandate.review();
        if (review != null) {
            card.getChildren()
                    .addAll(
                            Texts.small(messages.get(
                                    "mandate.reviewed", dates.day(review.heldOn()), Names.of(phone, review.heldBy()))),
                            Texts.body(review.conclusion()));
        }
        pending(entry, card);
        return card;
    }

    private Node pace(Pace pace) {
        String counted = messages.get("mandate.pace", pace.counted(), pace.minimum());
        Tone tone = pace.status() == PaceStatus.LATE
                ? Tone.LATE
                : pace.status() == PaceStatus.DUE ? Tone.DUE : Tone.NEUTRAL;
        return new Mark(
                tone,
                Material2AL.FORUM,
                pace.nextDue()
                        .map(day -> messages.get("mandate.pace.next", counted, dates.day(day)))
                        .orElse(counted));
    }

    private Node duty(MandateDuty duty) {
        Tone tone = duty.stage() == NoticeStage.OVERDUE ? Tone.LATE : duty.isTold() ? Tone.DUE : Tone.NEUTRAL;
        return new Mark(
                tone,
                Material2AL.AUTORENEW,
                messages.get("mandate.duty." + duty.kind().name(), dates.day(duty.dueOn())));
    }

    Card ofExemption(Entry<Exemption> entry) {
        Exemption exemption = entry.value();
        Exemption.Asked asked = exemption.asked();
        Card card = new Card();
        exemption.granted().ifPresent(grant -> granted(card, grant));
        if (asked != null) {
            asked(card, asked, exemption);
        }
        pending(entry, card);
        return card;
    }

    private void granted(Card card, Exemption.Grant grant) {
        boolean running = grant.from().isBefore(grant.until());
        card.getChildren()
                .addAll(
                        Texts.strong(messages.of(grant.reason())),
                        Texts.small(
                                running
                                        ? days(grant.from(), grant.until())
                                        : messages.get("exemption.takenBack", dates.day(grant.from()))),
                        new Mark(Tone.DONE, messages.get("exemption.granted", Names.of(phone, grant.grantedBy()))));
    }

    private void asked(Card card, Exemption.Asked asked, Exemption exemption) {
        if (exemption.grant() == null) {
            card.getChildren()
                    .addAll(Texts.strong(messages.of(asked.reason())), Texts.small(days(asked.from(), asked.until())));
        }
        card.getChildren()
                .add(Texts.small(
                        messages.get("exemption.asked", dates.day(asked.askedOn()), Names.of(phone, asked.askedBy()))));
        why(card, asked.why());
        Exemption.Declined declined = exemption.declined();
        if (exemption.isWaiting()) {
            card.getChildren().add(new Mark(Tone.ACCENT, Material2MZ.SCHEDULE, messages.get("exemption.waits")));
        } else if (declined != null) {
            card.getChildren()
                    .add(new Mark(
                            Tone.NEUTRAL,
                            messages.get(
                                    "exemption.declined", dates.day(declined.on()), Names.of(phone, declined.by()))));
            why(card, declined.why());
        }
    }

    private void why(Card card, String why) {
        if (!desk.discretion().on()) {
            card.getChildren().add(Texts.body(why));
        }
    }

    private String days(LocalDate from, LocalDate until) {
        return messages.get("exemption.days", dates.day(from), dates.day(until.minusDays(1)));
    }

    private void pending(Entry<?> entry, Card card) {
        if (entry.pending()) {
            card.getChildren().add(new Mark(Tone.ACCENT, Material2MZ.SCHEDULE, messages.get("entry.pending")));
        }
    }
}
