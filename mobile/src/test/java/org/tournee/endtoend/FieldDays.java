package org.tournee.endtoend;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tournee.agreement.ServiceAgreement;
import org.tournee.appointment.Appointment;
import org.tournee.bilan.ActionItem;
import org.tournee.bilan.BilanItem;
import org.tournee.bilan.Dimension;
import org.tournee.bilan.Effect;
import org.tournee.bilan.Goal;
import org.tournee.bilan.WhoseWord;
import org.tournee.contact.Place;
import org.tournee.contact.Topic;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.contact.ContactFormViewModel;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.store.Edit;
import org.tournee.question.Question;
import org.tournee.referral.Referral;
import org.tournee.rights.Right;
import org.tournee.rights.RightCheck;
import org.tournee.rights.RightState;
import org.tournee.rights.RightsCatalogue;
import org.tournee.rights.RightsCheckup;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/**
 * A worker in the field by a script: each day visits, what came of them, and what was begun on earlier days taken further.
 * New records, and later changes of these alone, so that whatever meets a colleague's work is somebody else's to decide.
 */
final class FieldDays {

    private static final int LEAST_A_DAY = 8;
    private static final int SPREAD = 7;
    private static final int RIGHTS_LOOKED_AT = 5;
    private static final int KINDS_OF_WORK = 10;
    private static final Duration BETWEEN_SAVES = Duration.ofMinutes(12);

    private final WorkersPhone worker;
    private final MovedClock clock;
    private final List<DossierId> dossiers;
    private final Random random;
    private final Set<RecordId> own = new HashSet<>();
    private final Map<String, Integer> ledger = new HashMap<>();
    private int saved;

    FieldDays(WorkersPhone worker, MovedClock clock, List<DossierId> dossiers, long seed) {
        this.worker = worker;
        this.clock = clock;
        this.dossiers = dossiers;
        this.random = new Random(seed);
    }

    /** How many operations were saved so far. */
    int saved() {
        return saved;
    }

    /** How many operations were saved on each record. */
    Map<String, Integer> ledger() {
        return ledger;
    }

    /** An operation was saved on that record. */
    void note(RecordId record) {
        saved++;
        ledger.merge(record.toString(), 1, Integer::sum);
    }

    /** Saves together, and notes it. */
    void save(DossierId dossier, Edit.Change... changes) {
        worker.save(dossier, changes);
        for (Edit.Change change : changes) {
            switch (change) {
                case Edit.Create create -> note(create.id());
                case Edit.Update update -> note(update.seen().id());
                default -> throw new IllegalArgumentException("Not in the script: " + change);
            }
        }
        clock.pass(BETWEEN_SAVES);
    }

    /** One day of work, on those dossiers that are on the phone. */
    void work() {
        List<DossierId> here = dossiers.stream()
                .filter(dossier -> worker.phone().store().dossier(dossier).isPresent())
                .toList();
        int begun = saved;
        int wanted = LEAST_A_DAY + random.nextInt(SPREAD);
        while (saved - begun < wanted) {
            DossierId dossier = here.get(random.nextInt(here.size()));
            switch (random.nextInt(KINDS_OF_WORK)) {
                case 0 -> visit(dossier, true);
                case 1 -> planAppointment(dossier);
                case 2 -> keepAppointment(dossier);
                case 3 -> finishAction(dossier);
                case 4 -> save(dossier, create(RecordKind.GOAL, goal()));
                case 5 -> save(dossier, create(RecordKind.REFERRAL, referral()));
                case 6 -> save(dossier, create(RecordKind.QUESTION, question(dossier)));
                case 7 -> save(dossier, create(RecordKind.SERVICE_AGREEMENT, agreement()));
                case 8 -> lookAtRights(dossier);
                default -> visit(dossier, false);
            }
        }
    }

    /** A visit through its form; with what was noted in it, all of it is one transaction. */
    private void visit(DossierId dossier, boolean noting) {
        ContactFormViewModel form = new ContactFormViewModel(worker.phone(), dossier, null, Runnable::run);
        form.fields().minutes().set(20 + random.nextInt(40));
        form.fields().topics().add(Topic.HOUSING);
        form.fields().narrative().set("Visite numéro " + saved + ". Le loyer est suivi avec elle.");
        if (noting) {
            form.fields().noted().addAll(List.of(statement("Loyer réglé"), statement("Chauffage en panne")));
            form.fields()
                    .task()
                    .set(new ActionItem.Task(
                            "Écrire au bailleur",
                            ActionItem.By.SERVICE,
                            ActionItem.Horizon.SHORT,
                            clock.workingDay(5)));
        }
        Set<RecordId> before = records(dossier).collect(Collectors.toSet());
        form.save();
        if (form.saved().get().isEmpty()) {
            throw new AssertionError("The visit is not saved: " + form.wrong().get()
                    + form.refused().get());
        }
        List<RecordId> fresh =
                records(dossier).filter(id -> !before.contains(id)).toList();
        fresh.forEach(this::note);
        own.addAll(fresh);
        clock.pass(BETWEEN_SAVES);
    }

