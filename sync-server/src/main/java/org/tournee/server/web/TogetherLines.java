package org.tournee.server.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.tournee.appointment.Appointment;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.question.Question;
import org.tournee.referral.Referral;

/** What is planned, passed on and asked on a dossier, as lines of its page. Rules: R-APP, R-REL, R-ASK. */
final class TogetherLines {

    private final DossierContents contents;
    private final WorkerNames.Names names;
    private final ZoneId zone;
    private final LocalDate today;

    TogetherLines(DossierContents contents, WorkerNames.Names names, ZoneId zone, LocalDate today) {
        this.contents = contents;
        this.names = names;
        this.zone = zone;
        this.today = today;
    }

    /** Those that are planned, the nearest first; the last one that nobody came to as well. */
    List<DossierPage.Line> appointments() {
        return contents.appointments().stream()
                .map(Entry::value)
                .filter(this::isOfInterest)
                .sorted(Comparator.comparing(
                        (Appointment appointment) -> appointment.plan().startsAt()))
                .map(this::appointment)
                .toList();
    }

    private boolean isOfInterest(Appointment appointment) {
        return switch (appointment.attendance().state()) {
            case PLANNED -> true;
            case NO_SHOW -> !day(appointment).isBefore(today.minusMonths(1));
            case HELD, CANCELLED -> false;
        };
    }

    private LocalDate day(Appointment appointment) {
        return LocalDate.ofInstant(appointment.plan().startsAt(), zone);
    }

    private DossierPage.Line appointment(Appointment appointment) {
        Appointment.Plan plan = appointment.plan();
        return new DossierPage.Line(
                Words.time(plan.startsAt(), zone),
                Words.together(
                        appointment.attendance().state().name(), Words.of(plan.place()), names.of(plan.worker())));
    }

    /** Those of which nobody knows yet who took over, the next to check first; then those that ended. */
    List<DossierPage.Line> referrals() {
        return contents.referrals().stream()
                .map(Entry::value)
                .sorted(Comparator.comparing((Referral referral) -> !referral.isOpen())
                        .thenComparing(referral -> referral.watch().checkOn()))
                .map(this::referral)
                .toList();
    }

    private DossierPage.Line referral(Referral referral) {
        Referral.Outcome outcome = referral.outcome();
        String partner = referral.orientation().partner();
        if (outcome == null) {
            return new DossierPage.Line(
                    partner,
                    Words.together("WAITING", Words.dayNear(referral.watch().checkOn(), today)));
        }
        return new DossierPage.Line(
                partner,
                Words.together(
                        outcome.state().name(),
                        Words.dayNear(outcome.knownOn(), today),
                        outcome.who() == null ? "" : outcome.who()));
    }

    /** Those that wait for an answer first. */
    List<DossierPage.Line> questions() {
        return contents.questions().stream()
                .sorted(Comparator.comparing(
                                (Entry<Question> entry) -> entry.value().answer() != null)
                        .thenComparing(entry -> entry.value().asked().askedOn()))
                .map(this::question)
                .toList();
    }

    private DossierPage.Line question(Entry<Question> entry) {
        Question question = entry.value();
        Question.Answer answer = question.answer();
        String asked = Words.dayNear(question.asked().askedOn(), today);
        return new DossierPage.Line(
                question.asked().text(),
                answer == null
                        ? Words.together("ASKED", names.of(entry.author()), asked)
                        : Words.together("ANSWERED", answer.text(), Words.dayNear(answer.answeredOn(), today)));
    }
}
