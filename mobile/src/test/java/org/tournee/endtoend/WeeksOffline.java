package org.tournee.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.tournee.bilan.BilanItem;
import org.tournee.document.Document;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.dossier.ReferentRole;
import org.tournee.mobile.contact.ContactFormViewModel;
import org.tournee.mobile.dossier.Discretion;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.segment.StepForm;
import org.tournee.mobile.segment.StepsViewModel;
import org.tournee.mobile.store.Edit;
import org.tournee.mobile.store.KeptDocument;
import org.tournee.mobile.sync.SyncState.Problem;
import org.tournee.segment.Segment;
import org.tournee.sync.Audience;
import org.tournee.sync.BucketId;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.workflow.SegmentChoices.Choice;
import org.tournee.workflow.SegmentChoices.CommandKind;

/**
 * Twelve weeks without a network: a social worker goes on alone, while an assistant works online on the same dossiers and
 * the head hands some of them over. Each evening the phone is locked. Rules: R-OFF, R-SYN, R-REC, R-REF.
 */
final class WeeksOffline implements AutoCloseable {

    static final int DAYS = 60;

    /** A Monday; so that what is played is the same whenever it is. */
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);

    static final String UNFINISHED = "Elle raconte la visite du bailleur, à finir au bureau";

    private static final String SAME_PHONE = "05 49 00 00 01";
    private static final int PHOTO_BYTES = 300_000;
    private static final int STEPS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MovedClock clock;
    private final ServerDatabase database;
    private final Office office;
    private final Network network;
    private final WorkersPhone worker;
    private final WorkersPhone colleague;
    private final FieldDays days;
    private final Places places;
    private final Random random = new Random(60);

    private final Set<RecordId> inConflict = new LinkedHashSet<>();
    private final Map<RecordId, DossierId> doomedSteps = new LinkedHashMap<>();
    private final Set<RecordId> documents = new LinkedHashSet<>();

    /**
     * Which dossier is for what.
     *
     * @param address both write it
     * @param merged each writes something else of it
     * @param item both write one item of its bilan
     * @param agreed both write the same
     * @param deleted the colleague deletes what the worker writes
     * @param kept a step is prepared of which nobody knows better
     * @param stale a step is prepared after the colleague asked for one
     * @param handedOver to the next referent, from the twentieth day
     * @param unfinished a visit is begun there and never saved
     * @param between the worker stands in there for weeks in the middle
     * @param comes the worker is its next referent
     */
    record Places(
            DossierId address,
            DossierId merged,
            DossierId item,
            DossierId agreed,
            DossierId deleted,
            DossierId kept,
            DossierId stale,
            DossierId handedOver,
            DossierId unfinished,
            DossierId between,
            DossierId comes) {}

    WeeksOffline(Demo demo, Path folder, MovedClock clock, ServerDatabase database) throws IOException, SQLException {
        this.clock = clock;
        this.database = database;
        this.network = new Network(demo.server());
        this.worker = new WorkersPhone(folder.resolve("worker"), network.address(), demo, "SOCIAL_WORKER", clock);
        this.colleague = new WorkersPhone(folder.resolve("colleague"), demo.server(), demo, "ADMIN_ASSISTANT", clock);
        this.office = new Office(demo.server(), head(), demo.password());
        this.places = places();
        List<DossierId> worked = worker.phone().store().dossiers().stream()
                .map(DossierContents::id)
                .filter(id -> !id.equals(places.unfinished()))
                .toList();
        this.days = new FieldDays(worker, clock, worked, 86);
    }

    /** All days of work, until the evening of the last. */
    void work() throws IOException, InterruptedException, SQLException {
        network.cut();
        for (int day = 1; day <= DAYS; day++) {
            others(day);
            special(day);
            days.work();
            worker.untilTold(Problem.NO_NETWORK);
            if (day < DAYS) {
                worker.lock();
                clock.morningOf(clock.workingDay(1));
                worker.unlock();
            }
        }
    }

    /** What goes on in the service. */
    private void others(int day) throws IOException, InterruptedException, SQLException {
        switch (day) {
            case 5 ->
                office.handOver(
                        places.between(), me(), ReferentRole.REPLACEMENT, clock.workingDay(5), clock.workingDay(25));
            case 7 -> colleagues(places.address(), address(colleague, "41 rue des Tanneurs"));
            case 9 -> colleagues(places.merged(), reachable(colleague, places.merged(), "05 49 00 00 09"));
            case 10 -> request(places.stale());
            case 11 -> colleagues(places.item(), reworded(colleague, places.item(), "Selon la collègue"));
            case 12 -> untilAnswersFor(places.between(), true);
            case 15 -> {
                Entry<BilanItem> item = item(colleague, places.deleted());
                colleagues(places.deleted(), new Edit.Delete(RecordKind.BILAN_ITEM, item));
            }
            case 17 ->
                office.handOver(places.handedOver(), someoneElse(), ReferentRole.REFERENT, clock.workingDay(3), null);
            case 19 -> colleagues(places.agreed(), reachable(colleague, places.agreed(), SAME_PHONE));
            case 32 -> untilAnswersFor(places.between(), false);
            case 40 -> office.handOver(places.comes(), me(), ReferentRole.REFERENT, clock.workingDay(5), null);
            case DAYS -> untilAnswersFor(places.comes(), true);
            default -> {
                if (day % 6 == 0) {
                    colleagues(places.address(), colleaguesItem());
                }
            }
        }
    }

    /** The service looks every few minutes at whose term begins or ends with the day. */
    private void untilAnswersFor(DossierId dossier, boolean answers) {
        Await.until(
                "the day's terms count",
                PATIENCE,
                () -> database.number("""
                select count(*) from bucket_grant g join worker w using (org_id, worker_id)
                where w.login = '%s' and g.bucket_id = '%s' and g.ended_at is null""".formatted(
                                worker.login(), BucketId.service(dossier).value()))
                        == (answers ? 1 : 0));
    }

    /** What the worker does on that day besides what comes every day. */
    private void special(int day) {
        switch (day) {
            case 6, 26, 51 -> photograph(places.address());
            case 8 -> decide(places.kept());
            case 12 -> {
                inConflict.add(worker.dossier(places.address()).dossier().id());
                days.save(places.address(), address(worker, "14 rue des Tanneurs"));
            }
            case 13 -> {
                Dossier before = worker.dossier(places.merged()).dossier().value();
                days.save(
                        places.merged(), moved(worker.dossier(places.merged()).dossier(), before, "3 place du Marché"));
            }
            case 14 -> doomedSteps.put(decide(places.stale()), places.stale());
            case 16 -> {
                inConflict.add(item(worker, places.item()).id());
                days.save(places.item(), reworded(worker, places.item(), "Selon la référente"));
            }
            case 22 -> {
                inConflict.add(item(worker, places.deleted()).id());
                days.save(places.deleted(), reworded(worker, places.deleted(), "Toujours vrai"));
            }
            case 24 -> days.save(places.agreed(), reachable(worker, places.agreed(), SAME_PHONE));
            case 30 -> visit().fields().narrative().set(UNFINISHED);
            case 25 -> doomedSteps.put(decide(places.handedOver()), places.handedOver());
            default -> {
                // a day like others
            }
        }
    }

    /** The form of a visit that is never saved. */
    ContactFormViewModel visit() {
        return new ContactFormViewModel(worker.phone(), places.unfinished(), null, Runnable::run);
    }

    private void colleagues(DossierId dossier, Edit.Change change) {
        colleague.save(dossier, change);
        colleague.phone().sync().syncNow();
        colleague.untilDrained();
    }

    private Edit.Update address(WorkersPhone phone, String street) {
        Entry<Dossier> seen = phone.dossier(places.address()).dossier();
        return moved(seen, seen.value(), street);
    }

    private static Edit.Update moved(Entry<Dossier> seen, Dossier was, String street) {
        Dossier.Address before = was.address();
        Dossier.Address address =
                new Dossier.Address(street, before.postcode(), before.communeCode(), before.communeName());
        return new Edit.Update(
                RecordKind.DOSSIER,
                seen,
                new Dossier(was.household(), address, was.reachability(), was.situation(), was.status()));
    }

    private static Edit.Update reachable(WorkersPhone phone, DossierId dossier, String number) {
        Entry<Dossier> seen = phone.dossier(dossier).dossier();
        Dossier was = seen.value();
        Dossier.Reachability reachability = new Dossier.Reachability(number, null);
        return new Edit.Update(
                RecordKind.DOSSIER,
                seen,
                new Dossier(was.household(), was.address(), reachability, was.situation(), was.status()));
    }

    private static Entry<BilanItem> item(WorkersPhone phone, DossierId dossier) {
        return phone.dossier(dossier).bilanItems().stream()
                .min((one, other) -> one.id().toString().compareTo(other.id().toString()))
                .orElseThrow();
    }

    private static Edit.Update reworded(WorkersPhone phone, DossierId dossier, String text) {
        Entry<BilanItem> seen = item(phone, dossier);
        BilanItem.Statement was = seen.value().statement();
        BilanItem.Statement statement =
                new BilanItem.Statement(was.dimension(), was.effect(), was.whoseWord(), text, was.concernsThirdParty());
        return new Edit.Update(
                RecordKind.BILAN_ITEM,
                seen,
                new BilanItem(statement, seen.value().validity()));
    }

    private Edit.Create colleaguesItem() {
        BilanItem like = item(colleague, places.item()).value();
        return new Edit.Create(RecordKind.BILAN_ITEM, NewRecord.id(), Audience.SERVICE, like);
    }

    /** The photograph is taken in, described, and waits. */
    private void photograph(DossierId dossier) {
        byte[] photo = new byte[PHOTO_BYTES];
        random.nextBytes(photo);
        RecordId id = NewRecord.id();
        KeptDocument taken = worker.phone().documents().take(id, dossier, photo);
        Document document = new Document(
                new Document.Description("Quittance de loyer", null, List.of(), List.of(), null),
                new Document.Content("image/jpeg", taken.sizeBytes(), taken.sha256()),
                new Document.Ground(clock.today(), null),
                null);
        days.save(dossier, new Edit.Create(RecordKind.DOCUMENT, id, Audience.SERVICE, document));
        worker.phone().documents().saved(id);
        documents.add(id);
    }

    /** Prepares the change of a segment; returns the record that it names. */
    private RecordId decide(DossierId dossier) {
        prepare(worker, dossier, CommandKind.DECIDE);
        RecordId named = worker.lastUnsent().recordId();
        days.note(named);
        return named;
    }

    private void request(DossierId dossier) {
        prepare(colleague, dossier, CommandKind.REQUEST);
        colleague.phone().sync().syncNow();
        colleague.untilDrained();
    }

    private static void prepare(WorkersPhone phone, DossierId dossier, CommandKind kind) {
        StepsViewModel steps = steps(phone, dossier);
        Choice choice = choice(steps, kind).orElseThrow();
        steps.begin(choice);
        StepForm form = steps.open().orElseThrow();
        Segment to = choice.targets().getFirst();
        form.to().set(to);
        steps.criteria(to, kind).stream().limit(1).forEach(form.criteria()::add);
        form.reason().property().set("La situation a changé depuis la dernière visite.");
        steps.keep();
        if (steps.open().isPresent()) {
            throw new AssertionError(
                    "The step is not prepared: " + form.whole().wrong().get());
        }
    }

    private static StepsViewModel steps(WorkersPhone phone, DossierId dossier) {
        return new StepsViewModel(new DossierDesk(phone.phone(), dossier, new Discretion(), Runnable::run));
    }

    private static Optional<Choice> choice(StepsViewModel steps, CommandKind kind) {
        return steps.choices().stream().filter(choice -> choice.kind() == kind).findFirst();
    }

    private static boolean may(WorkersPhone phone, DossierId dossier, CommandKind kind) {
        return choice(steps(phone, dossier), kind).isPresent();
    }

    /** Out of the dossiers that both look after; one may serve for several things that do not meet. */
    private Places places() throws SQLException {
        List<DossierId> both = worker.phone().store().dossiers().stream()
                .filter(dossier -> dossier.bilanItems().size() > 1)
                .map(DossierContents::id)
                .filter(id -> colleague.phone().store().dossier(id).isPresent())
                .filter(id -> head().equals(headOf(id)))
                .toList();
        List<DossierId> decided = new ArrayList<>();
        for (DossierId id : both) {
            boolean asked = !decided.isEmpty() || may(colleague, id, CommandKind.REQUEST);
            if (decided.size() < STEPS && asked && may(worker, id, CommandKind.DECIDE)) {
                decided.add(id);
            }
        }
        List<DossierId> others =
                both.stream().filter(id -> !id.equals(decided.getLast())).toList();
        List<DossierId> elsewhere = database.texts("""
                select f.dossier_id from referent_fact f join worker w using (org_id, worker_id)
                where f.role = 'REFERENT' and f.until_day is null and w.login <> '%1$s'
                and w.team_id = (select team_id from worker where login = '%1$s')
                and not exists (select 1 from referent_fact r where r.dossier_id = f.dossier_id
                    and (r.role = 'REPLACEMENT' or r.worker_id = (select worker_id from worker where login = '%1$s')))
                order by f.dossier_id""".formatted(worker.login())).stream()
                .map(id -> new DossierId(UUID.fromString(id)))
                .toList();
        return new Places(
                others.get(0),
                others.get(1),
                others.get(2),
                others.get(3),
                others.get(4 % others.size()),
                decided.get(1),
                decided.get(0),
                decided.get(2),
                others.get(5 % others.size()),
                elsewhere.get(0),
                elsewhere.get(1));
    }

    private String head() {
        return one("select h.login from worker w join team t using (org_id, team_id)"
                + " join worker h on h.org_id = t.org_id and h.worker_id = t.head_id where w.login = '"
                + worker.login() + "'");
    }

    private String headOf(DossierId dossier) {
        return one("""
                select h.login from referent_fact f join worker w using (org_id, worker_id)
                join team t on t.org_id = w.org_id and t.team_id = w.team_id
                join worker h on h.org_id = t.org_id and h.worker_id = t.head_id
                where f.dossier_id = '%s' and f.role = 'REFERENT' and f.until_day is null""".formatted(dossier));
    }

    private String me() {
        return one("select worker_id from worker where login = '" + worker.login() + "'");
    }

    private String someoneElse() {
        return one("""
                select worker_id from worker where login <> '%1$s' and roles = 'SOCIAL_WORKER' and active
                and team_id = (select team_id from worker where login = '%1$s') order by login""".formatted(worker.login()));
    }

    private String one(String query) {
        try {
            return database.texts(query).getFirst();
        } catch (SQLException e) {
            throw new AssertionError("The database does not answer", e);
        }
    }

    /** Locked overnight, and opened where there is a network: the one run of the engine. */
    void comeBack() {
        worker.lock();
        network.join();
        network.newStatuses();
        worker.unlock();
        worker.untilDrained();
    }

    /** Longer away than any token lasts, with a visit that nobody knows of. */
    void stayAwayUntilNoTokenIsLeft(int calendarDays) {
        network.cut();
        worker.lock();
        clock.morningOf(clock.today().plusDays(calendarDays));
        worker.unlock();
        days.work();
        network.join();
        worker.phone().sync().syncNow();
    }

    Network network() {
        return network;
    }

    WorkersPhone worker() {
        return worker;
    }

    Places dossiers() {
        return places;
    }

    /** How many operations the worker saved. */
    int saved() {
        return days.saved();
    }

    /** How many of them on each record. */
    Map<String, Integer> ledger() {
        return days.ledger();
    }

    /** The records of which two wrote the same group. */
    Set<RecordId> inConflict() {
        return inConflict;
    }

    /** The steps that the workflow had left behind, and their dossiers. */
    Map<RecordId, DossierId> doomedSteps() {
        return doomedSteps;
    }

    Set<RecordId> documents() {
        return documents;
    }

    @Override
    public void close() throws IOException {
        worker.close();
        colleague.close();
        network.close();
    }
}
