package org.tournee.mobile.agreement;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.agreement.AgreementStanding;
import org.tournee.agreement.ServiceAgreement;
import org.tournee.agreement.ServiceAgreement.Mutual;
import org.tournee.agreement.ServiceAgreement.Terms;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.Discretion;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.dossier.Names;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.Mark;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.sync.RecordId;

/** An agreement as one reads it, and how the dossier stands. Rules: R-SEG-9, R-BIL. */
public final class AgreementCards {

    private final Phone phone;
    private final Discretion discretion;
    private final Messages messages;
    private final DateTexts dates;
    private final DossierContents contents;

    /**
     * @param discretion while one may look over the shoulder, restricted goals are left out, and the reason of an exception:
     *     it is an appreciation
     */
    public AgreementCards(Phone phone, DossierContents contents, Discretion discretion) {
        this.phone = phone;
        this.discretion = discretion;
        this.messages = phone.messages();
        this.dates = DateTexts.of(phone);
        this.contents = contents;
    }

    /** "Signé jusqu’au 9 octobre", "À établir avant le 20 mars". */
    public String latest() {
        AgreementStanding standing =
                AgreementStanding.of(contents, phone.today(), phone.store().profile());
        LocalDate day = standing.day();
        if (standing.state() == AgreementStanding.State.MISSING && day != null) {
            return messages.get(
                    day.isBefore(phone.today()) ? "agreement.missing.since" : "agreement.missing.by", dates.day(day));
        }
        return day == null
                ? messages.get("agreement.standing." + standing.state().name())
                : messages.get("agreement.until", dates.day(day));
    }

    /** How it stands, beside a shape. */
    Mark standing(AgreementStanding standing) {
        return switch (standing.state()) {
            case MISSING, ENDING -> new Mark(Tone.DUE, Material2AL.ASSIGNMENT, latest());
            case RUNNING -> new Mark(Tone.DONE, Material2AL.CHECK, latest());
            case EXCEPTION, NOT_ASKED -> new Mark(Tone.NEUTRAL, Material2AL.INFO, latest());
        };
    }

    /** What was agreed, or why nothing was. */
    Card card(Entry<ServiceAgreement> entry) {
        Terms terms = entry.value().terms();
        Card card = new Card();
        if (entry.value().isException()) {
            card.getChildren().add(Texts.strong(messages.get("agreement.way.exception")));
            if (!discretion.on()) {
                card.getChildren().add(Texts.body(Objects.requireNonNullElse(terms.exceptionReason(), "")));
            }
        } else {
            part(card, "agreement.commitments", terms.commitments());
            mutual(card, entry.value().mutual());
            card.getChildren().add(new Mark(Tone.NEUTRAL, Material2AL.EVENT, term(entry.value())));
        }
        if (entry.pending()) {
            card.getChildren().add(new Mark(Tone.ACCENT, Material2MZ.SCHEDULE, messages.get("entry.pending")));
        }
        return card;
    }

    private void mutual(Card card, @Nullable Mutual mutual) {
        if (mutual == null) {
            return;
        }
        part(card, "agreement.service", mutual.service());
        part(
                card,
                "agreement.goals",
                mutual.goals().stream().flatMap(this::goal).collect(Collectors.joining(" · ")));
        part(card, "agreement.signed", signers(mutual));
    }

    private void part(Card card, String key, String text) {
        if (!text.isBlank()) {
            card.getChildren().addAll(Texts.small(messages.get(key)), Texts.body(text));
        }
    }

    private String signers(Mutual mutual) {
        Stream<String> persons = mutual.persons().stream().map(person -> Names.ofPerson(contents, person, messages));
        Stream<String> worker = Stream.ofNullable(mutual.worker()).map(one -> Names.of(phone, one));
        return Stream.concat(persons, worker).collect(Collectors.joining(", "));
    }

    private String term(ServiceAgreement agreement) {
        LocalDate signed = agreement.terms().signedOn();
        LocalDate ends = agreement.terms().endsOn();
        if (signed == null) {
            return messages.get("agreement.unsigned");
        }
        return ends == null
                ? messages.get("agreement.signedOpen", dates.day(signed))
                : messages.get("agreement.signedUntil", dates.day(signed), dates.day(ends));
    }

    private Stream<String> goal(RecordId id) {
        return DossierDesk.current(contents.goals(), id)
                .map(goal -> Stream.of(goal)
                        .filter(discretion::shows)
                        .map(shown -> shown.value().aim().text()))
                .orElseGet(() -> Stream.of(messages.get("question.about.other")));
    }
}
