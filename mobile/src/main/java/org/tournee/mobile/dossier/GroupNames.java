package org.tournee.mobile.dossier;

import java.util.MissingResourceException;
import java.util.Optional;
import org.tournee.mobile.app.Messages;
import org.tournee.sync.Conflict;
import org.tournee.sync.RecordKind;

/** How people call what a conflict is about. */
public final class GroupNames {

    private GroupNames() {}

    /** "Adresse"; the record's name where all of it is meant; a general word for what a newer version brought. */
    public static String of(Messages messages, Conflict.Subject subject) {
        Optional<RecordKind> kind = RecordKind.ofCode(subject.kind());
        if (kind.isPresent() && subject.group().equals(Conflict.Subject.WHOLE_RECORD)) {
            return messages.of(kind.get());
        }
        try {
            return messages.get("group." + subject.kind() + "." + subject.group());
        } catch (MissingResourceException e) {
            return messages.get("group.other"); // a group of a newer version: it can still be settled
        }
    }
}
