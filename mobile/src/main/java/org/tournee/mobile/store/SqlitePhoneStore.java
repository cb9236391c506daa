package org.tournee.mobile.store;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tournee.directory.Listed;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mandate.MandateEnd;
import org.tournee.mobile.store.StoreException.Problem;
import org.tournee.organisation.TeamHeads;
import org.tournee.organisation.TeamId;
import org.tournee.organisation.Worker;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.reception.Desk;
import org.tournee.reception.NamedTeam;
import org.tournee.reception.RegisterContents;
import org.tournee.rights.RightsCatalogue;
import org.tournee.sync.BucketId;
import org.tournee.sync.DoorEnvelope;
import org.tournee.sync.HeldAnswer;
import org.tournee.sync.HeldRequest;
import org.tournee.sync.Operation;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordId;
import org.tournee.sync.ReturnedChange;
import org.tournee.sync.StreamId;
import org.tournee.sync.Wire;
import org.tournee.workflow.PreparedStep;

/** The phone's store in one sealed SQLite file; everything unsealed in memory while it is open. Rule: R-OFF. */
public final class SqlitePhoneStore implements SyncStore {

    private final PhoneDisk disk;
    private final Clock clock;
    private final SecureRandom random;
    private final Facts facts;
    private final Drafts drafts;
    private final List<Consumer<Set<DossierId>>> listeners = new CopyOnWriteArrayList<>();

    /** One writer at a time; readers look at the volatile snapshots below and wait for nobody. */
    private final Object writing = new Object();

    private final int schema;
    private volatile OwnStream stream;
    private volatile Chain chain;
    private volatile List<DoorEnvelope> envelopes;
    private volatile List<FormerOperation> former;
    private volatile Holdings holdings;
    private volatile Reference reference;

    /** What comes later is typed as it is looked at: a group of a sync is few. */
    private volatile boolean typed;

    private SqlitePhoneStore(PhoneDisk disk, PhoneDisk.Kept kept, Clock clock, SecureRandom random, int schema) {
        this.schema = schema;
        this.disk = disk;
        this.clock = clock;
        this.random = random;
        this.facts = new Facts(disk, kept.facts());
        StreamIdentity identity =
                Wire.read(StreamIdentity.class, facts.of(SealedFacts.IDENTITY).orElse(""));
        this.stream = OwnStream.of(identity, facts.of(SealedFacts.DOOR_KEY).orElse(""), clock, random, schema);
        this.drafts = new Drafts(disk, kept.drafts());
        this.chain = kept.chain();
        this.envelopes = kept.envelopes();
        this.former = kept.former();
        this.holdings = Holdings.of(identity.workerId(), kept.buckets(), kept.outbox());
        this.reference = Reference.of(holdings);
        this.typed = holdings.dossiers().isEmpty();
    }

    /** Writes whose store it is onto a new disk. */
    static void begin(PhoneDisk disk, StreamIdentity identity, String refreshToken) {
        disk.commit(List.of(
                new PhoneDisk.KeepFact(SealedFacts.IDENTITY, Wire.json(identity)),
                new PhoneDisk.KeepFact(SealedFacts.REFRESH_TOKEN, refreshToken)));
    }

    /**
     * Reads and unseals everything.
     *
     * @param random makes what must not be guessed
     * @throws StoreException UNREADABLE where anything was altered that no server can give again
     */
    static SqlitePhoneStore open(PhoneDisk disk, Clock clock, SecureRandom random) {
        return open(disk, clock, random, Operation.SCHEMA);
    }

    /** The same for an app that writes in that schema. */
    static SqlitePhoneStore open(PhoneDisk disk, Clock clock, SecureRandom random, int schema) {
        return new SqlitePhoneStore(disk, disk.load(), clock, random, schema);
    }

    @Override
    public WorkerId worker() {
        return identity().workerId();
    }

