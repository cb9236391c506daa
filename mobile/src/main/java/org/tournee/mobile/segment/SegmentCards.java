package org.tournee.mobile.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.Discretion;
import org.tournee.mobile.dossier.Names;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.Mark;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.segment.Stay;
import org.tournee.workflow.DossierCourse;
import org.tournee.workflow.NextSigner;
import org.tournee.workflow.SegmentChange;

/**
 * The segment of a dossier as this phone knows it: the running stay with its limit, the decision that waits and whose
 * signature it waits for, and what was decided before. Rules: R-SEG-5, R-SEG-6, R-SEG-7.
 */
public final class SegmentCards {

    private final Phone phone;
    private final Discretion discretion;
    private final Messages messages;
    private final DateTexts dates;
    private final DossierContents contents;
    private final DossierCourse course;

    /** @param discretion while one may look over the shoulder, the reasons are left out: they are appreciations */
    public SegmentCards(Phone phone, DossierContents contents, Discretion discretion) {
        this.phone = phone;
        this.discretion = discretion;
        this.messages = phone.messages();
        this.dates = DateTexts.of(phone);
        this.contents = contents;
        this.course = DossierCourse.of(contents, phone.today());
    }

    /** What matters most, in one line: whose signature is waited for, else since when the stay runs. */
    public String latest() {
        Optional<NextSigner> next =
                Optional.ofNullable(course.open()).flatMap(open -> open.value().next());
        return next.map(signer -> messages.get("segmentChange.waits", messages.of(signer)))
                .orElseGet(this::stay);
    }

    /** Where it stands: the decision that waits first, then the running stay. */
    List<Node> now() {
        List<Node> cards = new ArrayList<>();
        Entry<SegmentChange> open = course.open();
        if (open != null) {
            cards.add(decision(open.value()));
        }
        cards.add(running());
        return cards;
    }

    /** What was decided before, the latest first. */
    List<Node> before() {
        return contents.segmentChanges().stream()
                .filter(discretion::shows)
                .map(Entry::value)
                .filter(change -> !change.course().state().isOpen())
                .sorted(Comparator.comparing(
                                (SegmentChange change) -> change.last().on())
                        .reversed())
                .<Node>map(this::decision)
                .toList();
    }

    private String stay() {
        Entry<Stay> running = course.stay();
        return running == null
                ? messages.get("stay.none")
                : messages.get(
                        "stay.since",
                        messages.of(running.value().span().segment()),
                        dates.day(running.value().span().enteredOn()));
    }

    private Card running() {
        Card card = new Card(Texts.strong(stay()));
        course.limit(phone.store().profile())
                .ifPresent(limit -> card.getChildren()
                        .add(new Mark(
                                limit.isBefore(phone.today()) ? Tone.LATE : Tone.NEUTRAL,
                                Material2AL.EVENT,
                                messages.get("stay.limit", dates.day(limit)))));
        return card;
    }

    private Card decision(SegmentChange change) {
        String origin =
                messages.get("segmentChange.origin." + change.subject().origin().name());
        Card card = new Card(
                Texts.strong(messages.get(
                        "segmentChange.title",
                        origin,
                        messages.of(change.subject().to()))),
                new Mark(
                        change.course().state().isOpen() ? Tone.DUE : Tone.NEUTRAL,
                        Material2AL.ASSIGNMENT_TURNED_IN,
                        change.next()
                                .map(signer -> messages.get("segmentChange.waits", messages.of(signer)))
                                .orElseGet(() -> messages.get("segmentChange.state."
                                        + change.course().state().name()))));
        if (!change.subject().reason().isBlank() && !discretion.on()) {
            card.getChildren().add(Texts.body(change.subject().reason()));
        }
        for (SegmentChange.Signature signed : change.course().signatures()) {
            card.getChildren().add(Texts.small(signature(signed)));
            if (signed.text() != null && !discretion.on()) {
                card.getChildren().add(Texts.body(signed.text()));
            }
        }
        return card;
    }

    private String signature(SegmentChange.Signature signed) {
        return messages.get(
                "segmentChange.signed",
                messages.get("segmentChange.step." + signed.step().name()),
                Names.of(phone, signed.by()),
                dates.day(signed.on()));
    }
}
