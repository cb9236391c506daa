package org.tournee.mobile.dossier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.mobile.store.Edit;
import org.tournee.sync.GroupChange;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;

/**
 * Takes a saved change back by another one: what was saved is never altered. What somebody else wrote meanwhile stays.
 * Rule: R-OFF.
 */
final class Undo {

    private Undo() {}

    /** What takes those changes back, the last first; nothing for what is gone already, and for a settlement. */
    static List<Edit.Change> of(List<Edit.Change> done, DossierContents now) {
        List<Edit.Change> back = new ArrayList<>();
        for (Edit.Change change : done) {
            if (change instanceof Edit.Create create) {
                current(now, create.id()).ifPresent(entry -> back.add(new Edit.Delete(create.kind(), entry)));
            } else if (change instanceof Edit.Update update) {
                current(now, update.seen().id()).ifPresent(entry -> back.add(back(update, entry)));
            }
        }
        Collections.reverse(back);
        return back;
    }

    private static Optional<Entry<?>> current(DossierContents now, RecordId id) {
        return MyPart.records(now).filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** Groups that say what the change wrote get what was seen before it. */
    private static Edit.Update back(Edit.Update done, Entry<?> now) {
        Groups groups = Groups.of(now.value());
        Map<String, GroupChange> written =
                Groups.of(done.after()).changesSince(Groups.of(done.seen().value()));
        for (Map.Entry<String, GroupChange> group : written.entrySet()) {
            GroupChange change = group.getValue();
            if (Groups.sameValue(groups.get(group.getKey()), change.value())) {
                groups = groups.with(group.getKey(), change.base());
            }
        }
        return new Edit.Update(done.kind(), now, groups.as(done.after().getClass()));
    }
}
