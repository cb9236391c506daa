package org.tournee.sync;

import java.util.Set;
import org.tournee.rights.RightCheck;

/**
 * On which record a record hangs: it means nothing without it, such as a right that was looked at without the checkup in
 * which it was. Deleting the one conflicts with unseen writes to the other. Rule: R-REC.
 */
public final class RecordParents {

    private static final String SUBJECT = "subject";

    private RecordParents() {}

    /** Whether records of that kind hang on others. */
    public static boolean mayHave(String kind) {
        return RecordKind.RIGHT_CHECK.code().equals(kind);
    }

    /** The parents that those groups name; none where they name none, or cannot be read. */
    public static Set<RecordId> of(String kind, Groups groups) {
        String subject = groups.get(SUBJECT);
        if (!mayHave(kind) || subject == null) {
            return Set.of();
        }
        try {
            return Set.of(Wire.read(RightCheck.Subject.class, subject).checkup());
        } catch (MalformedException e) {
            return Set.of(); // of a newer version: it stands for itself
        }
    }
}
