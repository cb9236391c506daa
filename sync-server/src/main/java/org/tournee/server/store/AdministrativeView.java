package org.tournee.server.store;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tournee.access.Subject;
import org.tournee.dossier.StoredRecord;
import org.tournee.organisation.Role;
import org.tournee.sync.Audience;
import org.tournee.sync.Conflict;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordKind;

/**
 * What the back office sees of a dossier that is not theirs: who it is about, where they live and how they are reached,
 * who answers for it, and the conflicts on such fields. Never narrative, bilan or what is restricted. Rule: R-SHARE.
 * Source: 000 §2.5.5.
 */
final class AdministrativeView {

    /** The groups kept of each kind: the administrative ones, and those without which a record has no form. */
    private static final Map<String, Set<String>> KEPT = Map.of(
            RecordKind.DOSSIER.code(), Set.of("household", "address", "reachability", "status"),
            RecordKind.PERSON.code(), Set.of("identity", "membership", "reachability"),
            RecordKind.REFERENT_TERM.code(), Set.of("term"));

    private AdministrativeView() {}

    static boolean isFor(Set<Role> roles) {
        return roles.contains(Role.BACK_OFFICE);
    }

    /** The record without what is not administrative; empty where nothing is left. */
    static Optional<StoredRecord> of(StoredRecord record) {
        if (record.audience() != Audience.SERVICE) {
            return Optional.empty();
        }
        if (record.kind().equals(RecordKind.CONFLICT.code())) {
            return Optional.of(record).filter(AdministrativeView::isOnAdministrativeField);
        }
        Set<String> kept = KEPT.get(record.kind());
        return kept == null ? Optional.empty() : Optional.of(reduced(record, kept));
    }

    private static boolean isOnAdministrativeField(StoredRecord record) {
        Conflict.Subject subject = record.groups().as(Conflict.class).subject();
        return RecordKind.ofCode(subject.kind())
                .map(kind ->
                        Subject.group(kind, subject.group(), record.audience()).isAdministrative())
                .orElse(false);
    }

    private static StoredRecord reduced(StoredRecord record, Set<String> kept) {
        Groups groups = Groups.NONE;
        for (Map.Entry<String, String> group : record.groups().byName().entrySet()) {
            if (kept.contains(group.getKey())) {
                groups = groups.with(group.getKey(), group.getValue());
            }
        }
        return new StoredRecord(
                record.id(),
                record.kind(),
                record.audience(),
                record.position(),
                record.rev(),
                record.author(),
                record.changedBy(),
                record.changedAt(),
                record.occurredAt(),
                record.pending(),
                groups);
    }
}
