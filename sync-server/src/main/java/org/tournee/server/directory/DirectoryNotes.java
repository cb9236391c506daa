package org.tournee.server.directory;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.access.AccessRules;
import org.tournee.access.Act;
import org.tournee.access.Subject;
import org.tournee.contact.Topic;
import org.tournee.directory.DirectoryNote;
import org.tournee.directory.DirectoryNote.Purpose;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.access.WebSession;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.audit.AuditTrail;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.store.Actor;
import org.tournee.server.store.Draft;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.RecordTable;
import org.tournee.server.store.RecordWriter;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.Wire;

/**
 * What the field says of the directory. It is listed and counted by codes alone; the words of one are read by whoever keeps
 * the directory, and nothing else of its dossier. Rules: R-DIR, R-SHARE, R-AUD.
 */
@Singleton
class DirectoryNotes {

    /**
     * One that was noted, without its words.
     *
     * @param partner what is to be corrected; null for a need
     * @param topic what a need is about; null for a correction
     * @param handledOn null while nobody dealt with it
     */
    record Noted(
            RecordId id,
            Purpose purpose,
            @Nullable RecordId partner,
            @Nullable Topic topic,
            LocalDate on,
            @Nullable LocalDate handledOn) {

        boolean isOpen() {
            return handledOn == null;
        }
    }

    /** One with its words. */
    record Read(RecordId id, DirectoryNote note, @Nullable WorkerId author) {}

    private final Database database;
    private final RecordTable records;
    private final RecordWriter writer;
    private final AuditTrail audit;

    DirectoryNotes(Database database, RecordTable records, RecordWriter writer, AuditTrail audit) {
        this.database = database;
        this.records = records;
        this.writer = writer;
        this.audit = audit;
    }

    /** All of them, those that wait first, then the latest first. */
    List<Noted> all(OrganisationId organisation) {
        return database.read(connection -> Sql.all(connection, """
                select record_id, purpose, partner_id, topic, noted_on, handled_on from directory_fact
                where org_id = ? order by (handled_on is not null), noted_on desc, record_id
                """, DirectoryNotes::noted, organisation));
    }

    private static Noted noted(ResultSet row) throws SQLException {
        UUID partner = Sql.uuidOrNull(row, "partner_id");
        String topic = row.getString("topic");
        return new Noted(
                new RecordId(Sql.uuid(row, "record_id")),
                Purpose.valueOf(row.getString("purpose")),
                partner == null ? null : new RecordId(partner),
                topic == null ? null : Topic.valueOf(topic),
                row.getObject("noted_on", LocalDate.class),
                row.getObject("handled_on", LocalDate.class));
    }

    /** How many wait. */
    int waiting(OrganisationId organisation) {
        return database.read(connection -> Sql.first(
                        connection,
                        "select count(*) as waiting from directory_fact where org_id = ? and handled_on is null",
                        row -> row.getInt("waiting"),
                        organisation)
                .orElse(0));
    }

    /** One with its words; empty where there is none, or where the viewer may not read it. Audited either way. */
    Optional<Read> read(WebSession session, RecordId id, Instant at) {
        return database.write(connection -> {
            Optional<RecordRow> row = find(connection, session.organisation(), id);
            if (row.isEmpty()) {
                return Optional.empty();
            }
            Subject words =
                    Subject.group(RecordKind.DIRECTORY_NOTE, "note", row.get().audience());
            boolean allowed = AccessRules.decide(session.roles(), Set.of(), Act.VIEW, words, false)
                    .isAllowed();
            audit.append(
                    connection,
                    session.organisation(),
                    List.of(new AuditEntry(
                            at,
                            session.worker(),
                            null,
                            allowed ? AuditEntry.Act.READ : AuditEntry.Act.REFUSE,
                            row.get().dossier(),
                            id,
                            RecordKind.DIRECTORY_NOTE.code())));
            return allowed
                    ? row.map(found -> new Read(id, found.groups().as(DirectoryNote.class), found.author()))
                    : Optional.empty();
        });
    }

    /** Says that it was dealt with; doing it again changes nothing. */
    void handle(Actor actor, WorkerId by, RecordId id, LocalDate on, Instant at) {
        database.write(connection -> {
            Optional<RecordRow> found = find(connection, actor.organisation(), id);
            if (found.isEmpty()) {
                return null;
            }
            writer.lock(connection, actor, List.of(found.get().bucket()));
            RecordRow row = find(connection, actor.organisation(), id).orElseThrow();
            DossierId dossier = row.dossier();
            if (row.groups().get(DirectoryNote.Handling.GROUP) == null) {
                Groups handled =
                        row.groups().with(DirectoryNote.Handling.GROUP, Wire.json(new DirectoryNote.Handling(on, by)));
                writer.write(
                        connection,
                        actor,
                        List.of(new Draft(id, RecordKind.DIRECTORY_NOTE, dossier, row.bucket(), handled)),
                        List.of(),
                        List.of(new AuditEntry(
                                at, by, actor.stream(), AuditEntry.Act.WRITE, dossier, id, "directory note handled")),
                        at);
            }
            return null;
        });
    }

    private Optional<RecordRow> find(Connection connection, OrganisationId organisation, RecordId id)
            throws SQLException {
        return records.find(connection, organisation, List.of(id)).stream()
                .filter(row -> row.kind().equals(RecordKind.DIRECTORY_NOTE.code()) && !row.deleted())
                .findFirst();
    }
}
