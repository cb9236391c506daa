package org.tournee.mobile.dossier;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import org.tournee.appointment.Appointment;
import org.tournee.bilan.ActionItem;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.dossier.ReferentRole;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.contact.Journal;
import org.tournee.mobile.returned.MyReturns;
import org.tournee.rights.RightCheck;
import org.tournee.rights.RightsCheckup;
import org.tournee.segment.Pace;
import org.tournee.segment.PaceRules;
import org.tournee.segment.Segment;
import org.tournee.sync.Conflict;
import org.tournee.sync.ReturnedChange;

/** The whole course and present state of a dossier at once (000 §2.2.5). Rules: R-REF, R-SHARE. */
public final class DossierPageViewModel {

    private final Phone phone;
    private final DossierId dossier;
    private final Discretion discretion;
    private final ChangeListener<Boolean> onDiscretion = (on, was, is) -> refresh();
    private final ReadOnlyObjectWrapper<Overview> overview = new ReadOnlyObjectWrapper<>();

    /**
     * Reads the dossier as the phone has it now.
     *
     * @throws java.util.NoSuchElementException when the phone does not hold the dossier
     */
    public DossierPageViewModel(Phone phone, DossierId dossier, Discretion discretion) {
        this.phone = phone;
        this.dossier = dossier;
        this.discretion = discretion;
        overview.set(read(phone.store().dossier(dossier).orElseThrow()));
        discretion.onProperty().addListener(onDiscretion);
    }

    /** Stops listening: the over-the-shoulder switch outlives the page. */
    public void leave() {
        discretion.onProperty().removeListener(onDiscretion);
    }

    /** Reads the dossier again. */
    public void refresh() {
        phone.store().dossier(dossier).ifPresent(contents -> overview.set(read(contents)));
    }

    /**
     * What the page shows; restricted records are not in it while one may look over the shoulder.
     *
     * @param referent as people read it; empty where nobody answers today
     * @param next what comes next; empty where nothing is known
     * @param journal the latest first
     * @param sweep the last rendez-vous des droits
     * @param rightsFollowed the rights that are being followed up, the nearest due first
     * @param rightsFollowUps how many were or are being followed up
     * @param appointment the next that is planned, or one of which nobody said yet how it went
     * @param openReferrals of how many nobody knows yet who took over
     * @param openQuestions how many wait for an answer
     */
    public record Overview(
            DossierContents contents,
            Optional<Segment> segment,
            Optional<LocalDate> enteredOn,
            Optional<String> referent,
            Optional<String> adminReferent,
            Optional<Pace> pace,
            Optional<NextStep> next,
            List<Entry<Conflict>> conflicts,
            List<Entry<ReturnedChange>> returned,
            List<Journal.Line> journal,
            int bilanItems,
            Optional<Entry<RightsCheckup>> sweep,
            List<Entry<RightCheck>> rightsFollowed,
            long rightsFollowUps,
            List<Entry<ActionItem>> actionsToDo,
            Optional<Entry<Appointment>> appointment,
            long openReferrals,
            long openQuestions) {

        public Dossier dossier() {
            return contents.dossier().value();
        }

        public String name() {
            return dossier().household().name();
        }
    }

    private Overview read(DossierContents contents) {
        LocalDate today = phone.today();
        List<Entry<RightCheck>> followed = followed(contents);
        List<Entry<ActionItem>> toDo = toDo(contents);
        return new Overview(
                contents,
                contents.stayOn(today).map(stay -> stay.value().span().segment()),
                contents.stayOn(today).map(stay -> stay.value().span().enteredOn()),
                answerable(contents, ReferentRole.REFERENT),
                answerable(contents, ReferentRole.ADMIN_REFERENT),
                PaceRules.of(contents, today, phone.store().profile()),
                NextStep.of(contents, phone, discretion),
                contents.openConflicts(),
                MyReturns.open(phone, dossier),
                journal(contents),
                items(contents),
                contents.rightsCheckups().stream()
                        .filter(discretion::shows)
                        .max(Comparator.comparing(
                                entry -> entry.value().course().startedAt())),
                followed,
                contents.rightChecks().stream()
                        .filter(discretion::shows)
                        .filter(entry -> entry.value().followUp() != null)
                        .count(),
                toDo,
                appointment(contents),
                contents.referrals().stream()
                        .filter(discretion::shows)
                        .filter(entry -> entry.value().isOpen())
                        .count(),
                contents.questions().stream()
                        .filter(discretion::shows)
                        .filter(entry -> entry.value().answer() == null)
                        .count());
    }

    private Optional<Entry<Appointment>> appointment(DossierContents contents) {
        return contents.appointments().stream()
                .filter(discretion::shows)
                .filter(entry -> entry.value().attendance().state() == Appointment.State.PLANNED)
                .min(Comparator.comparing(entry -> entry.value().plan().startsAt()));
    }

    private Optional<String> answerable(DossierContents contents, ReferentRole role) {
        return contents.answerableOn(phone.today(), role).map(worker -> Names.of(phone, worker));
    }

    private List<Journal.Line> journal(DossierContents contents) {
        return Journal.of(contents, phone.store().profile().zone()).stream()
                .filter(line -> discretion.shows(line.entry()))
                .toList();
    }

    private int items(DossierContents contents) {
        return (int) contents.bilanItems().stream()
                .filter(discretion::showsItem)
                .filter(entry -> entry.value().validity().holdsOn(phone.today()))
                .count();
    }

    private List<Entry<RightCheck>> followed(DossierContents contents) {
        return contents.rightChecks().stream()
                .filter(discretion::shows)
                .filter(entry ->
                        entry.value().followUp() != null && entry.value().ending() == null)
                .sorted(Comparator.comparing(DossierPageViewModel::dueOn))
                .toList();
    }

    private static LocalDate dueOn(Entry<RightCheck> entry) {
        RightCheck.FollowUp followUp = entry.value().followUp();
        return followUp == null ? LocalDate.MAX : followUp.dueOn();
    }

    private List<Entry<ActionItem>> toDo(DossierContents contents) {
        return contents.actionItems().stream()
                .filter(discretion::shows)
                .filter(entry -> entry.value().progress().state() == ActionItem.State.TO_DO)
                .sorted(Comparator.comparing(DossierPageViewModel::dueOrNever))
                .toList();
    }

    private static LocalDate dueOrNever(Entry<ActionItem> entry) {
        LocalDate due = entry.value().task().dueOn();
        return due == null ? LocalDate.MAX : due;
    }

    /** The name of a right in the catalogue; its id where the catalogue has it no more. */
    public String rightName(RightCheck check) {
        return phone.store().catalogue().nameOf(check.subject().rightId());
    }

    public Phone phone() {
        return phone;
    }

    public DossierId dossier() {
        return dossier;
    }

    public Discretion discretion() {
        return discretion;
    }

    public ReadOnlyObjectProperty<Overview> overview() {
        return overview.getReadOnlyProperty();
    }
}
