package org.tournee.mobile.referral;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.Entry;
import org.tournee.dossier.ReferentRole;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.draft.DraftName;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.Writing;
import org.tournee.mobile.store.Edit;
import org.tournee.organisation.WorkerId;
import org.tournee.referral.Referral;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/**
 * The referrals of a household: to whom, what was passed on what ground, and what became of each. Until that is recorded,
 * whoever made it stays answerable, and it comes back on its date. Rules: R-REL, R-SHARE.
 */
public final class ReferralsViewModel {

    private final DossierDesk desk;
    private final Writing<ReferralForm> writing;
    private final Writing<TakeoverForm> ending;

    /** Goes on with forms that were left half written. */
    public ReferralsViewModel(DossierDesk desk) {
        this.desk = desk;
        this.writing = desk.writing();
        this.ending = desk.writing();
        if (draft().kept().filter(kept -> find(kept.id()).isEmpty()).isPresent()) {
            begin();
        } else {
            first(entry -> draft(entry.id()).kept().isPresent()).ifPresent(this::change);
        }
        first(entry -> outcomeDraft(entry).kept().isPresent()).ifPresent(this::beginEnd);
    }

    private Optional<Entry<Referral>> first(Predicate<Entry<Referral>> which) {
        return running().stream().filter(which).findFirst();
    }

    private FormDraft<ReferralDraft> draft(Object... about) {
        return desk.draft(DraftName.Form.REFERRAL, ReferralDraft.class, about);
    }

    private FormDraft<TakeoverDraft> outcomeDraft(Entry<Referral> entry) {
        return desk.draft(DraftName.Form.REFERRAL_OUTCOME, TakeoverDraft.class, entry.id());
    }

    private Optional<Entry<Referral>> find(RecordId id) {
        return DossierDesk.current(desk.contents().referrals(), id);
    }

    private Entry<Referral> current(Entry<Referral> shown) {
        return find(shown.id()).orElse(shown);
    }

    /** Those of which nobody knows yet who took over, the next to check first. */
    public List<Entry<Referral>> running() {
        return desk.shown(desk.contents().referrals()).stream()
                .filter(entry -> entry.value().isOpen())
                .sorted(Comparator.comparing(entry -> entry.value().watch().checkOn()))
                .toList();
    }

    /** Those that ended, the latest first. */
    public List<Entry<Referral>> ended() {
        return desk.shown(desk.contents().referrals()).stream()
                .filter(entry -> !entry.value().isOpen())
                .sorted(Comparator.comparing((Entry<Referral> entry) -> knownOn(entry.value()))
                        .reversed())
                .toList();
    }

    private static LocalDate knownOn(Referral referral) {
        return referral.outcome() == null ? LocalDate.MAX : referral.outcome().knownOn();
    }

    /** Who stays answerable until somebody took over. */
    public WorkerId answerable(Referral referral) {
        WorkerId named = referral.watch().answerable();
        return named == null ? answersForDossier() : named;
    }

    private WorkerId answersForDossier() {
        return desk.contents()
                .answerableOn(desk.phone().today(), ReferentRole.REFERENT)
                .orElseGet(() -> desk.phone().store().worker());
    }

    /** Whether the day to find out has come. */
    public boolean isDue(Referral referral) {
        return !desk.phone().today().isBefore(referral.watch().checkOn());
    }

    /** Opens the form of a new one, with its draft. */
    public void begin() {
        writing.begin(fresh());
    }

    private ReferralForm fresh() {
        return ReferralForm.fresh(
                draft(), desk.phone().store().worker(), desk.phone().today());
    }

    /** Opens the form of one that stands. */
    public void change(Entry<Referral> entry) {
        writing.begin(form(entry));
    }

    private ReferralForm form(Entry<Referral> entry) {
        return ReferralForm.of(draft(entry.id()), entry, answersForDossier());
    }

    /** Closes the form and throws its draft away; can be undone for a moment. */
    public void giveUp() {
        writing.giveUp(open -> open.seen().map(this::form).orElseGet(this::fresh));
    }

    /** Keeps what was written; what is wrong stands beside its field. */
    public void keep() {
        writing.form().get().ifPresent(form -> form.referral().ifPresent(referral -> keep(form, referral)));
    }

    private void keep(ReferralForm form, Referral referral) {
        Audience audience = form.restricted().get() ? Audience.RESTRICTED : Audience.SERVICE;
        Edit.Change change = form.seen()
                .<Edit.Change>map(seen -> new Edit.Update(RecordKind.REFERRAL, seen, referral))
                .orElseGet(() -> new Edit.Create(RecordKind.REFERRAL, form.id(), audience, referral));
        desk.save(desk.phone().messages().get("referral.kept"), () -> writing.done(form), change);
    }

    /** Opens the form of what became of it, with its draft. */
    public void beginEnd(Entry<Referral> entry) {
        ending.begin(endForm(entry));
    }

    private TakeoverForm endForm(Entry<Referral> entry) {
        return new TakeoverForm(outcomeDraft(entry), entry, desk.phone().today());
    }

    /** Closes that form and throws its draft away; can be undone for a moment. */
    public void giveUpEnd() {
        ending.giveUp(open -> endForm(open.referral()));
    }

    /** Records what became of it; what is wrong stands beside its field. */
    public void end() {
        ending.form()
                .get()
                .ifPresent(form -> form.outcome(desk.phone().today())
                        .ifPresent(outcome -> save(
                                form.referral(),
                                outcome,
                                "referral.ended." + outcome.state().name(),
                                () -> ending.done(form))));
    }

    /** Nobody took over after all: it comes back. */
    public void reopen(Entry<Referral> entry) {
        save(entry, null, "referral.reopened", () -> {});
    }

    private void save(Entry<Referral> shown, Referral.@Nullable Outcome outcome, String said, Runnable then) {
        Entry<Referral> entry = current(shown);
        Referral was = entry.value();
        Referral after = new Referral(was.orientation(), was.sharing(), was.watch(), outcome);
        desk.save(desk.phone().messages().get(said), then, new Edit.Update(RecordKind.REFERRAL, entry, after));
    }

    /** The referral that is being written; empty while none is. */
    public Optional<ReferralForm> open() {
        return writing.form().get();
    }

    /** The outcome that is being written; empty while none is. */
    public Optional<TakeoverForm> openEnd() {
        return ending.form().get();
    }
}
