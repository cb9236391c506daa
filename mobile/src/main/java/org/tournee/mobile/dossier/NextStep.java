package org.tournee.mobile.dossier;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.tournee.appointment.Appointment;
import org.tournee.bilan.ActionItem;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierStatus;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Phone;
import org.tournee.rights.RightCheck;
import org.tournee.segment.Review;
import org.tournee.segment.ReviewRules;

/** The nearest thing to do in a dossier: help, not blame, so there is always one possible step. */
public sealed interface NextStep {

    LocalDate day();

    record Meeting(Appointment appointment, LocalDate day) implements NextStep {}

    record Task(ActionItem action, LocalDate day) implements NextStep {}

    record RightToFollow(RightCheck check, LocalDate day) implements NextStep {}

    record ReviewToHold(Review review, LocalDate day) implements NextStep {}

    /** The nearest one among the records that may be seen now; none in a closed dossier. */
    static Optional<NextStep> of(DossierContents contents, Phone phone, Discretion discretion) {
        if (contents.dossier().value().status().status() == DossierStatus.CLOSED) {
            return Optional.empty();
        }
        return Stream.of(
                        meetings(contents, phone, discretion),
                        tasks(contents, discretion),
                        rights(contents, discretion),
                        discretion.on() ? Stream.<NextStep>empty() : reviews(contents, phone))
                .flatMap(steps -> steps)
                .min(Comparator.comparing(NextStep::day));
    }

    private static Stream<NextStep> meetings(DossierContents contents, Phone phone, Discretion discretion) {
        return contents.appointments().stream()
                .filter(discretion::shows)
                .map(Entry::value)
                .filter(appointment -> appointment.attendance().state() == Appointment.State.PLANNED)
                .<NextStep>map(appointment -> new Meeting(
                        appointment,
                        LocalDate.ofInstant(
                                appointment.plan().startsAt(),
                                phone.store().profile().zone())))
                .filter(step -> !step.day().isBefore(phone.today()));
    }

    private static Stream<NextStep> tasks(DossierContents contents, Discretion discretion) {
        return contents.actionItems().stream()
                .filter(discretion::shows)
                .map(Entry::value)
                .filter(action -> action.progress().state() == ActionItem.State.TO_DO)
                .flatMap(action -> Stream.ofNullable(action.task().dueOn()).map(due -> new Task(action, due)));
    }

    private static Stream<NextStep> rights(DossierContents contents, Discretion discretion) {
        return contents.rightChecks().stream()
                .filter(discretion::shows)
                .map(Entry::value)
                .filter(check -> check.ending() == null)
                .flatMap(check -> Stream.ofNullable(check.followUp())
                        .map(followUp -> new RightToFollow(check, followUp.dueOn())));
    }

    private static Stream<NextStep> reviews(DossierContents contents, Phone phone) {
        return ReviewRules.of(contents, phone.today(), phone.store().profile()).stream()
                .filter(Review::isTold)
                .map(review -> new ReviewToHold(review, review.dueOn()));
    }
}
