package org.tournee.server.catalogue;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.rights.CatalogueEdit;
import org.tournee.rights.Right;
import org.tournee.rights.RightsCatalogue;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.segment.Profiles;
import org.tournee.server.store.Actor;
import org.tournee.server.store.Draft;
import org.tournee.server.store.Organisations;
import org.tournee.server.store.RecordWriter;
import org.tournee.sync.BucketId;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.Wire;

/**
 * The one draft of the catalogue that the back office edits, and the versions that came of it. What phones hold changes by a
 * publication alone. Rules: R-CAT, R-AUD.
 */
@Singleton
class CatalogueDrafts {

    private final Database database;
    private final RecordWriter writer;
    private final Organisations organisations;

    CatalogueDrafts(Database database, RecordWriter writer, Organisations organisations) {
        this.database = database;
        this.writer = writer;
        this.organisations = organisations;
    }

    /**
     * The edit as it stands.
     *
     * @param changedBy who wrote it last; null while nothing was
     */
    record Standing(
            CatalogueEdit edit,
            @Nullable WorkerId changedBy,
            @Nullable Instant changedAt) {

        /** By which a publication says what was looked at. */
        String seen() {
            return digest(edit);
        }
    }

    /** One that was published. */
    record Version(int number, @Nullable WorkerId by, Instant at) {}

    /** Empty where the organisation has no catalogue. */
    Optional<Standing> standing(OrganisationId organisation) {
        return database.read(connection -> standing(connection, organisation));
    }

    private static Optional<Standing> standing(Connection connection, OrganisationId organisation) throws SQLException {
        RightsCatalogue published = Profiles.latest(
                        connection, organisation, RecordKind.CATALOGUE, RightsCatalogue.class)
                .orElse(null);
        if (published == null) {
            return Optional.empty();
        }
        return Sql.first(
                        connection,
                        "select contents, changed_by, changed_at from catalogue_draft where org_id = ?",
                        row -> new Standing(
                                CatalogueEdit.resumed(
                                        published, Wire.read(RightsCatalogue.class, row.getBytes("contents"))),
                                new WorkerId(Sql.uuid(row, "changed_by")),
                                Sql.instant(row, "changed_at")),
                        organisation)
                .or(() -> Optional.of(new Standing(CatalogueEdit.of(published), null, null)));
    }

    /** By which a form says what it was made from; empty for a right that there is not. */
    static String digest(CatalogueEdit edit, String right) {
        return edit.next().right(right).map(CatalogueDrafts::digest).orElse("");
    }

    private static String digest(Right right) {
        return digest(Wire.json(right));
    }

    private static String digest(CatalogueEdit edit) {
        return digest(Wire.json(edit.published()) + Wire.json(edit.next()));
    }

