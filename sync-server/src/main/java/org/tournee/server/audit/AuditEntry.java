package org.tournee.server.audit;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.RecordId;
import org.tournee.sync.StreamId;

/**
 * One thing that somebody saw or did.
 *
 * @param worker null for the service itself
 * @param dossier null for what concerns the organisation as a whole
 * @param detail codes and counts, never contents
 */
public record AuditEntry(
        Instant at,
        @Nullable WorkerId worker,
        @Nullable StreamId stream,
        Act act,
        @Nullable DossierId dossier,
        @Nullable RecordId record,
        String detail) {

    public AuditEntry {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(detail, "detail");
    }

    /** What was done. The names are stored and never change. */
    public enum Act {
        /** A dossier was opened. */
        OPEN,
        /** Records were written. */
        WRITE,
        /** A dossier was read in the browser or by the service. */
        READ,
        /** Somebody of it came up where somebody looked whether a person is known. */
        FOUND,
        /** Records of a dossier went to a phone. */
        DELIVER,
        /** Something was asked for without a right to it. */
        REFUSE,
        /** A dossier that is not one's own was opened by a stated reason. */
        BREAK_GLASS,
        /** A change came back to its author. */
        RETURN,
        /** A conflict was settled. */
        SETTLE,
        /** Two records that looked like one person were found to be two. */
        TELL_APART,
        /** Two dossiers of one household became one. */
        MERGE,
        /** Such a merge was undone. */
        UNMERGE,
        /** A dossier was erased: its key is destroyed. */
        ERASE,
        /** A follow-up was ended. */
        CLOSE,
        /** One that was ended began again. */
        REOPEN,
        /** A worker began or ceased to answer for a dossier. */
        ASSIGN,
        /** A step of a decision on the segment was signed. */
        SIGN,
        /** A rule said no to such a signature. */
        SIGN_REFUSED,
        /** Days on which no contact is expected were granted or ended. */
        EXEMPT,
        /** A device was enrolled. */
        ENROL,
        /** A device was revoked. */
        REVOKE,
        /** A stream was frozen: two phones wrote as one. */
        FREEZE,
        /** A phone holds nothing any more of what its worker may no longer hold. */
        GIVE_BACK,
        /** A phone holds something else than the server, even after it fetched it again. */
        ALARM,
        /** Operations came that could not be applied: kept sealed. */
        QUARANTINE,
        /** What was under quarantine was taken in after all. */
        RELEASE,
        /** What is under quarantine waits for nobody any more. */
        CLOSE_QUARANTINE,
        /** A worker's account, role, team or share of full time was written; or they left or came back. */
        CHANGE_STAFF,
        /** Somebody gave themselves another password. */
        CHANGE_PASSWORD,
        /** A team or a permanence was written. */
        CHANGE_PLACES,
        /** Another version of the catalogue of rights was published. */
        CHANGE_CATALOGUE,
        /** A figure of the profile gets another value from a day on. */
        CHANGE_PROFILE,
        /** Somebody signed in. */
        SIGN_IN,
        /** A sign-in failed. */
        SIGN_IN_FAILED,
        /** A phone was opened with the server's help: its PIN was forgotten. */
        RECOVER,
        /** Somebody signed out. */
        SIGN_OUT
    }

    /** The chain in which it stands: the dossier's, or the organisation's. */
    public String chain() {
        return dossier == null ? AuditTrail.ORGANISATION : dossier.toString();
    }
}
