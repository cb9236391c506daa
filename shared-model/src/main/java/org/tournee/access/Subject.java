package org.tournee.access;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordKind;

/**
 * What an act is about.
 *
 * @param kind null for the dossier as a whole
 * @param group a field group of that kind; null for the record as a whole
 */
public record Subject(
        Audience audience,
        @Nullable RecordKind kind,
        @Nullable String group) {

    /** The groups that the back office sees and settles: administrative ones. Source: 000 §2.5.5. */
    private static final Set<String> ADMINISTRATIVE = Set.of(
            "dossier.address",
            "dossier.reachability",
            "person.identity",
            "person.reachability",
            "directory_note.note",
            "collective_action.theme",
            "collective_session.session");

    public Subject {
        Objects.requireNonNull(audience, "audience");
    }

    /** The dossier as a whole. */
    public static Subject dossier() {
        return new Subject(Audience.SERVICE, null, null);
    }

    /** A record as a whole. */
    public static Subject record(RecordKind kind, Audience audience) {
        return new Subject(audience, kind, null);
    }

    /** One field group of a record. */
    public static Subject group(RecordKind kind, String group, Audience audience) {
        return new Subject(audience, kind, group);
    }

    /** Whether it is a field group that the back office may see and settle. */
    public boolean isAdministrative() {
        return audience == Audience.SERVICE
                && kind != null
                && group != null
                && ADMINISTRATIVE.contains(kind.code() + "." + group);
    }

    /** Whether it lies in a register of a site's desks. */
    boolean isOfRegister() {
        return kind != null && kind.isOfRegister();
    }

    boolean isRestricted() {
        return audience == Audience.RESTRICTED;
    }
}
