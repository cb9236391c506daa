package org.tournee.mobile.request;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tournee.dossier.Handover;
import org.tournee.dossier.ReferentRole;
import org.tournee.dossier.ReferentWish;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.draft.DraftName;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.Writing;
import org.tournee.mobile.search.WordSearch;
import org.tournee.mobile.store.Edit;
import org.tournee.organisation.WorkerId;
import org.tournee.person.PersonId;
import org.tournee.sync.RecordKind;

/** Whom the person would like as a referent: read, and written down as their own word. Rules: R-REF, R-SHARE. */
public final class WishViewModel {

    private static final int MOST = 4;

    /** Somebody who may be wished for. */
    record Colleague(WorkerId id, String name, String site) {}

    private final DossierDesk desk;
    private final Writing<WishForm> writing;
    private final WordSearch<Colleague> search;

    /** Goes on with a form that was left half written. */
    public WishViewModel(DossierDesk desk) {
        this.desk = desk;
        this.writing = desk.writing();
        this.search = new WordSearch<>(colleagues(desk), one -> one.name() + " " + one.site());
        if (draft().kept().isPresent()) {
            begin();
        }
    }

    private static List<Colleague> colleagues(DossierDesk desk) {
        return desk.phone().store().colleagues().entrySet().stream()
                .filter(entry -> Handover.suits(
                        ReferentRole.REFERENT,
                        Set.copyOf(entry.getValue().profile().roles())))
                .map(entry -> {
                    String site = entry.getValue().profile().siteName();
                    return new Colleague(
                            entry.getKey(), entry.getValue().profile().name(), site == null ? "" : site);
                })
                .sorted(Comparator.comparing(Colleague::name))
                .toList();
    }

    private FormDraft<WishDraft> draft() {
        return desk.draft(DraftName.Form.REFERENT_WISH, WishDraft.class);
    }

    /** What they said; empty while they said nothing. */
    public Optional<ReferentWish> said() {
        return Optional.ofNullable(desk.contents().dossier().value().wish());
    }

    /** Whether this worker may write it down. */
    public boolean mayWrite() {
        return desk.mayChange(RecordKind.DOSSIER, desk.contents().dossier());
    }

    /** Those of the household who may have said so. */
    List<PersonId> persons() {
        return desk.contents().household().stream()
                .map(entry -> new PersonId(entry.id().value()))
                .toList();
    }

    /** Who may be meant; none before one types, and none once somebody was chosen. */
    List<Colleague> like(WishForm form) {
        return form.hasChosen() || form.who().isBlank()
                ? List.of()
                : search.find(form.who().stripped()).stream().limit(MOST).toList();
    }

    /** Opens the form, with its draft. */
    public void begin() {
        writing.begin(form());
    }

    private WishForm form() {
        return new WishForm(draft(), desk.contents().dossier(), desk.phone());
    }

    /** Keeps what was written; what is wrong stands beside its field. */
    public void keep() {
        writing.form()
                .get()
                .ifPresent(form -> form.wishing(desk.phone().today())
                        .ifPresent(after -> desk.save(
                                desk.phone().messages().get("wish.kept"),
                                () -> writing.done(form),
                                new Edit.Update(RecordKind.DOSSIER, form.dossier(), after))));
    }

    /** Closes the form and throws its draft away; can be undone for a moment. */
    public void giveUp() {
        writing.giveUp(closed -> form());
    }

    /** The form that is open; empty while none is. */
    public Optional<WishForm> open() {
        return writing.form().get();
    }
}
