package org.tournee.mobile.app;

import java.util.List;
import java.util.stream.Stream;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.mobile.ui.Icons;
import org.tournee.mobile.ui.ListRow;
import org.tournee.mobile.ui.Tone;
import org.tournee.reception.RegisterContents;
import org.tournee.sync.Conflict;
import org.tournee.sync.RecordKind;

/** Conflicts of the phone's dossiers and desks that nobody has settled yet. Rule: R-REC. */
final class MyConflicts {

    private MyConflicts() {}

    /**
     * One.
     *
     * @param where the household, or the desks
     * @param way where it is settled
     */
    record Open(String where, Entry<Conflict> conflict, Destination way) {

        ListRow row(Phone phone) {
            Messages messages = phone.messages();
            String what = RecordKind.ofCode(conflict.value().subject().kind())
                    .map(messages::of)
                    .orElseGet(() -> messages.get("conflict.ofAnotherKind"));
            return new ListRow(
                    Icons.of(Material2MZ.REPORT_PROBLEM, Tone.CONFLICT),
                    where,
                    messages.get(
                            "conflict.two",
                            what,
                            conflict.value().variants().all().size()),
                    () -> phone.navigator().open(way));
        }
    }

    /** Those of the dossiers, then those of the desks. */
    static List<Open> of(Phone phone) {
        return Stream.concat(
                        phone.store().dossiers().stream().flatMap(MyConflicts::of),
                        phone.store().registers().stream().flatMap(register -> of(phone, register)))
                .toList();
    }

    private static Stream<Open> of(DossierContents dossier) {
        String household = dossier.dossier().value().household().name();
        return dossier.openConflicts().stream()
                .map(conflict ->
                        new Open(household, conflict, new Destination.ConflictPage(dossier.id(), conflict.id())));
    }

    private static Stream<Open> of(Phone phone, RegisterContents register) {
        return register.openConflicts().stream()
                .map(conflict ->
                        new Open(phone.messages().get("reception.title"), conflict, new Destination.Reception()));
    }
}
