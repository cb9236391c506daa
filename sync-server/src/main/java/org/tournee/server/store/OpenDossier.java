package org.tournee.server.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.tournee.dossier.ReferentTerm;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.database.Database;
import org.tournee.sync.BucketId;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Opens dossiers: record, persons, stays, terms, exemptions, requests, key, grants and audit in one transaction. */
@Singleton
public class OpenDossier {

    private final Database database;
    private final Keyring keyring;
    private final RecordWriter writer;
    private final Organisations organisations;

    OpenDossier(Database database, Keyring keyring, RecordWriter writer, Organisations organisations) {
        this.database = database;
        this.keyring = keyring;
        this.writer = writer;
        this.organisations = organisations;
    }

    /** Opens one dossier in a transaction of its own, or in the caller's. */
    public void open(Actor actor, Opening opening) {
        openAll(actor, List.of(opening));
    }

    /** Opens several dossiers in one transaction: far quicker than one by one. */
    public void openAll(Actor actor, List<Opening> openings) {
        if (!openings.isEmpty()) {
            database.write(connection -> {
                write(connection, actor, openings);
                return null;
            });
        }
    }

    private void write(Connection connection, Actor actor, List<Opening> openings) throws SQLException {
        List<Draft> drafts = new ArrayList<>();
        List<BucketId> buckets = new ArrayList<>();
        List<AuditEntry> audits = new ArrayList<>();
        List<Grants.Grant> grants = new ArrayList<>();
        List<UUID> owners = new ArrayList<>();
        for (Opening opening : openings) {
            LocalDate today = organisations.today(actor.organisation(), opening.at());
            owners.add(opening.id().value());
            buckets.add(BucketId.service(opening.id()));
            drafts.addAll(drafts(opening));
            audits.add(new AuditEntry(
                    opening.at(), actor.worker(), actor.stream(), AuditEntry.Act.OPEN, opening.id(), null, ""));
            for (ReferentTerm.Term term : opening.terms()) {
                if (term.runsOn(today)) {
                    grants.add(new Grants.Grant(term.worker(), BucketId.service(opening.id())));
                }
            }
        }
        keyring.make(connection, actor.organisation(), owners);
        writer.write(connection, actor, drafts, buckets, audits, openings.get(0).at());
        new Grants(connection, actor.organisation())
                .give(grants, openings.get(0).at());
    }

    private List<Draft> drafts(Opening opening) {
        List<Draft> drafts = new ArrayList<>();
        drafts.add(draft(opening, new RecordId(opening.id().value()), RecordKind.DOSSIER, opening.dossier()));
        opening.persons()
                .forEach((id, person) ->
                        drafts.add(draft(opening, new RecordId(id.value()), RecordKind.PERSON, person)));
        opening.stays().forEach(stay -> drafts.add(draft(opening, writer.newId(), RecordKind.STAY, stay)));
        opening.terms()
                .forEach(term ->
                        drafts.add(draft(opening, writer.newId(), RecordKind.REFERENT_TERM, new ReferentTerm(term))));
        opening.exemptions()
                .forEach(exemption -> drafts.add(draft(opening, writer.newId(), RecordKind.EXEMPTION, exemption)));
        opening.requests().forEach(request -> drafts.add(draft(opening, writer.newId(), RecordKind.REQUEST, request)));
        return drafts;
    }

    private static Draft draft(Opening opening, RecordId id, RecordKind kind, Object typed) {
        return new Draft(id, kind, opening.id(), BucketId.service(opening.id()), Groups.of(typed));
    }
}