    private static String digest(String json) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }

    /**
     * Changes one right in the draft, as it was seen.
     *
     * @param seen what its form was made from
     * @return whether it stands; nothing is written where somebody else wrote that right meanwhile
     */
    boolean change(Actor actor, String right, String seen, UnaryOperator<CatalogueEdit> change, Instant at) {
        return database.write(connection -> {
            writer.lock(connection, actor, List.of(BucketId.REFERENCE));
            Standing now = standing(connection, actor.organisation()).orElseThrow();
            if (!digest(now.edit(), right).equals(seen)) {
                return false;
            }
            keep(connection, actor, change.apply(now.edit()), at);
            return true;
        });
    }

    private static void keep(Connection connection, Actor actor, CatalogueEdit edit, Instant at) throws SQLException {
        Sql.change(connection, """
                insert into catalogue_draft (org_id, contents, changed_by, changed_at) values (?, ?, ?, ?)
                on conflict (org_id) do update
                set contents = excluded.contents, changed_by = excluded.changed_by, changed_at = excluded.changed_at
                """, actor.organisation(), bytes(edit.next()), actor.worker(), at);
    }

    private static byte[] bytes(RightsCatalogue catalogue) {
        return Wire.json(catalogue).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Throws the draft away.
     *
     * @return whether it was as seen
     */
    boolean discard(Actor actor, String seen) {
        return database.write(connection -> {
            writer.lock(connection, actor, List.of(BucketId.REFERENCE));
            boolean asSeen = standing(connection, actor.organisation())
                    .filter(now -> now.seen().equals(seen))
                    .isPresent();
            if (asSeen) {
                Sql.change(connection, "delete from catalogue_draft where org_id = ?", actor.organisation());
            }
            return asSeen;
        });
    }

    /**
     * Publishes the draft as the next version: written, kept among the versions and in the journal in one transaction, and
     * on every phone with its next sync.
     *
     * @return whether it was as seen, and changes something
     */
    boolean publish(Actor actor, String seen, Instant at) {
        return database.write(connection -> {
            OrganisationId organisation = actor.organisation();
            writer.lock(connection, actor, List.of(BucketId.REFERENCE));
            Standing now = standing(connection, organisation).orElseThrow();
            if (!now.seen().equals(seen) || now.edit().differences().isEmpty()) {
                return false;
            }
            LocalDate today = organisations.today(organisation, at);
            RightsCatalogue next = now.edit().publishedOn(today);
            Row record = record(connection, organisation);
            version(connection, organisation, now.edit().published(), null, record.changedAt());
            version(connection, organisation, next, actor.worker(), at);
            writer.write(
                    connection,
                    actor,
                    List.of(new Draft(record.id(), RecordKind.CATALOGUE, null, BucketId.REFERENCE, Groups.of(next))),
                    List.of(),
                    List.of(new AuditEntry(
                            at,
                            actor.worker(),
                            actor.stream(),
                            AuditEntry.Act.CHANGE_CATALOGUE,
                            null,
                            record.id(),
                            Integer.toString(next.version()))),
                    at);
            Sql.change(connection, "delete from catalogue_draft where org_id = ?", organisation);
            return true;
        });
    }

    private record Row(RecordId id, Instant changedAt) {}

    private static Row record(Connection connection, OrganisationId organisation) throws SQLException {
        return Sql.first(
                        connection,
                        """
                        select record_id, changed_at from record
                        where org_id = ? and bucket_id = 'ref' and kind = ? and not deleted
                        order by position desc limit 1
                        """,
                        row -> new Row(new RecordId(Sql.uuid(row, "record_id")), Sql.instant(row, "changed_at")),
                        organisation,
                        RecordKind.CATALOGUE.code())
                .orElseThrow();
    }

    private static void version(
            Connection connection,
            OrganisationId organisation,
            RightsCatalogue catalogue,
            @Nullable WorkerId by,
            Instant at)
            throws SQLException {
        Sql.change(connection, """
                insert into catalogue_version (org_id, version, published_by, published_at, contents)
                values (?, ?, ?, ?, ?) on conflict do nothing
                """, organisation, catalogue.version(), by, at, bytes(catalogue));
    }

    /** Those that were published, the last one first; empty while nothing was edited here. */
    List<Version> versions(OrganisationId organisation) {
        return database.read(connection -> Sql.all(
                connection,
                """
                select version, published_by, published_at from catalogue_version
                where org_id = ? order by version desc
                """,
                row -> new Version(
                        row.getInt("version"),
                        Optional.ofNullable(Sql.uuidOrNull(row, "published_by"))
                                .map(WorkerId::new)
                                .orElse(null),
                        Sql.instant(row, "published_at")),
                organisation));
    }

    /** The catalogue as it was then. */
    Optional<RightsCatalogue> version(OrganisationId organisation, int number) {
        return database.read(connection -> Sql.first(
                connection,
                "select contents from catalogue_version where org_id = ? and version = ?",
                row -> Wire.read(RightsCatalogue.class, row.getBytes("contents")),
                organisation,
                number));
    }
}
