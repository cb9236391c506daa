package org.tournee.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.DossierStatus;
import org.tournee.dossier.ReferentRole;
import org.tournee.dossier.ReferentTerm;
import org.tournee.dossier.StoredRecord;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.person.HouseholdRole;
import org.tournee.person.Person;
import org.tournee.person.PersonId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.ShippedProfile;
import org.tournee.request.Request;
import org.tournee.segment.Segment;
import org.tournee.segment.Stay;
import org.tournee.server.store.Opening;
import org.tournee.server.store.RecordRow;
import org.tournee.server.sync.LedgerView;
import org.tournee.server.sync.ServiceCommands;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.StreamId;

/** The organisation: two dossiers or three, four workers who answer for them, and terms that begin and end. */
final class Service {

    static final List<WorkerId> WORKERS = List.of(worker(1), worker(2), worker(3), worker(4));

    /** The third one is there in lives in which dossiers are merged: only there a chain of redirects may be longer. */
    private static final List<DossierId> DOSSIERS = List.of(dossier(1), dossier(2), dossier(3));

    private static final UUID TEAM = new UUID(2, 2);
    private static final WorkerId HEAD = WORKERS.get(1);
    private static final OrganisationProfile PROFILE = ShippedProfile.VIENNE.profile();

    /** The dossiers of the beginning are in one each. */
    private static final List<Segment> SEGMENTS = List.of(Segment.A, Segment.B, Segment.C);

    private static final LocalDate LONG_AGO = LocalDate.of(2025, 1, 1);

    private final SimulatedServer server;
    private final VirtualTime time;
    private final ServiceCommands service;
    private final LedgerView view;
    private final Map<RecordId, ReferentTerm.Term> terms = new LinkedHashMap<>();
    private final Map<RecordId, DossierId> termDossiers = new LinkedHashMap<>();
    private boolean anyTermChanged;
    private boolean inSegments;
    private List<Request> requests = List.of();

    Service(SimulatedServer server, VirtualTime time) {
        this.server = server;
        this.time = time;
        this.service = server.database().service();
        this.view = server.database().view();
    }

    private static WorkerId worker(int number) {
        return new WorkerId(new UUID(0x0190_0000_0000_7000L, number));
    }

    private static DossierId dossier(int number) {
        return new DossierId(new UUID(0x0190_1000_0000_7000L, number));
    }

    /**
     * The service begins.
     *
     * @param dossiers how many there are: two or three
     * @param segments whether they are in segments; the second worker is head of the team then
     * @param demands whether something is asked for in each
     */
    void open(int dossiers, boolean segments, boolean demands) {
        inSegments = segments;
        requests = demands ? List.of(Demands.ASKED) : List.of();
        for (WorkerId worker : WORKERS) {
            service.admit(worker, roles(worker), TEAM, time.now());
        }
        if (segments) {
            service.head(TEAM, HEAD);
            service.publish(new RecordId(new UUID(0x0190_1200_0000_7000L, 1)), PROFILE, time.now());
        }
        for (int number = 0; number < dossiers; number++) {
            open(DOSSIERS.get(number), number);
        }
        begin();
    }

    private Set<Role> roles(WorkerId worker) {
        return inSegments && worker.equals(HEAD)
                ? EnumSet.of(Role.SOCIAL_WORKER, Role.TEAM_HEAD)
                : EnumSet.of(Role.SOCIAL_WORKER);
    }

    /** Looks at who answers for what, at first and after a restore. */
    void begin() {
        view.records().stream()
                .filter(row -> row.kind().equals(RecordKind.REFERENT_TERM.code()) && !row.deleted())
                .forEach(this::note);
    }

    private void note(RecordRow row) {
        terms.put(row.id(), row.groups().as(ReferentTerm.class).term());
        termDossiers.putIfAbsent(row.id(), row.dossier()); // a restore may find it where a merge took it
    }

    private void open(DossierId id, int number) {
        List<ReferentTerm.Term> answering = new ArrayList<>();
        for (int each = 0; each < WORKERS.size(); each++) {
            ReferentRole role = each == number ? ReferentRole.REFERENT : ReferentRole.REPLACEMENT;
            answering.add(new ReferentTerm.Term(WORKERS.get(each), role, LONG_AGO, null));
        }
        Dossier dossier = new Dossier(
                new Dossier.Household("Ménage " + number),
                new Dossier.Address("3 rue des Tilleuls", "86000", "86194", "Poitiers"),
                null,
                null,
                new Dossier.Status(DossierStatus.OPEN, LONG_AGO, null));
        Person mother = new Person(
                new Person.Identity("Moreau", "Sophie", null), new Person.Membership(HouseholdRole.ADULT), null);
        Stay stay = new Stay(
                new Stay.Span(SEGMENTS.get(number), LONG_AGO, null),
                new Stay.Allocation(LONG_AGO, WORKERS.get(number)));
        List<Stay> stays = inSegments ? List.of(stay) : List.of();
        service.open(new Opening(
                id, dossier, Map.of(mother(number), mother), stays, answering, List.of(), requests, time.now()));
    }

    private static PersonId mother(int number) {
        return new PersonId(new UUID(0x0190_1100_0000_7000L, number));
    }

