package org.tournee.mobile.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tournee.document.Document;
import org.tournee.dossier.Entry;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.draft.DraftName;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.Writing;
import org.tournee.mobile.store.Edit;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Corrects how a document is described, by whoever may change it. Rules: R-DOC, R-SHARE. */
public final class DescriptionViewModel {

    private final DossierDesk desk;
    private final RecordId document;
    private final Writing<DescriptionForm> writing;

    /** Goes on with a form that was left half written. */
    public DescriptionViewModel(DossierDesk desk, RecordId document) {
        this.desk = desk;
        this.document = document;
        this.writing = desk.writing();
        if (draft().kept().isPresent()) {
            begin();
        }
    }

    private FormDraft<DescriptionDraft> draft() {
        return desk.draft(DraftName.Form.DOCUMENT_DESCRIPTION, DescriptionDraft.class, document);
    }

    private Optional<Entry<Document>> current() {
        return DossierDesk.current(desk.contents().documents(), document);
    }

    /** Whether this worker may correct it. */
    public boolean mayCorrect() {
        return current()
                .filter(entry -> desk.mayChange(RecordKind.DOCUMENT, entry))
                .isPresent();
    }

    /** Opens the form, with its draft; nothing where the document is not there any more. */
    public void begin() {
        current().map(this::form).ifPresent(writing::begin);
    }

    private DescriptionForm form(Entry<Document> entry) {
        return new DescriptionForm(draft(), entry, desk.phone().messages());
    }

    /** Keeps the correction, which can be undone for a moment; what is wrong stands beside its field. */
    public void keep() {
        form().ifPresent(form -> form.corrected().ifPresent(after -> keep(form, after)));
    }

    private void keep(DescriptionForm form, Document after) {
        List<Edit.Change> changes = new ArrayList<>();
        changes.add(new Edit.Update(RecordKind.DOCUMENT, form.document(), after));
        changes.addAll(Papers.answered(
                desk.contents(),
                after.description().rights(),
                after.description().kind()));
        desk.save(
                desk.phone().messages().get("document.corrected"),
                () -> writing.done(form),
                changes.toArray(Edit.Change[]::new));
    }

    /** Closes the form and throws its draft away; can be undone for a moment. */
    public void giveUp() {
        writing.giveUp(closed -> form(closed.document()));
    }

    /** The form that is open; empty while none is. */
    public Optional<DescriptionForm> form() {
        return writing.form().get();
    }
}
