package org.tournee.mobile.bilan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import org.tournee.bilan.BilanConclusion;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.Discretion;
import org.tournee.mobile.dossier.DossierWriter;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.draft.DraftName;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.Writing;
import org.tournee.mobile.store.Edit;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordKind;

/** What the bilan concludes to. Rule: R-BIL. */
public final class ConclusionViewModel {

    private final Phone phone;
    private final DossierId dossier;
    private final Discretion discretion;
    private final Executor screen;
    private final DossierWriter writer;
    private final Writing<ConclusionForm> writing;
    private final ChangeListener<Boolean> onDiscretion = (on, was, is) -> refresh();
    private final ReadOnlyObjectWrapper<Optional<Entry<BilanConclusion>>> standing =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private DossierContents contents;

    /**
     * Reads the dossier as the phone has it now, and goes on with what was being written.
     *
     * @param screen runs what touches properties: the screen's thread, or inline in tests
     * @throws java.util.NoSuchElementException when the phone does not hold the dossier
     */
    public ConclusionViewModel(Phone phone, DossierId dossier, Discretion discretion, Executor screen) {
        this.phone = phone;
        this.dossier = dossier;
        this.discretion = discretion;
        this.screen = screen;
        this.writer = new DossierWriter(phone, dossier, screen);
        this.writing = new Writing<>();
        this.contents = phone.store().dossier(dossier).orElseThrow();
        discretion.onProperty().addListener(onDiscretion);
        refresh();
        if (draft().kept().isPresent()) {
            begin();
        }
    }

    /** Stops listening: the over-the-shoulder switch outlives the page. */
    public void leave() {
        discretion.onProperty().removeListener(onDiscretion);
    }

    /** Reads the dossier again; where the phone does not hold it any more, the last view of it stays. */
    public void refresh() {
        phone.store().dossier(dossier).ifPresent(now -> contents = now);
        standing.set(contents.conclusions().stream()
                .filter(discretion::shows)
                .max(Comparator.comparing(entry -> entry.value().conclusion().concludedOn())));
    }

    private FormDraft<ConclusionDraft> draft() {
        return new FormDraft<>(phone, DraftName.of(DraftName.Form.CONCLUSION, dossier), ConclusionDraft.class, screen);
    }

    private ConclusionForm form() {
        return new ConclusionForm(
                draft(), standing.get().map(entry -> entry.value().conclusion()).orElse(null));
    }

    /** Opens the form, with its draft or what stands now. */
    public void begin() {
        writing.begin(form());
    }

    /** Closes the form and throws its draft away; can be undone for a moment. */
    public void giveUp() {
        writing.giveUp(open -> form());
    }

    /** Sets what the bilan concludes to, or changes it; what is wrong stands beside the form. */
    public void conclude() {
        writing.form().get().ifPresent(form -> form.conclusion(phone.today()).ifPresent(after -> save(form, after)));
    }

    private void save(ConclusionForm form, BilanConclusion after) {
        Edit.Change change = standing.get()
                .<Edit.Change>map(seen -> new Edit.Update(RecordKind.BILAN_CONCLUSION, seen, after))
                .orElseGet(() -> new Edit.Create(RecordKind.BILAN_CONCLUSION, NewRecord.id(), Audience.SERVICE, after));
        writer.saveUndoably(List.of(change), phone.messages().get("bilan.conclusion.kept"), () -> {
            writing.done(form);
            refresh();
        });
    }

    public DossierWriter writer() {
        return writer;
    }

    /** What was concluded last. */
    public ReadOnlyObjectProperty<Optional<Entry<BilanConclusion>>> standing() {
        return standing.getReadOnlyProperty();
    }

    /** The conclusion that is being written; empty while none is. */
    public ReadOnlyObjectProperty<Optional<ConclusionForm>> writing() {
        return writing.form();
    }
}
