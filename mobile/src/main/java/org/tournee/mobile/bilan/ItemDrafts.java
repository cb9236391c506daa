package org.tournee.mobile.bilan;

import java.util.List;
import java.util.concurrent.Executor;
import org.tournee.bilan.Dimension;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.draft.DraftName;
import org.tournee.mobile.draft.FormDraft;

/** The items that are being written in a dossier, one a side of a balance. Rule: R-OFF. */
final class ItemDrafts {

    private final Phone phone;
    private final DossierId dossier;
    private final Executor screen;

    ItemDrafts(Phone phone, DossierId dossier, Executor screen) {
        this.phone = phone;
        this.dossier = dossier;
        this.screen = screen;
    }

    /** The form of a side, with what was left there. */
    ItemForm form(Dimension dimension, Side side) {
        return ItemForm.begin(
                draft(DraftName.of(DraftName.Form.BILAN_ITEM, dossier, dimension, side)), dimension, side);
    }

    private FormDraft<ItemDraft> draft(DraftName name) {
        return new FormDraft<>(phone, name, ItemDraft.class, screen);
    }

    /** Those whose item is not in the dossier yet: one that is was saved just before the app was killed. */
    List<ItemDraft> unfinished(DossierContents contents) {
        return phone.store().drafts().stream()
                .flatMap(text -> DraftName.parse(text).stream())
                .filter(name -> name.form() == DraftName.Form.BILAN_ITEM
                        && name.dossier().equals(dossier))
                .flatMap(name -> draft(name).kept().stream())
                .filter(kept -> contents.bilanItems().stream()
                        .noneMatch(item -> item.id().equals(kept.id())))
                .toList();
    }
}
