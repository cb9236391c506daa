package org.tournee.server.dossier;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.tournee.access.Act;
import org.tournee.access.Subject;
import org.tournee.dossier.DossierId;
import org.tournee.duplicate.DuplicateRules;
import org.tournee.duplicate.Likeness;
import org.tournee.duplicate.PersonSketch;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.person.Person;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.audit.AuditTrail;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.duplicate.AlikePersons;
import org.tournee.server.store.Actor;
import org.tournee.server.store.DossierStandings;
import org.tournee.server.store.Organisations;
import org.tournee.server.store.RecordRow;
import org.tournee.sync.RecordId;

/**
 * Looks for somebody before they are recorded a second time. Of dossiers that are open to whoever looks, the person and what
 * speaks for them; of others only that a likely one is known, and whom to ask: never a name, and nobody whom a name alone
 * makes likely. Each dossier keeps that it was found. Rules: R-DUP, R-SHARE, R-AUD. Decision: 0047.
 */
@Singleton
class KnownHouseholds {

    /** So many are looked at: who shares a frequent name is told apart by a birth date. */
    private static final int MOST = 12;

    /** What is found. */
    sealed interface Known {

        DossierId dossier();

        /**
         * What a form names it by, so that nobody learns the id of a dossier that is not open to them.
         *
         * @param opened the dossier that the form would open
         */
        default String token(DossierId opened) {
            return UUID.nameUUIDFromBytes((opened + "/" + dossier()).getBytes(StandardCharsets.UTF_8))
                    .toString();
        }
    }

    /** Somebody whom the viewer may see. */
    record Seen(DossierId dossier, Person person, Likeness likeness) implements Known {}

    /** That somebody likely is known. {@code answering} are those to ask; empty where nobody answers. */
    record Exists(DossierId dossier, List<WorkerId> answering) implements Known {}

    private final Database database;
    private final AlikePersons persons;
    private final DossierStandings standings;
    private final Organisations organisations;
    private final AuditTrail audit;

    KnownHouseholds(
            Database database,
            AlikePersons persons,
            DossierStandings standings,
            Organisations organisations,
            AuditTrail audit) {
        this.database = database;
        this.persons = persons;
        this.standings = standings;
        this.organisations = organisations;
        this.audit = audit;
    }

    /** One a dossier, what may be seen first; the likeliest first. In the caller's transaction, if there is one. */
    List<Known> like(Actor actor, WorkerId worker, Stream<PersonSketch> sought, Instant at) {
        return database.write(connection -> {
            Map<DossierId, DuplicateRules.Found<RecordRow>> found = new LinkedHashMap<>();
            for (PersonSketch sketch : sought.toList()) {
                RecordId nobody = new RecordId(UUID.randomUUID());
                persons.find(connection, actor.organisation(), nobody, sketch).stream()
                        .filter(one -> one.id().dossier() != null)
                        .forEach(one -> found.putIfAbsent(
                                Objects.requireNonNull(one.id().dossier()), one));
            }
            Map<DossierId, Known> known = known(connection, actor, worker, found, at);
            tell(connection, actor, worker, known, at);
            return known.values().stream()
                    .sorted(Comparator.comparing(one -> one instanceof Exists))
                    .toList();
        });
    }

    /** In as many statements whether one dossier is found or twelve. */
    private Map<DossierId, Known> known(
            Connection connection,
            Actor actor,
            WorkerId worker,
            Map<DossierId, DuplicateRules.Found<RecordRow>> found,
            Instant at)
            throws SQLException {
        Map<DossierId, DossierStandings.DossierStanding> standing =
                standings.of(connection, actor.organisation(), worker, found.keySet(), at);
        Map<DossierId, List<WorkerId>> answering = answering(connection, actor.organisation(), found.keySet(), at);
        Map<DossierId, Known> known = new LinkedHashMap<>();
        found.forEach((dossier, one) -> {
            if (known.size() == MOST) {
                return;
            }
            if (Objects.requireNonNull(standing.get(dossier)).may(Act.VIEW, Subject.dossier(), null)) {
                known.put(dossier, new Seen(dossier, one.id().groups().as(Person.class), one.likeness()));
            } else if (one.likeness().grade() == Likeness.Grade.PROBABLE) {
                known.put(dossier, new Exists(dossier, answering.getOrDefault(dossier, List.of())));
            }
        });
        return known;
    }

    private Map<DossierId, List<WorkerId>> answering(
            Connection connection, OrganisationId organisation, Collection<DossierId> dossiers, Instant at)
            throws SQLException {
        LocalDate today = organisations.today(organisation, at);
        Map<DossierId, List<WorkerId>> answering = new HashMap<>();
        Sql.all(
                connection,
                """
                select distinct dossier_id, worker_id from referent_fact
                where org_id = ? and dossier_id = any(?) and from_day <= ? and (until_day is null or until_day > ?)
                order by dossier_id, worker_id""",
                row -> answering
                        .computeIfAbsent(new DossierId(Sql.uuid(row, "dossier_id")), id -> new ArrayList<>())
                        .add(new WorkerId(Sql.uuid(row, "worker_id"))),
                organisation,
                dossiers.stream().map(DossierId::value).toArray(UUID[]::new),
                today,
                today);
        return answering;
    }

    private void tell(Connection connection, Actor actor, WorkerId worker, Map<DossierId, Known> known, Instant at)
            throws SQLException {
        List<AuditEntry> entries = new ArrayList<>();
        known.values().stream()
                .sorted(Comparator.comparing(one -> one.dossier().toString()))
                .forEach(one -> entries.add(new AuditEntry(
                        at,
                        worker,
                        actor.stream(),
                        AuditEntry.Act.FOUND,
                        one.dossier(),
                        null,
                        one instanceof Exists ? "existence" : "seen")));
        audit.append(connection, actor.organisation(), entries);
    }
}
