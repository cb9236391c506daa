package org.tournee.simulation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.store.KeptDocument;
import org.tournee.mobile.store.SimulatedDisk.Fate;
import org.tournee.mobile.store.SimulatedDisk.PowerLoss;
import org.tournee.mobile.store.SimulatedStore;
import org.tournee.mobile.store.StoreException;
import org.tournee.organisation.WorkerId;
import org.tournee.server.store.TombstonePurge;
import org.tournee.sync.Operation;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordId;
import org.tournee.sync.StreamId;

/** Phones, network and server, and what happens to them. */
final class World {

    private static final int MOMENTS = 12;

    private final Service service;
    private final boolean steps;
    private final @Nullable Path folder;
    private final Set<RecordId> refused = new LinkedHashSet<>();
    private final VirtualTime time = new VirtualTime();
    private final SimulatedServer server;
    private final List<Phone> phones = new ArrayList<>();
    private final Network network;
    private final Refetches refetches = new Refetches(this);
    private final Restores restores;
    private final Saved saved = new Saved();
    private final List<Pair> pairs = new ArrayList<>();
    private final Set<StreamId> poisoned = new LinkedHashSet<>();
    private final Set<Phone> doubtful = new LinkedHashSet<>();
    private final Set<Phone> rolledBack = new LinkedHashSet<>();
    private final Set<Phone> spent = new LinkedHashSet<>();
    private final Set<Phone> misled = new LinkedHashSet<>();

    /**
     * Two entries of the journal that were saved together.
     *
     * @param mixed one of them is restricted: not everybody sees both
     */
    record Pair(WorkerId author, DossierId dossier, List<RecordId> entries, boolean mixed) {}

    /** @param stores what everything is kept in */
    World(Plan plan, Stores stores) {
        SplittableRandom random = new SplittableRandom(plan.seed() ^ 0x5DEECE66DL);
        this.server = new SimulatedServer(stores, time, random.nextLong());
        if (plan.has(Event.Kind.TOKENS_SPENT)) {
            server.keys().openDoor();
        }
        this.steps = plan.hasSteps();
        this.folder = plan.hasDocuments() ? PhoneFolder.life() : null;
        if (plan.beginsOld()) {
            server.beginOld();
        }
        this.network = new Network(server);
        this.restores = new Restores(server, network, saved);
        this.service = new Service(server, time);
        service.open(
                plan.has(Event.Kind.DOSSIERS_MERGED) ? 3 : 2, plan.hasSteps(), plan.has(Event.Kind.DEMAND_HANDLED));
        for (int number = 0; number < plan.phones(); number++) {
            StreamId stream = new StreamId(new java.util.UUID(0x0190_2000_0000_7000L, number + 1));
            // The fifth phone is a second one of the first worker's.
            WorkerId worker = Service.WORKERS.get(number % Service.WORKERS.size());
            Phone phone = new Phone(
                    "phone" + number,
                    stream,
                    worker,
                    time,
                    this::send,
                    saved::note,
                    random.nextLong(),
                    stores,
                    folder == null ? null : PhoneFolder.in(folder));
            service.enrol(stream, worker);
            if (plan.hasArchive()) {
                restores.nothingIsDurable(stream);
            }
            if (plan.beginsOld()) {
                phone.install(Operation.SCHEMA - 1);
            }
            phone.begin(server.database().organisation(), server.keys().signIn(stream));
            phones.add(phone);
        }
    }

    private void send(Phone phone, Exchange exchange) {
        refetches.asks(phone, exchange);
        network.send(exchange);
    }

