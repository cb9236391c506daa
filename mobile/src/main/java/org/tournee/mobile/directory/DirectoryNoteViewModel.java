package org.tournee.mobile.directory;

import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.tournee.directory.DirectoryNote;
import org.tournee.directory.Listed;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.DossierWriter;
import org.tournee.mobile.draft.DraftName;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.store.Edit;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Says of the directory what the field knows: that a partner has to be corrected, or that none meets a need. Rule: R-DIR. */
public final class DirectoryNoteViewModel {

    private final Phone phone;
    private final DossierWriter writer;
    private final DirectoryNoteForm form;
    private final @Nullable RecordId partner;

    /**
     * Goes on with what was left half written.
     *
     * @param dossier for whom it was noticed
     * @param partner what is to be corrected; null for a need that nobody meets
     * @param screen runs what touches properties: the screen's thread, or inline in tests
     */
    public DirectoryNoteViewModel(Phone phone, DossierId dossier, @Nullable RecordId partner, Executor screen) {
        this.phone = phone;
        this.partner = partner;
        this.writer = new DossierWriter(phone, dossier, screen);
        DraftName name = partner == null
                ? DraftName.of(DraftName.Form.DIRECTORY_NOTE, dossier)
                : DraftName.of(DraftName.Form.DIRECTORY_NOTE, dossier, partner);
        this.form = new DirectoryNoteForm(new FormDraft<>(phone, name, DirectoryNoteDraft.class, screen), partner);
    }

    public DirectoryNoteForm form() {
        return form;
    }

    /** Whether a partner is corrected; else it is a need that nobody meets. */
    public boolean corrects() {
        return partner != null;
    }

    /** Who is corrected; empty for nobody, and where the directory does not hold them any more. */
    public String partnerName() {
        return phone.store().partners().stream()
                .filter(listed -> listed.id().equals(partner))
                .findFirst()
                .map(Listed::name)
                .orElse("");
    }

    /** Keeps what was written and leaves; what is wrong stands beside its field. */
    public void keep() {
        form.note(phone.today()).ifPresent(this::save);
    }

    private void save(DirectoryNote note) {
        writer.save(List.of(new Edit.Create(RecordKind.DIRECTORY_NOTE, form.id(), Audience.SERVICE, note)), () -> {
            form.draft().forget();
            phone.navigator().back();
            phone.navigator().say(phone.messages().get("directory.noted"));
        });
    }

    /** Throws the draft away and leaves; can be undone for a moment. */
    public void giveUp() {
        phone.navigator().back();
        form.draft().discard(() -> {});
    }

    /** Says why, where the disk refused. */
    public DossierWriter writer() {
        return writer;
    }
}