    /** What a visit may write. */
    private Stream<RecordId> records(DossierId dossier) {
        DossierContents contents = worker.dossier(dossier);
        return Stream.<List<? extends Entry<?>>>of(contents.contacts(), contents.bilanItems(), contents.actionItems())
                .flatMap(List::stream)
                .map(Entry::id);
    }

    private void planAppointment(DossierId dossier) {
        Appointment planned = new Appointment(
                new Appointment.Plan(
                        clock.instant().plus(Duration.ofDays(3L + random.nextInt(20))),
                        45,
                        Place.HOME,
                        worker.phone().store().worker(),
                        "Apporter le bail"),
                new Appointment.Attendance(Appointment.State.PLANNED));
        save(dossier, create(RecordKind.APPOINTMENT, planned));
    }

    private void keepAppointment(DossierId dossier) {
        first(
                        worker.dossier(dossier).appointments(),
                        appointment -> appointment.attendance().state() == Appointment.State.PLANNED
                                && appointment.plan().startsAt().isBefore(clock.instant()))
                .ifPresent(seen -> save(
                        dossier,
                        new Edit.Update(
                                RecordKind.APPOINTMENT,
                                seen,
                                new Appointment(
                                        seen.value().plan(),
                                        new Appointment.Attendance(
                                                random.nextInt(4) == 0
                                                        ? Appointment.State.NO_SHOW
                                                        : Appointment.State.HELD)))));
    }

    private void finishAction(DossierId dossier) {
        first(worker.dossier(dossier).actionItems(), action -> action.progress().state() == ActionItem.State.TO_DO)
                .ifPresent(seen -> save(
                        dossier,
                        new Edit.Update(
                                RecordKind.ACTION_ITEM,
                                seen,
                                new ActionItem(
                                        seen.value().task(),
                                        new ActionItem.Progress(ActionItem.State.DONE, clock.today())))));
    }

    /** A rendez-vous des droits: begun, some rights looked at, ended. */
    private void lookAtRights(DossierId dossier) {
        RightsCatalogue catalogue = worker.phone().store().catalogue();
        RightsCheckup.Occasion occasion = new RightsCheckup.Occasion(
                RightsCheckup.Trigger.MOVE, RightsCheckup.Origin.OUTREACH, catalogue.catalogue(), catalogue.version());
        Edit.Create begun = create(
                RecordKind.RIGHTS_CHECKUP,
                new RightsCheckup(occasion, new RightsCheckup.Course(clock.instant(), null, false)));
        save(dossier, begun);
        List<Edit.Change> checks = new ArrayList<>();
        for (Right right : catalogue.rights().stream().limit(RIGHTS_LOOKED_AT).toList()) {
            checks.add(create(
                    RecordKind.RIGHT_CHECK,
                    new RightCheck(
                            new RightCheck.Subject(begun.id(), right.id()),
                            new RightCheck.Finding(RightState.NOT_ELIGIBLE, null),
                            null,
                            null,
                            null)));
        }
        save(dossier, checks.toArray(Edit.Change[]::new));
        first(
                        worker.dossier(dossier).rightsCheckups(),
                        checkup -> !checkup.course().finished())
                .ifPresent(seen -> save(
                        dossier,
                        new Edit.Update(
                                RecordKind.RIGHTS_CHECKUP,
                                seen,
                                new RightsCheckup(
                                        occasion,
                                        new RightsCheckup.Course(
                                                seen.value().course().startedAt(), 25, true)))));
    }

    private <T> Optional<Entry<T>> first(List<Entry<T>> entries, Predicate<T> which) {
        Stream<Entry<T>> mine = entries.stream().filter(entry -> own.contains(entry.id()));
        return mine.filter(entry -> which.test(entry.value())).findFirst();
    }

    private Edit.Create create(RecordKind kind, Object value) {
        Edit.Create create = new Edit.Create(kind, NewRecord.id(), Audience.SERVICE, value);
        own.add(create.id());
        return create;
    }

    private static BilanItem.Statement statement(String text) {
        return new BilanItem.Statement(Dimension.HOUSING, Effect.STABILISER, WhoseWord.OBSERVED_FACT, text, false);
    }

    private Goal goal() {
        return new Goal(
                new Goal.Aim(Dimension.HOUSING, "Un logement sans dette"),
                new Goal.Agreement(clock.today(), clock.workingDay(40)),
                new Goal.Progress(Goal.State.OPEN));
    }

    private Referral referral() {
        LocalDate today = clock.today();
        return new Referral(
                new Referral.Orientation("Mission locale", "Une formation", today),
                new Referral.Sharing(Referral.Ground.NOTHING_PASSED, "", null, null),
                new Referral.Watch(today.plusDays(14), null),
                null);
    }

    private Question question(DossierId dossier) {
        return new Question(
                new Question.Subject(worker.dossier(dossier).dossier().id(), null),
                new Question.Asked("Le bailleur a-t-il répondu ?", clock.today()),
                null);
    }

    private ServiceAgreement agreement() {
        return new ServiceAgreement(
                new ServiceAgreement.Terms("Venir aux rendez-vous", clock.today(), clock.workingDay(60), null),
                new ServiceAgreement.Mutual(
                        "Une visite chaque mois",
                        List.of(),
                        clock.today(),
                        List.of(),
                        worker.phone().store().worker()));
    }
}