    /** Lets it happen. */
    void happen(Event event) {
        Phone phone = phones.get(event.who() % phones.size());
        SplittableRandom random = new SplittableRandom(event.seed());
        switch (event.kind()) {
            case EDIT -> edit(phone, random, dossier -> new Edits(dossier, random).any());
            case AUDIENCE_ASKED -> edit(phone, random, dossier -> new Edits(dossier, random).otherAudience());
            case ROUND_CHANGED -> edit(phone, random, dossier -> new Rounds(dossier, random).any());
            case CHECKUP_CHANGED -> edit(phone, random, dossier -> new Checkups(dossier, random).any());
            case DEMAND_HANDLED ->
                edit(phone, random, dossier -> demands(phone, dossier, random).any());
            case DOSSIER_OPENED -> open(phone, random);
            case SYNC -> phone.sync();
            case GO_ON -> goOn(random);
            case TIME_PASSES -> {
                time.pass(Duration.ofMinutes(1 + random.nextInt(40)));
                recover();
            }
            case SIXTY_DAYS -> time.pass(Duration.ofDays(60));
            case CLOCK_SET -> phone.setClock(Duration.ofHours(random.nextInt(24 * 9) - 24 * 4L));
            case GRANT_CHANGES -> service.changeTerm(random);
            case DOSSIERS_MERGED -> service.merge(random);
            case MERGE_UNDONE -> service.separate(random);
            case ERASED -> service.erase(random);
            case TOKENS_SPENT -> {
                server.keys().spend(phone.stream());
                spent.add(phone);
            }
            case TOMBSTONES_GO -> purgeTombstones();
            case MESSAGE_LOST -> network.lose(event.who());
            case MESSAGE_DOUBLED -> network.doubled(event.who());
            case MESSAGE_CUT -> network.cut(event.who(), random);
            case LATE_AGAIN -> network.lateAgain(event.who());
            case SERVER_STOPS -> network.stop(random.nextInt(SimulatedServer.INSTANCES));
            case ARCHIVED -> restores.archive();
            case SERVER_BACKED_UP -> restores.backUp();
            case RESTORED -> {
                recover();
                restores.goBack(random);
                recover();
            }
            case FAILED_OVER -> {
                recover();
                restores.goBack(random);
            }
            case DEADLOCK -> anyTask(event.who(), task -> server.failTemporarily(task, 1 + random.nextInt(5)));
            case POISON -> poison(event.who());
            case PHONE_STOPS -> phone.start();
            case POWER_LOST -> phone.meet(random.nextBoolean() ? Fate.POWER_LOST_BEFORE : Fate.POWER_LOST_AFTER);
            case DISK_FULL -> phone.meet(random.nextBoolean() ? Fate.FULL : Fate.WELL);
            case DISK_BUSY -> phone.meet(Fate.BUSY);
            case BACKED_UP -> phone.backUp();
            case ROLLED_BACK -> rollBack(phone, random);
            case CLONED -> clone(phone, random);
            case ROWS_ALTERED -> network.alter(event.who()).ifPresent(this::misled);
            case ROW_DAMAGED -> phone.damage(random);
            case STEP_PREPARED -> prepare(phone, random);
            case STEP_SIGNED -> service.sign(random);
            case DOCUMENT_TAKEN -> untilThePowerIsLost(phone, () -> take(phone, random));
            case DOCUMENT_DESCRIBED -> edit(phone, random, dossier -> new Edits(dossier, random).describe());
            case DOCUMENT_OPENED ->
                untilThePowerIsLost(
                        phone, () -> DocumentReading.on(this, phone).ifPresent(reading -> reading.openAny(random)));
            case DOCUMENTS_LET_GO ->
                untilThePowerIsLost(phone, () -> DocumentReading.on(this, phone).ifPresent(DocumentReading::makeRoom));
            case APP_UPGRADED -> phone.upgrade();
            case SHORT_PUSHES -> phone.pushLittle();
            case INSTANCE_UPGRADED -> upgrade(random.nextInt(SimulatedServer.INSTANCES));
            case PIECE_CORRUPTED -> network.corrupt(event.who());
            case PIECE_ALTERED -> server.documents().alterNext(event.who());
        }
    }

    /** The server notices that it was set back, if it was; what is nowhere then was on phones that went back too. */
    private void recover() {
        if (restores.recover()) {
            service.begin();
            saved.excuseWhatIsNowhere(held(), phones, this::mayHaveForgotten);
        }
    }

    /** Whether a phone that wrote that stream was put back to a backup. */
    private boolean mayHaveForgotten(StreamId stream) {
        return rolledBack.stream().anyMatch(phone -> phone.hadStream(stream));
    }

    /** Between two transactions, so that it is known which operations it came after. */
    private void purgeTombstones() {
        time.pass(TombstonePurge.KEPT.plusDays(1));
        if (server.tasks().isEmpty()) {
            service.purgeTombstones();
        }
    }

    private void misled(StreamId stream) {
        phones.stream().filter(phone -> phone.stream().equals(stream)).forEach(misled::add);
    }

    /** Whether something that it is told in this run was altered on its way. */
    boolean isMisled(Phone phone) {
        return misled.contains(phone);
    }

    /** Of rows that were altered nothing is left once the run is over: none were stored. */
    void forgetWhatMisled() {
        misled.removeIf(phone -> !phone.isSyncing());
    }

    private static Demands demands(Phone phone, DossierContents seen, SplittableRandom random) {
        return new Demands(seen, phone.store().preparedEnds(seen.id()).keySet(), random);
    }

