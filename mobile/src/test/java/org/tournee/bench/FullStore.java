package org.tournee.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.mobile.store.PhoneFile;
import org.tournee.mobile.store.PinCost;
import org.tournee.mobile.store.PulledGroup;
import org.tournee.mobile.store.PulledRow;
import org.tournee.mobile.store.SqlitePhoneStore;
import org.tournee.mobile.store.StreamIdentity;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.Role;
import org.tournee.sync.BucketId;
import org.tournee.sync.FeedRow;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.StreamId;

/** A sealed store of 200 dossiers with 20,000 records, as a phone has it. */
public final class FullStore {

    static final String PIN = "482915";

    private static final int DOSSIERS = 200;
    private static final int RECORDS = 20_000;

    private FullStore() {}

    /** Makes one, for the training of a package. Argument: its folder. */
    public static void main(String[] args) throws IOException {
        create(Path.of(args[0])).close();
    }

    /** One that has received nothing. */
    static SqlitePhoneStore empty(Path folder) throws IOException {
        Files.createDirectories(folder);
        StreamIdentity identity = new StreamIdentity(
                new StreamId(UUID.randomUUID()),
                HouseholdRows.CLAIRE,
                "Claire Beaufort",
                new OrganisationId(new UUID(1, 1)),
                "Mesure",
                List.of(Role.SOCIAL_WORKER),
                "http://localhost:1",
                Base64.getEncoder().encodeToString(new byte[32]));
        return PhoneFile.create(folder, identity, "", PIN, PinCost.PHONE, Clock.systemUTC());
    }

    /** One that holds all of it. */
    static SqlitePhoneStore create(Path folder) throws IOException {
        SqlitePhoneStore store = empty(folder);
        receive(store, HouseholdRows.reference());
        for (int number = 0; number < DOSSIERS; number++) {
            receive(store, rows(number));
        }
        return store;
    }

    /** One that holds so many households, each with its own few records. */
    static SqlitePhoneStore ofHouseholds(Path folder, int number) throws IOException {
        SqlitePhoneStore store = empty(folder);
        receive(store, HouseholdRows.reference());
        for (int household = 0; household < number; household++) {
            receive(store, HouseholdRows.household(household));
        }
        return store;
    }

    /** The household's own records, and its contacts again and again. */
    private static List<FeedRow> rows(int number) {
        List<FeedRow> rows = new ArrayList<>(HouseholdRows.household(number));
        List<FeedRow> contacts = rows.stream()
                .filter(row -> RecordKind.CONTACT.code().equals(row.kind()))
                .toList();
        for (int n = rows.size(); n < RECORDS / DOSSIERS; n++) {
            FeedRow one = contacts.get(n % contacts.size());
            RecordId id = new RecordId(new UUID(one.id().value().getMostSignificantBits() + 1, n));
            LocalDate day = HouseholdRows.TODAY.minusDays(7L * n);
            rows.add(new FeedRow(
                    BucketId.service(HouseholdRows.dossier(number)),
                    rows.size() + 1L,
                    id,
                    one.kind(),
                    1,
                    one.author(),
                    one.changedBy(),
                    day.atTime(12, 0).toInstant(ZoneOffset.UTC),
                    one.occurredAt(),
                    false,
                    one.groups()));
        }
        return rows;
    }

    private static void receive(SqlitePhoneStore store, List<FeedRow> rows) {
        Map<BucketId, Long> grants = new HashMap<>();
        Map<BucketId, Long> upto = new HashMap<>();
        for (FeedRow row : rows) {
            grants.put(row.bucket(), 1L);
            upto.merge(row.bucket(), row.position(), Math::max);
        }
        store.apply(new PulledGroup(
                grants, Set.of(), rows.stream().map(PulledRow::of).toList(), upto));
    }
}