    /** Those of the beginning, and those that phones opened since. */
    private List<DossierId> all() {
        List<DossierId> all = new ArrayList<>(DOSSIERS);
        view.records().stream()
                .filter(row -> row.kind().equals(RecordKind.DOSSIER.code()) && row.dossier() != null)
                .map(row -> new DossierId(row.id().value()))
                .filter(id -> !DOSSIERS.contains(id))
                .sorted(Comparator.comparing(DossierId::value))
                .forEach(all::add);
        return all;
    }

    /** Two dossiers turn out to be of one household, and sometimes two persons to be one. */
    void merge(SplittableRandom random) {
        List<DossierId> dossiers = all();
        int keptAt = random.nextInt(dossiers.size());
        int mergedAt = (keptAt + 1 + random.nextInt(dossiers.size() - 1)) % dossiers.size();
        boolean knownPersons = Math.max(keptAt, mergedAt) < DOSSIERS.size();
        Map<RecordId, RecordId> same = random.nextBoolean() || !knownPersons
                ? Map.of()
                : Map.of(
                        new RecordId(mother(mergedAt).value()),
                        new RecordId(mother(keptAt).value()));
        DossierId kept = dossiers.get(keptAt);
        DossierId merged = dossiers.get(mergedAt);
        Instant at = time.now();
        boolean[] done = {false};
        anyTermChanged = true;
        server.command(() -> service.merge(kept, merged, same, at, was -> done[0] = was), oracle -> {
            if (done[0]) {
                oracle.merged(kept, merged, same);
            }
        });
    }

    /** They were not, after all. */
    void separate(SplittableRandom random) {
        List<DossierId> dossiers = all();
        DossierId merged = dossiers.get(random.nextInt(dossiers.size()));
        Instant at = time.now();
        boolean[] done = {false};
        anyTermChanged = true;
        server.command(() -> service.separate(merged, at, was -> done[0] = was), oracle -> {
            if (done[0]) {
                oracle.separated(merged);
            }
        });
    }

    /** Somebody, mostly the head, signs what they see waiting; whether they may is not theirs to say. */
    void sign(SplittableRandom random) {
        Map<DossierId, List<StoredRecord>> waiting = waiting();
        if (waiting.isEmpty()) {
            return;
        }
        DossierId dossier = List.copyOf(waiting.keySet()).get(random.nextInt(waiting.size()));
        WorkerId signer = random.nextInt(4) == 0 ? WORKERS.get(random.nextInt(WORKERS.size())) : HEAD;
        DossierContents.of(dossier, waiting.get(dossier))
                .flatMap(contents -> new Steps(contents, PROFILE, today(), random).signed())
                .map(signing -> new ServiceCommands.Signature(
                        dossier, signer, signing.command(), signing.expected(), newStay(random)))
                .ifPresent(this::sign);
    }

    /** The records of the dossiers on whose segment a decision is open. */
    private Map<DossierId, List<StoredRecord>> waiting() {
        Map<DossierId, List<StoredRecord>> records = new TreeMap<>(Comparator.comparing(DossierId::value));
        view.records().stream()
                .filter(row -> row.dossier() != null && !row.deleted())
                .forEach(row -> records.computeIfAbsent(row.dossier(), id -> new ArrayList<>())
                        .add(row.stored()));
        records.values()
                .removeIf(rows -> rows.stream().noneMatch(row -> row.kind().equals(RecordKind.SEGMENT_CHANGE.code())));
        return records;
    }

    private void sign(ServiceCommands.Signature signature) {
        Instant at = time.now();
        ServiceCommands.Signed[] came = {null};
        server.command(
                () -> service.sign(signature, at, answer -> came[0] = answer),
                oracle -> oracle.segments().signed(signature, came[0]));
    }

    private static RecordId newStay(SplittableRandom random) {
        return new RecordId(new UUID(0x0190_1300_0000_7000L | random.nextInt(1 << 12), random.nextLong()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.now(), ZoneId.of("Europe/Paris"));
    }

    void erase(SplittableRandom random) {
        List<DossierId> dossiers = all();
        DossierId dossier = dossiers.get(random.nextInt(dossiers.size()));
        Instant at = time.now();
        boolean[] done = {false};
        server.command(() -> service.erase(dossier, at, was -> done[0] = was), oracle -> {
            if (done[0]) {
                oracle.erased(dossier);
            }
        });
    }

    void enrol(StreamId stream, WorkerId worker) {
        service.enrol(stream, worker);
    }

    /** Ends a term that runs, or lets one that ended run again. */
    void changeTerm(SplittableRandom random) {
        view.records().stream()
                .filter(row -> row.kind().equals(RecordKind.REFERENT_TERM.code())
                        && !row.deleted()
                        && !terms.containsKey(row.id()))
                .forEach(this::note); // of dossiers that phones opened
        List<RecordId> ids = List.copyOf(terms.keySet());
        RecordId id = ids.get(random.nextInt(ids.size()));
        ReferentTerm.Term before = terms.get(id);
        LocalDate today = today();
        ReferentTerm.Term after = new ReferentTerm.Term(
                before.worker(), before.role(), before.from(), before.until() == null ? today : null);
        terms.put(id, after);
        anyTermChanged = true;
        Instant at = time.now();
        server.command(() -> service.answer(termDossiers.get(id), id, after, at));
    }

    void purgeTombstones() {
        service.purgeTombstones(time.now());
    }

    /** Whether somebody may have written what they had no right to any more. */
    boolean anyTermChanged() {
        return anyTermChanged;
    }

    LedgerView view() {
        return view;
    }
}