    private void edit(Phone phone, SplittableRandom random, Function<DossierContents, Optional<Edits.Made>> making) {
        List<DossierContents> seen = phone.store().dossiers();
        if (seen.isEmpty()) {
            return;
        }
        DossierContents dossier = seen.get(random.nextInt(seen.size()));
        making.apply(dossier).ifPresent(made -> save(phone, made));
    }

    /** What somebody does with the bytes of documents, up to where the application ends. */
    private static void untilThePowerIsLost(Phone phone, Runnable work) {
        try {
            work.run();
        } catch (PowerLoss e) {
            phone.start();
        }
    }

    /** As the form does it: the bytes, their description, and that it is saved; the application may end after each. */
    private void take(Phone phone, SplittableRandom random) {
        List<DossierContents> seen = phone.store().dossiers();
        if (seen.isEmpty()) {
            return;
        }
        Papers paper = new Papers(seen.get(random.nextInt(seen.size())).id(), random);
        phone.documents().take(paper.id(), paper.dossier(), paper.bytes());
        if (random.nextInt(8) == 0) {
            phone.start();
            return;
        }
        save(phone, paper.description());
        boolean described = phone.store().dossier(paper.dossier()).stream()
                .flatMap(dossier -> dossier.documents().stream())
                .anyMatch(entry -> entry.id().equals(paper.id()));
        if (described && random.nextInt(8) > 0) {
            phone.documents().saved(paper.id());
        } else {
            phone.start();
        }
    }

    /** Whoever is told that the server does not take a document sends it again where its bytes were altered, or does without. */
    void settleRefused() {
        for (Phone phone : phones) {
            if (phone.documents() != null) {
                for (KeptDocument document : phone.documents().in(KeptDocument.State.REFUSED)) {
                    if (document.refusal() == KeptDocument.Refusal.ALTERED) {
                        phone.documents().again(document.document());
                    } else {
                        refused.add(document.document());
                        phone.documents().giveUp(document);
                    }
                }
            }
        }
    }

    /** Whether its author was told that the server does not take it. */
    boolean isRefused(RecordId document) {
        return refused.contains(document);
    }

    /** Nothing is left of this life on the machine. */
    void end() {
        if (folder != null) {
            PhoneFolder.remove(folder);
        }
    }

    /** A step on a segment, while no other waits there: so does the screen. */
    private void prepare(Phone phone, SplittableRandom random) {
        List<DossierContents> seen = phone.store().dossiers();
        if (seen.isEmpty()) {
            return;
        }
        DossierContents dossier = seen.get(random.nextInt(seen.size()));
        if (phone.store().prepared(dossier.id()).isEmpty()) {
            new Steps(dossier, phone.store().profile(), phone.today(), random)
                    .prepared(phone.worker())
                    .ifPresent(made -> save(phone, made));
        }
    }

    /** A household that nobody knew, sometimes with the first contact at once. */
    private void open(Phone phone, SplittableRandom random) {
        NewHousehold household = new NewHousehold(random);
        save(phone, household.opening());
        if (random.nextBoolean() && phone.store().dossier(household.id()).isPresent()) {
            save(phone, household.firstContact());
        }
    }

    private void save(Phone phone, Edits.Made made) {
        long before = phone.store().lastOpSeq();
        saved.isWrong(made.wrong());
        try {
            phone.store().save(made.edit());
        } catch (StoreException e) {
            saved.isWrong(false);
            return; // told to the worker, whose form still holds it
        } catch (PowerLoss e) {
            phone.start();
        } catch (IllegalArgumentException e) {
            throw new Violation("the store takes what a screen may offer", e.toString());
        }
        saved.isWrong(false);
        PhoneInvariants.baseRevisionsWerePulled(phone, before);
        if (!made.pair().isEmpty()) {
            pairs.add(new Pair(phone.worker(), made.edit().dossier(), made.pair(), made.isMixed()));
        }
    }

    private void goOn(SplittableRandom random) {
        int moments = 1 + random.nextInt(MOMENTS);
        for (int i = 0; i < moments && moment(random); i++) {
            forget();
        }
    }

    /** Messages that are over are nowhere any more. */
    void forget() {
        network.forget();
    }

    /** Whoever must types their password. */
    void signInAgain(Phone phone) {
        if (phone.lastResult().equals("SIGN_IN_AGAIN") && !phone.isSyncing()) {
            Violation.unless(
                    spent.contains(phone) || !isAloneOnItsStream(phone),
                    "a lost answer locks nobody out",
                    phone::toString);
            phone.store().keepRefreshToken(server.keys().signIn(phone.stream()));
        }
    }

