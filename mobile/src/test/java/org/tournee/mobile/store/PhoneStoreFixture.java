package org.tournee.mobile.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.Role;
import org.tournee.sync.BucketId;
import org.tournee.sync.FeedRow;
import org.tournee.sync.Outcome;
import org.tournee.sync.StreamId;

/**
 * A real sealed store in a folder of its own, as a phone has it after its first sync; with a PIN that costs nothing.
 *
 * <p>Today is {@link HouseholdRows#TODAY}, a Monday, for every test. Close it: the folder goes with it.
 */
public final class PhoneStoreFixture implements AutoCloseable {

    public static final String PIN = "482915";
    public static final PinCost CHEAP = new PinCost(64, 1, 1);
    public static final Clock CLOCK =
            Clock.fixed(Instant.parse(HouseholdRows.TODAY + "T08:30:00Z"), ZoneId.of("Europe/Paris"));

    private final Path folder;
    private SqlitePhoneStore store;
    private DocumentFiles documents;

    private PhoneStoreFixture(Path folder, SqlitePhoneStore store) {
        this.folder = folder;
        this.store = store;
        this.documents = DocumentFiles.beside(store, folder, CLOCK);
    }

    /** A phone that was just enrolled and received nothing yet. */
    public static PhoneStoreFixture empty() {
        return of(identity());
    }

    /** A phone of that server, which received nothing yet. */
    public static PhoneStoreFixture towards(URI server) {
        return of(identity(server));
    }

    private static PhoneStoreFixture of(StreamIdentity identity) {
        try {
            Path folder = Files.createTempDirectory("phone-store");
            return new PhoneStoreFixture(
                    folder, PhoneFile.create(folder, identity, "refresh-token-of-the-test", PIN, CHEAP, CLOCK));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A phone of the worker Claire Beaufort that received so many households, in segments A, B and C by turns. The
     * first has an open conflict about its address; one change of the second came back.
     */
    public static PhoneStoreFixture withHouseholds(int count) {
        PhoneStoreFixture fixture = empty();
        fixture.receive(HouseholdRows.reference());
        for (int number = 0; number < count; number++) {
            fixture.receive(HouseholdRows.household(number));
        }
        if (count > 0) {
            fixture.receive(List.of(HouseholdRows.addressConflict(0)));
        }
        if (count > 1) {
            fixture.receive(List.of(HouseholdRows.returnedChange(1)));
        }
        return fixture;
    }

    static StreamIdentity identity() {
        return identity(URI.create("http://localhost:1"));
    }

    private static StreamIdentity identity(URI server) {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return new StreamIdentity(
                new StreamId(UUID.randomUUID()),
                HouseholdRows.CLAIRE,
                "Claire Beaufort",
                new OrganisationId(new UUID(1, 1)),
                "Département de la Vienne",
                List.of(Role.SOCIAL_WORKER),
                server.toString(),
                Base64.getEncoder().encodeToString(key));
    }

    /** The dossier of the household of that number, from 0. */
    public static DossierId dossier(int number) {
        return HouseholdRows.dossier(number);
    }

    public SqlitePhoneStore store() {
        return store;
    }

    /** The bytes of documents, as they lie in the folder. */
    public DocumentFiles documents() {
        return documents;
    }

    public Path folder() {
        return folder;
    }

    public Path file() {
        return PhoneFile.in(folder).get(0).path();
    }

    /** What a pull would bring, made visible at once. */
    public void receive(List<FeedRow> rows) {
        Map<BucketId, Long> grants = new HashMap<>();
        Map<BucketId, Long> upto = new HashMap<>();
        for (FeedRow row : rows) {
            grants.put(row.bucket(), 1L);
            upto.merge(row.bucket(), row.position(), Math::max);
        }
        store.apply(new PulledGroup(
                grants, Set.of(), rows.stream().map(PulledRow::of).toList(), upto));
    }

    /** The worker has nothing to do with that dossier any more: what they saved there is durable at the server, and it goes. */
    public void withdraw(DossierId dossier) {
        long last = store.waiting().operations();
        store.answered(
                LongStream.rangeClosed(1, last)
                        .mapToObj(seq -> new Outcome(seq, Outcome.Verdict.APPLIED, null, null, 0))
                        .toList(),
                last);
        if (!store.withdraw(Set.of(BucketId.service(dossier)), Set.of()).isEmpty()) {
            throw new AssertionError("something is held back");
        }
    }

    /** Closes the app and opens it again with the right PIN. */
    public SqlitePhoneStore reopen() {
        store.close();
        Unlocking result = PhoneFile.unlock(folder, PIN, CLOCK);
        if (!(result instanceof Unlocking.Unlocked unlocked)) {
            throw new AssertionError("not unlocked: " + result);
        }
        store = unlocked.store();
        documents = DocumentFiles.beside(store, folder, CLOCK);
        return store;
    }

    @Override
    public void close() {
        store.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