    @Override
    public List<DossierContents> dossiers() {
        return holdings.dossiers().values().parallelStream()
                .flatMap(contents -> contents.typed().stream())
                .sorted(Comparator.comparing(
                        dossier -> dossier.dossier().value().household().name()))
                .toList();
    }

    @Override
    public List<HeldDossier> held() {
        return holdings.dossiers().values().stream()
                .flatMap(contents -> contents.held().stream())
                .sorted(Comparator.comparing(held -> held.dossier().household().name()))
                .toList();
    }

    @Override
    public boolean isTyped() {
        return typed;
    }

    @Override
    public void typeAll() {
        try {
            holdings.dossiers().values().forEach(Contents::typed);
        } finally {
            typed = true; // what fails here is told by the screen that shows it, and none waits for ever
        }
    }

    @Override
    public Optional<DossierContents> dossier(DossierId id) {
        Contents contents = holdings.dossiers().get(id);
        return contents == null ? Optional.empty() : contents.typed();
    }

    @Override
    public OrganisationProfile profile() {
        return Defaults.profile(reference);
    }

    @Override
    public RightsCatalogue catalogue() {
        return Defaults.catalogue(reference);
    }

    @Override
    public List<Listed> partners() {
        return reference.partners();
    }

    @Override
    public TeamHeads heads() {
        return TeamHeads.of(reference.workers());
    }

    @Override
    public Optional<Worker> worker(WorkerId id) {
        return Optional.ofNullable(reference.workers().get(id));
    }

    @Override
    public Map<WorkerId, Worker> colleagues() {
        return reference.workers();
    }

    @Override
    public Map<TeamId, NamedTeam> teams() {
        return reference.teams();
    }

    @Override
    public Map<RecordId, Desk> desks() {
        return reference.desks();
    }

    @Override
    public List<RegisterContents> registers() {
        return holdings.dossiers().values().stream()
                .flatMap(contents -> contents.register().stream())
                .sorted(Comparator.comparing((RegisterContents register) ->
                                register.register().value().span().from())
                        .reversed()
                        .thenComparing(register -> register.id().toString()))
                .toList();
    }

    @Override
    public Optional<RegisterContents> register(DossierId id) {
        Contents contents = holdings.dossiers().get(id);
        return contents == null ? Optional.empty() : contents.register();
    }

    @Override
    public List<Entry<ReturnedChange>> returnedChanges() {
        return ReturnedChanges.of(holdings, worker());
    }

    @Override
    public void save(Edit edit) {
        synchronized (writing) {
            refuseFrozen(edit.dossier());
            Instant now = clock.instant();
            List<HeldOperation> made = stream.maker().make(edit, holdings, epoch(), chain, now);
            if (made.isEmpty()) {
                return;
            }
            insert(made, List.of());
        }
        tell(Set.of(edit.dossier()));
    }

    /** Adds operations to the outbox, in one transaction with whatever else goes with them. */
    private void insert(List<HeldOperation> made, List<PhoneDisk.Step> besides) {
        Chain next = Outbox.after(chain, made);
        List<DoorEnvelope> sealed = stream.sealed(made);
        List<PhoneDisk.Step> steps = new ArrayList<>(besides);
        steps.add(new PhoneDisk.Insert(made));
        steps.add(new PhoneDisk.KeepEnvelopes(sealed));
        steps.add(new PhoneDisk.KeepChain(next));
        disk.commit(steps);
        chain = next;
        envelopes = Envelopes.with(envelopes, sealed);
        holdings = holdings.withOutbox(Outbox.with(holdings.outbox(), made), Outbox.dossiers(made));
    }

    @Override
    public Waiting waiting() {
        return Outbox.waiting(holdings.outbox(), chain);
    }

    @Override
    public List<PreparedStep> prepared(DossierId dossier) {
        return Outbox.prepared(holdings.outbox(), dossier);
    }

    @Override
    public Map<RecordId, MandateEnd> preparedEnds(DossierId dossier) {
        return Outbox.preparedEnds(holdings.outbox(), dossier);
    }

