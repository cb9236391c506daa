package org.tournee.server.segment;

import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.tournee.organisation.OrganisationId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.Wording;
import org.tournee.rights.RightsCatalogue;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.problem.Problem;
import org.tournee.sync.RecordKind;
import org.tournee.sync.Wire;

/**
 * What every phone of the organisation holds, in clear in the reference bucket: profile, catalogue. Every page asks for it:
 * what was read last is read again only where another one is in force. Rule: R-SEG-0.
 */
@Singleton
public class Profiles {

    private static final String LATEST = """
            from record where org_id = ? and bucket_id = 'ref' and kind = ? and not deleted
            order by position desc limit 1
            """;

    private final Database database;
    private final Map<Kept, Held> held = new ConcurrentHashMap<>();

    /** What is kept: one of each for every organisation. */
    private record Kept(OrganisationId organisation, RecordKind kind) {}

    /** By which a record is known to be the same; the time beside the revision, as a database may be set back. */
    private record Version(UUID record, long rev, Instant changedAt) {}

    private record Held(Version version, Object typed) {}

    Profiles(Database database) {
        this.database = database;
    }

    /**
     * The profile in force.
     *
     * @throws org.tournee.server.problem.ProblemException where the organisation has none yet
     */
    public OrganisationProfile of(OrganisationId organisation) {
        return latest(organisation, RecordKind.PROFILE, OrganisationProfile.class)
                .orElseThrow(() -> Problem.of(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "no-profile",
                                "L’organisation n’a pas encore de profil.")
                        .asException());
    }

    /** What the organisation calls things, in French; nothing of its own while it has no profile. Rule: R-SEG-0. */
    public Wording wording(OrganisationId organisation) {
        return latest(organisation, RecordKind.PROFILE, OrganisationProfile.class)
                .map(profile -> Wording.of(profile, Locale.FRENCH.getLanguage()))
                .orElse(Wording.NONE);
    }

    /** The catalogue of rights in force; empty where the organisation has none. Rule: R-CAT. */
    public Optional<RightsCatalogue> catalogue(OrganisationId organisation) {
        return latest(organisation, RecordKind.CATALOGUE, RightsCatalogue.class);
    }

    private <T> Optional<T> latest(OrganisationId organisation, RecordKind kind, Class<T> type) {
        return database.read(connection -> {
            Kept key = new Kept(organisation, kind);
            Optional<Version> now = Sql.first(
                    connection,
                    "select record_id, rev, changed_at " + LATEST,
                    Profiles::version,
                    organisation,
                    kind.code());
            Held before = held.get(key);
            if (before != null && now.filter(before.version()::equals).isPresent()) {
                return Optional.of(type.cast(before.typed()));
            }
            return Sql.first(
                            connection,
                            "select record_id, rev, changed_at, sealed " + LATEST,
                            row -> new Held(version(row), Wire.read(type, row.getBytes("sealed"))),
                            organisation,
                            kind.code())
                    .map(read -> {
                        held.put(key, read);
                        return type.cast(read.typed());
                    });
        });
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(Sql.uuid(row, "record_id"), row.getLong("rev"), Sql.instant(row, "changed_at"));
    }

    /** The last record of that kind that every phone holds, as a transaction sees it. */
    public static <T> Optional<T> latest(
            Connection connection, OrganisationId organisation, RecordKind kind, Class<T> type) throws SQLException {
        return Sql.first(
                connection,
                "select sealed " + LATEST,
                row -> Wire.read(type, row.getBytes("sealed")),
                organisation,
                kind.code());
    }
}
