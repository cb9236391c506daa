package org.tournee.server.workflow;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.access.Act;
import org.tournee.access.Subject;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Handover;
import org.tournee.dossier.ReferentRole;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.database.Database;
import org.tournee.server.segment.Profiles;
import org.tournee.server.store.Draft;
import org.tournee.server.store.Organisations;
import org.tournee.server.store.RecordWriter;
import org.tournee.sync.RecordId;
import org.tournee.workflow.Carried;
import org.tournee.workflow.DossierCourse;
import org.tournee.workflow.SegmentWorkflow;
import org.tournee.workflow.Signer;

/**
 * Carries signed commands out: under the locks of the dossier's buckets, so that of two people who sign at once one is
 * first and the other learns of it. Decision, stays, referent, grants, positions, answer and audit are one transaction.
 * Rules: R-SEG-5, R-SEG-6, R-SEG-7, R-AUD.
 */
@Singleton
public class SegmentDecisions {

    private final Database database;
    private final LockedDossiers dossiers;
    private final RecordWriter writer;
    private final CommandTable commands;
    private final ReferentHandover handover;
    private final Organisations organisations;
    private final Profiles profiles;

    SegmentDecisions(
            Database database,
            LockedDossiers dossiers,
            RecordWriter writer,
            CommandTable commands,
            ReferentHandover handover,
            Organisations organisations,
            Profiles profiles) {
        this.database = database;
        this.dossiers = dossiers;
        this.writer = writer;
        this.commands = commands;
        this.handover = handover;
        this.organisations = organisations;
        this.profiles = profiles;
    }

    /**
     * Carries a command out once.
     *
     * @param at when the server got it: its day in the organisation is the day of the signature
     */
    public CommandAnswer carry(SignedCommand signed, Instant at) {
        OrganisationProfile profile = profiles.of(signed.actor().organisation());
        return database.write(connection -> {
            Optional<LockedDossiers.Locked> locked =
                    dossiers.lock(connection, signed.actor(), signed.worker(), signed.dossier(), at);
            if (locked.isEmpty()) {
                return new CommandAnswer.Closed();
            }
            if (!locked.get().standing().may(Act.VIEW, Subject.dossier(), null)) {
                AuditEntry audit = audit(signed, AuditEntry.Act.REFUSE, null, "", at);
                writer.write(connection, signed.actor(), List.of(), List.of(), List.of(audit), at);
                return new CommandAnswer.Closed();
            }
            Optional<CommandAnswer> before = commands.find(connection, signed);
            if (before.isPresent()) {
                return before.get();
            }
            CommandAnswer answer = carry(connection, signed, locked.get(), profile, at);
            commands.keep(connection, signed, answer, at);
            return answer;
        });
    }

    private CommandAnswer carry(
            Connection connection,
            SignedCommand signed,
            LockedDossiers.Locked locked,
            OrganisationProfile profile,
            Instant at)
            throws SQLException {
        LocalDate today = organisations.today(signed.actor().organisation(), at);
        DossierCourse course = DossierCourse.of(locked.contents(), today);
        Signer signer = new Signer(
                signed.worker(), locked.standing().roles(), locked.standing().links(), today);
        return switch (SegmentWorkflow.carry(signed.command(), signed.expected(), course, signer, profile)) {
            case Carried.Stale stale -> new CommandAnswer.Stale();
            case Carried.Refused refused -> refuse(connection, signed, refused.reason(), at);
            case Carried.Done done -> {
                WorkerId next = newReferent(done);
                Optional<Carried.Refusal> refusal = next == null
                        ? Optional.empty()
                        : handover.refusal(connection, signed.actor(), locked.contents(), next);
                yield refusal.isPresent()
                        ? refuse(connection, signed, refusal.get(), at)
                        : write(connection, signed, locked.contents(), course, done, next, today, at);
            }
        };
    }

    private CommandAnswer write(
            Connection connection,
            SignedCommand signed,
            DossierContents contents,
            DossierCourse course,
            Carried.Done done,
            @Nullable WorkerId next,
            LocalDate today,
            Instant at)
            throws SQLException {
        List<Draft> drafts = new DecidedDrafts(signed.dossier(), course, writer::newId).of(done, today);
        RecordId change = drafts.getFirst().id();
        String step = done.change().last().step().name();
        AuditEntry audit = audit(signed, AuditEntry.Act.SIGN, change, step, at);
        writer.write(connection, signed.actor(), drafts, List.of(), List.of(audit), at);
        if (next != null) {
            Handover taken = new Handover(next, ReferentRole.REFERENT, today, null, null);
            handover.carry(signed.actor(), contents, taken, at);
        }
        return new CommandAnswer.Done(change);
    }

    private CommandAnswer refuse(Connection connection, SignedCommand signed, Carried.Refusal reason, Instant at)
            throws SQLException {
        AuditEntry audit = audit(signed, AuditEntry.Act.SIGN_REFUSED, null, reason.name(), at);
        writer.write(connection, signed.actor(), List.of(), List.of(), List.of(audit), at);
        return new CommandAnswer.Refused(reason);
    }

    private static @Nullable WorkerId newReferent(Carried.Done done) {
        return done.effects().stream()
                .filter(Carried.Effect.NewReferent.class::isInstance)
                .map(effect -> ((Carried.Effect.NewReferent) effect).worker())
                .findFirst()
                .orElse(null);
    }

    private static AuditEntry audit(
            SignedCommand signed, AuditEntry.Act act, @Nullable RecordId change, String detail, Instant at) {
        return new AuditEntry(at, signed.worker(), signed.actor().stream(), act, signed.dossier(), change, detail);
    }
}
