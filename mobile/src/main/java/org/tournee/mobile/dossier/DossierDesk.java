package org.tournee.mobile.dossier;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.value.ChangeListener;
import org.tournee.access.AccessRules;
import org.tournee.access.Act;
import org.tournee.access.Subject;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.dossier.ReferentRole;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.draft.DraftName;
import org.tournee.mobile.draft.DraftedForm;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.Writing;
import org.tournee.mobile.store.Edit;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/**
 * What the view model of one part of a dossier works at: the dossier as the phone has it now, without what may not be
 * seen over the shoulder; its drafts; and the pen, with undo. Rules: R-OFF, R-BIL.
 */
public final class DossierDesk {

    private final Phone phone;
    private final DossierId dossier;
    private final Discretion discretion;
    private final Executor screen;
    private final DossierWriter writer;
    private final List<Runnable> followers = new ArrayList<>();
    private final ChangeListener<Boolean> onDiscretion = (on, was, is) -> tell();
    private DossierContents contents;

    /**
     * Reads the dossier as the phone has it now.
     *
     * @param screen runs what touches properties: the screen's thread, or inline in tests
     * @throws java.util.NoSuchElementException when the phone does not hold the dossier
     */
    public DossierDesk(Phone phone, DossierId dossier, Discretion discretion, Executor screen) {
        this.phone = phone;
        this.dossier = dossier;
        this.discretion = discretion;
        this.screen = screen;
        this.writer = new DossierWriter(phone, dossier, screen);
        this.contents = phone.store().dossier(dossier).orElseThrow();
        discretion.onProperty().addListener(onDiscretion);
    }

    /** Calls back whenever what is shown may have changed. */
    public void onChange(Runnable follower) {
        followers.add(follower);
    }

    /** Reads the dossier again; where the phone does not hold it any more, the last view of it stays. */
    public void refresh() {
        phone.store().dossier(dossier).ifPresent(now -> contents = now);
        tell();
    }

    /** Stops listening: the over-the-shoulder switch outlives the page. */
    public void leave() {
        discretion.onProperty().removeListener(onDiscretion);
    }

    private void tell() {
        List.copyOf(followers).forEach(Runnable::run);
    }

    public DossierContents contents() {
        return contents;
    }

    /** Those that may be seen now. */
    public <T> List<Entry<T>> shown(List<Entry<T>> all) {
        return all.stream().filter(discretion::shows).toList();
    }

    /** The record as it stands now; what a list showed may be older. Empty where it is gone. */
    public static <T> Optional<Entry<T>> current(List<Entry<T>> all, RecordId id) {
        return all.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** The draft of one of this dossier's forms. */
    public <D> FormDraft<D> draft(DraftName.Form form, Class<D> type, Object... about) {
        return new FormDraft<>(phone, DraftName.of(form, dossier, about), type, screen);
    }

    /** A place in the page where a form opens. */
    public <F extends DraftedForm> Writing<F> writing() {
        Writing<F> place = new Writing<>();
        place.form().addListener((on, was, is) -> tell());
        return place;
    }

    /** Saves the changes together, says so with a moment to undo it, and shows the dossier as it is then. */
    public void save(String said, Runnable then, Edit.Change... changes) {
        writer.saveUndoably(List.of(changes), said, () -> {
            then.run();
            refresh();
        });
    }

    /** Whether this worker may change that record, as far as the phone can tell. Rule: R-SHARE. */
    public boolean mayChange(RecordKind kind, Entry<?> entry) {
        return AccessRules.decide(
                        MyPart.roles(phone),
                        MyPart.linksTo(contents, entry, phone),
                        Act.CHANGE,
                        Subject.record(kind, entry.audience()),
                        true) // on what reason the dossier is open here, the server knows
                .isAllowed();
    }

    /** Who may be named for something: this worker, then whoever answers for the dossier. */
    public List<WorkerId> colleagues() {
        Set<WorkerId> all = new LinkedHashSet<>();
        all.add(phone.store().worker());
        for (ReferentRole role : ReferentRole.values()) {
            contents.answerableOn(phone.today(), role).ifPresent(all::add);
        }
        return List.copyOf(all);
    }

    public Phone phone() {
        return phone;
    }

    public DossierId dossier() {
        return dossier;
    }

    public Discretion discretion() {
        return discretion;
    }

    public DossierWriter writer() {
        return writer;
    }
}
