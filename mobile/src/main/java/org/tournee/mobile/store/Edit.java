package org.tournee.mobile.store;

import java.util.List;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mandate.Mandate;
import org.tournee.mandate.MandateEnd;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.Settlement;
import org.tournee.workflow.PreparedStep;

/** Changes of one dossier that are saved together and applied together. */
public record Edit(DossierId dossier, List<Change> changes) {

    public Edit {
        changes = List.copyOf(changes);
    }

    public static Edit of(DossierId dossier, Change... changes) {
        return new Edit(dossier, List.of(changes));
    }

    /** One change of one record; values are the typed records of the shared model. */
    public sealed interface Change {}

    /** A new record; the id is made before, so that a draft can name it. */
    public record Create(RecordKind kind, RecordId id, Audience audience, Object value) implements Change {}

    /** Writes the field groups in which {@code after} differs from what the worker saw. */
    public record Update(RecordKind kind, Entry<?> seen, Object after) implements Change {}

    public record Delete(RecordKind kind, Entry<?> seen) implements Change {}

    /** Asks for a record's other audience: a command, which stands alone in its edit. Rule: R-SHARE. */
    public record SetAudience(RecordKind kind, Entry<?> seen) implements Change {}

    /**
     * Prepares a step on the segment: a command, which stands alone in its edit and is never shown as done. Rules: R-SEG-5,
     * R-SEG-6.
     *
     * @param decision a new id where the step {@link org.tournee.workflow.SegmentCommand#opens()} a decision, else the open
     *     one's
     */
    public record Prepare(RecordId decision, PreparedStep step) implements Change {}

    /**
     * Prepares the end of a mandate: a command, which stands alone in its edit and is never shown as done. Rule: R-MAN.
     *
     * @param seen the mandate as it stands
     */
    public record EndMandate(Entry<Mandate> seen, MandateEnd end) implements Change {}

    /** Settles a conflict. */
    public record Settle(RecordId conflict, Settlement settlement) implements Change {}
}
