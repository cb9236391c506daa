package org.tournee.mobile.draft;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tournee.dossier.DossierContents;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.MyPart;

/**
 * A draft that waits to be gone on with. Rule: R-OFF.
 *
 * @param dossier empty where the phone does not hold it any more
 * @param opens whether what the form is about is still there; else the draft is kept and cannot be opened
 */
public record OpenDraft(DraftName name, Optional<DossierContents> dossier, boolean opens) {

    /** All drafts of the phone, by household. */
    public static List<OpenDraft> all(Phone phone) {
        return phone.store().drafts().stream()
                .flatMap(text -> DraftName.parse(text).stream())
                .map(name -> of(name, phone))
                .sorted(Comparator.comparing((OpenDraft draft) -> draft.household(phone))
                        .thenComparing(draft -> draft.name().form()))
                .toList();
    }

    private static OpenDraft of(DraftName name, Phone phone) {
        if (name.form().isOfRegister()) {
            return new OpenDraft(name, Optional.empty(), isOfHeldRegister(name, phone));
        }
        if (name.form() == DraftName.Form.NEW_DOSSIER) {
            return new OpenDraft(name, Optional.empty(), true);
        }
        Optional<DossierContents> dossier = phone.store().dossier(name.dossier());
        return new OpenDraft(
                name, dossier, dossier.filter(held -> holds(held, name)).isPresent());
    }

    private static boolean isOfHeldRegister(DraftName name, Phone phone) {
        return phone.store().register(name.dossier()).stream()
                .anyMatch(register -> name.record()
                        .map(record -> Stream.of(register.walkIns(), register.actions())
                                .flatMap(List::stream)
                                .anyMatch(entry -> entry.id().equals(record)))
                        .orElse(true));
    }

    /** What is said of the directory is about no record of the dossier: its form opens wherever the dossier is there. */
    private static boolean holds(DossierContents dossier, DraftName name) {
        if (name.form() == DraftName.Form.DIRECTORY_NOTE) {
            return true;
        }
        return name.record()
                .map(record ->
                        MyPart.records(dossier).anyMatch(entry -> entry.id().equals(record))
                                || dossier.openConflicts().stream()
                                        .anyMatch(entry -> entry.id().equals(record)))
                .orElse(true);
    }

    /** The name of the household, a word for one that is not on this phone, or for a register. */
    public String household(Phone phone) {
        if (name.form().isOfRegister()) {
            return phone.messages().get("reception.title");
        }
        if (name.form() == DraftName.Form.NEW_DOSSIER) {
            return phone.messages().get("opening.title");
        }
        return dossier.map(held -> held.dossier().value().household().name())
                .orElseGet(() -> phone.messages().get("returned.elsewhere"));
    }

    /** Throws it away, with a moment to bring it back. */
    public void discard(Phone phone, Runnable shown) {
        Optional<String> json = phone.store().draft(name.text());
        phone.store().keepDraft(name.text(), null);
        shown.run();
        phone.navigator()
                .say(phone.messages().get("draft.discarded"), phone.messages().get("undo"), () -> {
                    phone.store().keepDraft(name.text(), json.orElse(null));
                    shown.run();
                });
    }
}