    /**
     * Whether all that it keeps must be taken at the push-only door: its tokens are spent, nobody else writes its stream,
     * and the server lost nothing of it.
     */
    boolean deliversAtTheDoor(Phone phone) {
        return phone.lastResult().equals("SIGN_IN_AGAIN")
                && spent.contains(phone)
                && isAloneOnItsStream(phone)
                && !SimulatedStore.epoch(phone.disk()).isEmpty()
                && restores.count() == 0;
    }

    /** How many requests phones made. */
    int requests() {
        return network.requests();
    }

    /** One of those who can go on does; false where nobody can. */
    boolean moment(SplittableRandom random) {
        List<Runnable> able = new ArrayList<>();
        phones.stream().filter(Phone::canGoOn).forEach(phone -> able.add(phone::advance));
        server.tasks().stream()
                .filter(SimulatedServer.Task::canGoOn)
                .forEach(task -> able.add(() -> server.advance(task)));
        able.addAll(network.arrivals(random));
        if (able.isEmpty()) {
            return false;
        }
        able.get(random.nextInt(able.size())).run();
        return true;
    }

    private interface Misfortune {
        void meets(SimulatedServer.Task task);
    }

    /** It meets what phones ask for: what the service itself decides is tried again by whoever decided. */
    private void anyTask(int who, Misfortune misfortune) {
        List<SimulatedServer.Task> tasks = server.tasks().stream()
                .filter(task -> task.stream().isPresent())
                .toList();
        if (!tasks.isEmpty()) {
            misfortune.meets(tasks.get(who % tasks.size()));
        }
    }

    /** What is being taken in makes the server fail three times: alone and together with others, it is given back. */
    private void poison(int who) {
        anyTask(
                who,
                task -> task.stream().ifPresent(stream -> {
                    if (server.crash(task, 3)) {
                        poisoned.add(stream);
                    }
                }));
    }

    private void rollBack(Phone phone, SplittableRandom random) {
        if (phone.rollBack(random.nextInt(8))) {
            doubtful.add(phone);
            rolledBack.add(phone);
            saved.excuseWhatIsNowhere(held(), phones, stream -> true);
        }
    }

    private void clone(Phone phone, SplittableRandom random) {
        if (phones.size() < Plan.MOST_PHONES + 1) {
            Phone clone = phone.clone(phone + "'", random.nextLong());
            phones.add(clone);
            doubtful.addAll(List.of(phone, clone));
        }
    }

    /** The hashes of all that the server holds, as operations or as evidence. */
    Set<String> held() {
        Set<String> held = new LinkedHashSet<>(service.view().evidence());
        service.view().log().forEach(logged -> held.add(logged.hash()));
        return held;
    }

    /** What the server said of each operation that it holds, by hash. */
    Map<String, Outcome> outcomes() {
        Map<String, Outcome> outcomes = new HashMap<>();
        service.view().log().forEach(logged -> outcomes.put(logged.hash(), logged.outcome()));
        return outcomes;
    }

    /** Whether an instance knows less than today's program. */
    boolean isAnyInstanceOld() {
        return !server.isOfToday(0) || !server.isOfToday(1);
    }

    /** Every instance gets today's program. */
    void upgradeAll() {
        for (int instance = 0; instance < SimulatedServer.INSTANCES; instance++) {
            upgrade(instance);
        }
    }

    /** It stops, and starts with today's program. */
    private void upgrade(int instance) {
        if (!server.isOfToday(instance)) {
            network.stop(instance);
            server.upgrade(instance);
        }
    }

    /** Whether it was never cloned and never put back to a backup: what its stream says is what it said itself. */
    boolean isAloneOnItsStream(Phone phone) {
        return !doubtful.contains(phone);
    }

    /** From now on nothing goes wrong any more. */
    void endFaults() {
        recover();
        phones.forEach(phone -> phone.meet(Fate.WELL));
        server.tasks().forEach(SimulatedServer.Task::spare);
    }

    /** Whether dossiers are in segments. */
    boolean hasSteps() {
        return steps;
    }

    Restores restores() {
        return restores;
    }

    List<Phone> phones() {
        return phones;
    }

    Service service() {
        return service;
    }

    SimulatedServer server() {
        return server;
    }

    VirtualTime time() {
        return time;
    }

    Saved saved() {
        return saved;
    }

    List<Pair> pairs() {
        return pairs;
    }

    boolean isPoisoned(StreamId stream) {
        return poisoned.contains(stream);
    }
}