    @Override
    public Optional<String> draft(String form) {
        return drafts.of(form);
    }

    @Override
    public void keepDraft(String form, @Nullable String json) {
        synchronized (writing) {
            drafts.keep(form, json);
        }
    }

    @Override
    public Collection<String> drafts() {
        return drafts.forms();
    }

    @Override
    public StorageUse storage() {
        int records = holdings.buckets().values().stream()
                .mapToInt(bucket -> bucket.rows().size())
                .sum();
        synchronized (writing) {
            return new StorageUse(records, disk.bytes(), disk.freeBytes());
        }
    }

    @Override
    public Optional<PinChange.WrongPin> tryPin(String pin) {
        PinTry tried = tried(pin);
        return tried.dataKey().isPresent()
                ? Optional.empty()
                : Optional.of(new PinChange.WrongPin(tried.waitSeconds()));
    }

    /** The keys are made outside of the lock: who saves meanwhile does not wait for them. */
    private PinTry tried(String pin) {
        return PinTry.of(guard(), pin, clock, tries -> write(new PhoneDisk.KeepTries(tries)));
    }

    @Override
    public PinChange changePin(String present, String next, PinCost cost) {
        PinTry tried = tried(present);
        Optional<byte[]> dataKey = tried.dataKey();
        if (dataKey.isEmpty()) {
            return new PinChange.WrongPin(tried.waitSeconds());
        }
        write(new PhoneDisk.KeepLock(PinLock.close(dataKey.get(), next, cost, random)));
        return new PinChange.Changed();
    }

    private PinTry.Guard guard() {
        synchronized (writing) {
            return disk.guard();
        }
    }

    private void write(PhoneDisk.Step step) {
        synchronized (writing) {
            disk.commit(List.of(step));
        }
    }

