package org.tournee.mobile.app;

import java.util.List;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.mobile.ui.Icons;
import org.tournee.mobile.ui.ListRow;
import org.tournee.mobile.ui.Tone;
import org.tournee.sync.Conflict;
import org.tournee.sync.RecordKind;

/** Conflicts of the phone's dossiers that nobody has settled yet. Rule: R-REC. */
final class MyConflicts {

    private MyConflicts() {}

    /** One, and the dossier it is in. */
    record Open(DossierContents dossier, Entry<Conflict> conflict) {

        ListRow row(Phone phone) {
            Messages messages = phone.messages();
            String what = RecordKind.ofCode(conflict.value().subject().kind())
                    .map(messages::of)
                    .orElseGet(() -> messages.get("conflict.ofAnotherKind"));
            return new ListRow(
                    Icons.of(Material2MZ.REPORT_PROBLEM, Tone.CONFLICT),
                    dossier.dossier().value().household().name(),
                    messages.get(
                            "conflict.two",
                            what,
                            conflict.value().variants().all().size()),
                    () -> phone.navigator().open(new Destination.ConflictPage(dossier.id(), conflict.id())));
        }
    }

    static List<Open> of(Phone phone) {
        return phone.store().dossiers().stream()
                .flatMap(dossier -> dossier.openConflicts().stream().map(conflict -> new Open(dossier, conflict)))
                .toList();
    }
}
