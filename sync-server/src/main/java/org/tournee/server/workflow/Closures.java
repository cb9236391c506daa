package org.tournee.server.workflow;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tournee.access.Act;
import org.tournee.access.Subject;
import org.tournee.closure.ClosureCarried;
import org.tournee.closure.ClosureCommand;
import org.tournee.closure.ClosureWorkflow;
import org.tournee.dossier.DossierId;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.database.Database;
import org.tournee.server.store.Draft;
import org.tournee.server.store.Organisations;
import org.tournee.server.store.RecordWriter;
import org.tournee.sync.BucketId;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.workflow.Signer;

/**
 * Ends follow-ups and begins them again, under the locks of the dossier's buckets: closure, status, stays and audit are one
 * transaction. Terms and grants stay as they are for the days that the profile says ({@link ClosedTerms}), so that what waits
 * on phones still arrives; begun again later, terms begin anew with it ({@link ResumedTerms}). Rules: R-SEG-5, R-SHARE,
 * R-AUD. Decision: 0047.
 */
@Singleton
public class Closures {

    private final Database database;
    private final LockedDossiers dossiers;
    private final RecordWriter writer;
    private final Organisations organisations;
    private final ResumedTerms terms;

    Closures(
            Database database,
            LockedDossiers dossiers,
            RecordWriter writer,
            Organisations organisations,
            ResumedTerms terms) {
        this.database = database;
        this.dossiers = dossiers;
        this.writer = writer;
        this.organisations = organisations;
        this.terms = terms;
    }

    /**
     * Carries a command out, once however often it comes.
     *
     * @return empty where there is no such dossier, or the signer may not see it
     */
    public Optional<ClosureCarried> carry(SignedClosure signed) {
        return database.write(connection -> {
            Optional<LockedDossiers.Locked> locked =
                    dossiers.lock(connection, signed.actor(), signed.worker(), signed.dossier(), signed.at());
            if (locked.isEmpty()) {
                return Optional.empty();
            }
            if (!locked.get().standing().may(Act.VIEW, Subject.dossier(), null)) {
                write(connection, signed, List.of(), signed.audit(AuditEntry.Act.REFUSE, null, "closure"));
                return Optional.empty();
            }
            return Optional.of(carry(connection, signed, locked.get()));
        });
    }

    private ClosureCarried carry(Connection connection, SignedClosure signed, LockedDossiers.Locked locked)
            throws SQLException {
        Signer signer = new Signer(
                signed.worker(),
                locked.standing().roles(),
                locked.standing().links(),
                organisations.today(signed.actor().organisation(), signed.at()));
        ClosureCarried carried = ClosureWorkflow.carry(signed.command(), locked.contents(), signer);
        switch (carried) {
            case ClosureCarried.Done done -> {
                boolean ends = signed.command() instanceof ClosureCommand.Close;
                if (ends && dossiers.isRecord(connection, signed.actor(), done.id())) {
                    return new ClosureCarried.Stale(); // no page of ours made that id
                }
                AuditEntry.Act act = ends ? AuditEntry.Act.CLOSE : AuditEntry.Act.REOPEN;
                String exit = done.closure().ending().exit().name();
                write(connection, signed, drafts(signed.dossier(), done), signed.audit(act, done.id(), exit));
                if (!ends) {
                    terms.begin(
                            connection, signed.actor(), locked.contents(), signed.worker(), signer.on(), signed.at());
                }
            }
            case ClosureCarried.Refused refused ->
                write(
                        connection,
                        signed,
                        List.of(),
                        signed.audit(
                                AuditEntry.Act.SIGN_REFUSED,
                                null,
                                refused.reason().name()));
            case ClosureCarried.Repeated repeated -> {}
            case ClosureCarried.Stale stale -> {}
        }
        return carried;
    }

    private void write(Connection connection, SignedClosure signed, List<Draft> drafts, AuditEntry audit)
            throws SQLException {
        writer.write(connection, signed.actor(), drafts, List.of(), List.of(audit), signed.at());
    }

    private List<Draft> drafts(DossierId dossier, ClosureCarried.Done done) {
        List<Draft> drafts = new ArrayList<>();
        drafts.add(draft(dossier, done.id(), RecordKind.CLOSURE, done.closure()));
        drafts.add(draft(dossier, new RecordId(dossier.value()), RecordKind.DOSSIER, done.dossier()));
        done.left().forEach(stay -> drafts.add(draft(dossier, stay.id(), RecordKind.STAY, stay.value())));
        if (done.begun() != null) {
            drafts.add(draft(dossier, writer.newId(), RecordKind.STAY, done.begun()));
        }
        return drafts;
    }

    private static Draft draft(DossierId dossier, RecordId id, RecordKind kind, Object typed) {
        return new Draft(id, kind, dossier, BucketId.service(dossier), Groups.of(typed));
    }
}