    @Override
    public Runnable onChange(Consumer<Set<DossierId>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public StreamIdentity identity() {
        return stream.identity();
    }

    @Override
    public String refreshToken() {
        return facts.of(SealedFacts.REFRESH_TOKEN).orElse("");
    }

    @Override
    public void keepRefreshToken(String token) {
        keepFact(SealedFacts.REFRESH_TOKEN, token);
    }

    @Override
    public String documentsKey() {
        synchronized (writing) {
            Optional<String> known = facts.of(SealedFacts.DOCUMENTS_KEY);
            if (known.isPresent()) {
                return known.get();
            }
            byte[] key = new byte[Sealing.KEY_BYTES];
            random.nextBytes(key);
            String made = Base64.getEncoder().encodeToString(key);
            facts.keep(SealedFacts.DOCUMENTS_KEY, made);
            return made;
        }
    }

    @Override
    public long grantEpoch(DossierId dossier) {
        return holdings.bucket(BucketId.service(dossier))
                .map(HeldBucket::grantEpoch)
                .orElse(0L);
    }

    @Override
    public void keepDoorKey(String doorKey) {
        synchronized (writing) {
            if (!facts.of(SealedFacts.DOOR_KEY).orElse("").equals(doorKey)) {
                OwnStream next = OwnStream.of(identity(), doorKey, clock, random, schema);
                List<DoorEnvelope> late = next.sealed(Envelopes.unsealed(envelopes, holdings.outbox()));
                Map<String, Optional<String>> value = Map.of(SealedFacts.DOOR_KEY, Optional.of(doorKey));
                disk.commit(List.of(
                        new PhoneDisk.KeepFact(SealedFacts.DOOR_KEY, doorKey), new PhoneDisk.KeepEnvelopes(late)));
                facts.written(value);
                stream = next;
                envelopes = Envelopes.with(envelopes, late);
            }
        }
    }

    @Override
    public boolean allSealed() {
        return Envelopes.unsealed(envelopes, holdings.outbox()).isEmpty();
    }

    @Override
    public List<DoorEnvelope> undelivered(long afterSeq) {
        return Envelopes.batch(Envelopes.undelivered(envelopes, holdings.outbox()).stream()
                .filter(envelope -> envelope.firstSeq() > afterSeq)
                .toList());
    }

    @Override
    public void signOut() {
        keepRefreshToken("");
        keepDigest(null);
        withdraw(holdings.buckets().keySet(), Set.of());
    }

    @Override
    public Optional<Instant> succeededAt() {
        return facts.of(SealedFacts.SUCCEEDED_AT).map(Instant::parse);
    }

    @Override
    public List<HeldRequest.Claim> claims() {
        return Outbox.claims(holdings.outbox());
    }

    @Override
    public void notHeld(Set<Long> opSeqs) {
        synchronized (writing) {
            keepOutbox(Outbox.replaced(holdings.outbox(), Outbox.unanswered(holdings.outbox(), opSeqs)), chain);
        }
    }

    @Override
    public Successor successor() {
        synchronized (writing) {
            Optional<String> known = facts.of(SealedFacts.SUCCESSOR);
            if (known.isPresent()) {
                return Wire.read(Successor.class, known.get());
            }
            Successor made = new Successor(
                    new StreamId(new UUID(random.nextLong(), random.nextLong())),
                    SigningKey.make(random).secret());
            facts.keep(SealedFacts.SUCCESSOR, Wire.json(made));
            return made;
        }
    }

    @Override
    public void succeed(Successor successor, String refreshToken) {
        Set<DossierId> changed;
        synchronized (writing) {
            OwnStream next = OwnStream.of(
                    identity().goingOnAs(successor),
                    facts.of(SealedFacts.DOOR_KEY).orElse(""),
                    clock,
                    random,
                    schema);
            Succession succession = Succession.of(next, holdings.outbox(), chain, former);
            Map<String, Optional<String>> values = Map.of(
                    SealedFacts.IDENTITY, Optional.of(Wire.json(next.identity())),
                    SealedFacts.REFRESH_TOKEN, Optional.of(refreshToken),
                    SealedFacts.SUCCESSOR, Optional.empty(),
                    // What it has to give back is the successor's to say: its first manifest is read whole.
                    SealedFacts.DIGEST, Optional.empty(),
                    SealedFacts.SUCCEEDED_AT, Optional.of(clock.instant().toString()));
            List<PhoneDisk.Step> steps = new ArrayList<>(succession.steps(former));
            values.forEach((name, value) -> steps.add(new PhoneDisk.KeepFact(name, value.orElse(null))));
            disk.commit(steps);
            facts.written(values);
            changed = Outbox.dossiers(holdings.outbox());
            stream = next;
            chain = succession.chain();
            envelopes = succession.envelopes();
            former = succession.former();
            holdings = holdings.withOutbox(succession.made(), changed);
        }
        tell(changed);
    }

    @Override
    public List<HeldRequest> formerClaims() {
        return Former.claims(former);
    }

    @Override
    public void formerHeld(HeldRequest asked, HeldAnswer answer) {
        Set<DossierId> changed = Set.of();
        synchronized (writing) {
            Former.Standing standing = Former.standing(former, asked, answer);
            List<HeldOperation> made = stream.maker().again(standing.lost(), chain);
            List<FormerOperation> again = Former.again(standing, made);
            List<PhoneDisk.Step> steps =
                    List.of(new PhoneDisk.ForgetFormer(standing.durable()), new PhoneDisk.PutAside(again));
            if (made.isEmpty()) {
                disk.commit(steps);
            } else {
                insert(made, steps);
                changed = Outbox.dossiers(made);
            }
            former = Former.replaced(former, standing.durable(), again);
        }
        tell(changed);
    }

    @Override
    public String epoch() {
        return facts.of(SealedFacts.EPOCH).orElse("");
    }

    @Override
    public void keepEpoch(String epoch) {
        keepFact(SealedFacts.EPOCH, epoch);
    }

    @Override
    public Optional<String> digest() {
        return facts.of(SealedFacts.DIGEST);
    }

    @Override
    public void keepDigest(@Nullable String digest) {
        keepFact(SealedFacts.DIGEST, digest);
    }

    @Override
    public Optional<Instant> agreedAt() {
        return facts.of(SealedFacts.AGREED_AT).map(Instant::parse);
    }

    @Override
    public void keepAgreedAt(Instant at) {
        boolean lately = agreedAt()
                .filter(known -> Duration.between(known, at).abs().compareTo(Duration.ofHours(1)) < 0)
                .isPresent();
        if (!lately) {
            keepFact(SealedFacts.AGREED_AT, at.toString());
        }
    }

    private void keepFact(String name, @Nullable String value) {
        synchronized (writing) {
            facts.keep(name, value);
        }
    }

    @Override
    public List<Unsent> unsent() {
        return unsentAfter(0);
    }

    @Override
    public List<Unsent> unsentAfter(long opSeq) {
        return Outbox.unsentAfter(holdings.outbox(), opSeq);
    }

    @Override
    public long lastOpSeq() {
        return chain.lastSeq();
    }

    @Override
    public Optional<String> hashOf(long opSeq) {
        synchronized (writing) {
            return Outbox.hashOf(holdings.outbox(), chain, opSeq);
        }
    }

    @Override
    public long lastAnswered() {
        return Outbox.lastAnswered(holdings.outbox());
    }

    @Override
    public long answeredUpTo() {
        synchronized (writing) {
            return Outbox.answeredUpTo(holdings.outbox(), chain);
        }
    }

    @Override
    public int answeredNotDurable() {
        return Outbox.answeredNotDurable(holdings.outbox(), chain);
    }

    @Override
    public void answered(List<Outcome> outcomes, long durableSeq) {
        synchronized (writing) {
            keepOutbox(Outbox.answered(holdings, outcomes), chain.durable(durableSeq));
        }
    }

    @Override
    public boolean sendAgainFrom(long opSeq) {
        synchronized (writing) {
            List<HeldOperation> again = Outbox.sendAgainFrom(holdings.outbox(), opSeq);
            keepOutbox(Outbox.replaced(holdings.outbox(), again), chain);
            return again.size() == chain.lastSeq() - opSeq + 1;
        }
    }

    @Override
    public void endOverlaysOutside(Set<BucketId> granted) {
        synchronized (writing) {
            List<HeldOperation> ended = OverlayEnds.outside(holdings, granted);
            if (!ended.equals(holdings.outbox())) {
                keepOutbox(ended, chain);
            }
        }
    }

    /** Writes what differs between the outbox as it is and as it is to be. */
    private void keepOutbox(List<HeldOperation> next, Chain nextChain) {
        List<HeldOperation> kept = Outbox.kept(next, nextChain);
        Outbox.Difference difference = Outbox.difference(holdings.outbox(), kept);
        List<DoorEnvelope> needless = Envelopes.needless(envelopes, kept);
        List<FormerOperation> saidAgain = Former.saidAgain(former, nextChain);
        disk.commit(List.of(
                new PhoneDisk.Update(difference.changed()),
                new PhoneDisk.LetGo(difference.gone()),
                new PhoneDisk.ForgetEnvelopes(needless),
                new PhoneDisk.ForgetFormer(saidAgain),
                new PhoneDisk.KeepChain(nextChain)));
        chain = nextChain;
        envelopes = envelopes.stream().filter(one -> !needless.contains(one)).toList();
        former = Former.replaced(former, saidAgain, List.of());
        holdings = holdings.withOutbox(kept, difference.dossiers());
        tell(difference.dossiers());
    }

    @Override
    public Map<BucketId, BucketState> cursors() {
        Map<BucketId, BucketState> cursors = new LinkedHashMap<>();
        holdings.buckets().forEach((id, held) -> cursors.put(id, held.state()));
        return cursors;
    }

    @Override
    public PulledBuckets wouldBe(PulledGroup group) {
        return PulledBuckets.of(holdings, group);
    }

    @Override
    public void apply(PulledBuckets pulled) {
        PulledGroup group = pulled.group();
        Set<DossierId> changed = new HashSet<>();
        synchronized (writing) {
            List<HeldBucket> buckets = pulled.over(holdings);
            List<HeldOperation> outbox = OverlayEnds.afterRows(holdings.outbox(), holdings.buckets(), buckets);
            List<HeldOperation> kept = Outbox.kept(outbox, chain);
            Outbox.Difference difference = Outbox.difference(holdings.outbox(), kept);
            disk.commit(List.of(
                    new PhoneDisk.Receive(buckets, group),
                    new PhoneDisk.Update(difference.changed()),
                    new PhoneDisk.LetGo(difference.gone())));
            changed.addAll(difference.dossiers());
            group.grantEpochs().keySet().forEach(bucket -> bucket.dossier().ifPresent(changed::add));
            holdings = holdings.with(buckets, kept, changed);
            if (group.grantEpochs().containsKey(BucketId.REFERENCE)) {
                reference = Reference.of(holdings);
            }
        }
        tell(changed);
    }

    @Override
    public void forgetDrafts(Set<DossierId> dossiers) {
        synchronized (writing) {
            drafts.forms().stream()
                    .filter(form -> dossiers.stream().anyMatch(dossier -> Withdrawals.hasDraft(dossier, List.of(form))))
                    .forEach(form -> drafts.keep(form, null));
        }
    }

    @Override
    public Set<Standing> withdraw(Set<BucketId> buckets, Set<DossierId> owing) {
        Set<Standing> heldBack = EnumSet.noneOf(Standing.class);
        Set<DossierId> changed = new HashSet<>();
        synchronized (writing) {
            facts.keep(SealedFacts.FROZEN, Withdrawals.text(dossiersOf(buckets)));
            List<HeldBucket> gone = new ArrayList<>();
            for (BucketId id : buckets) {
                Standing standing = Withdrawals.standing(id, holdings.outbox(), chain, owing, drafts.forms());
                if (standing == Standing.FREE) {
                    holdings.bucket(id).ifPresent(gone::add);
                } else {
                    heldBack.add(standing);
                }
            }
            if (!gone.isEmpty()) {
                gone.forEach(bucket -> bucket.id().dossier().ifPresent(changed::add));
                Set<BucketId> ids = gone.stream().map(HeldBucket::id).collect(Collectors.toSet());
                disk.commit(List.of(new PhoneDisk.Purge(gone)));
                holdings = holdings.without(ids, holdings.outbox(), changed);
            }
        }
        tell(changed);
        return heldBack;
    }

    /** Those of which the service's records are withdrawn; who still holds them goes on working there. */
    private static Set<DossierId> dossiersOf(Set<BucketId> buckets) {
        return buckets.stream()
                .filter(bucket -> !bucket.isRestricted())
                .flatMap(bucket -> bucket.dossier().stream())
                .collect(Collectors.toSet());
    }

    /** Nothing new is begun in a dossier that goes; what was begun there may be finished: it is a fact of that time. */
    private void refuseFrozen(DossierId dossier) {
        boolean frozen =
                Withdrawals.read(facts.of(SealedFacts.FROZEN).orElse("")).contains(dossier);
        if (frozen && !Withdrawals.hasDraft(dossier, drafts.forms())) {
            throw new StoreException(Problem.WITHDRAWN, new IllegalStateException("the dossier is withdrawn"));
        }
    }

    /** All operations that are kept, by number. */
    List<HeldOperation> outbox() {
        return holdings.outbox();
    }

    /** Lets the disk grow by so many pages and no more: a full one, as SQLite itself meets it. */
    void allowPages(int more) {
        synchronized (writing) {
            disk.allowPages(more);
        }
    }

    private void tell(Set<DossierId> changed) {
        listeners.forEach(listener -> listener.accept(Set.copyOf(changed)));
    }

    @Override
    public void close() {
        synchronized (writing) {
            disk.close();
        }
    }
}
