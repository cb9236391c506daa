package org.tournee.mobile.referral;

import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.tournee.dossier.Entry;
import org.tournee.mobile.draft.DraftedForm;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.TypedText;
import org.tournee.referral.Referral;
import org.tournee.sync.RecordRules;

/** What became of a referral, being written: who took over, how that is known, since when. Rule: R-REL. */
public final class TakeoverForm implements DraftedForm {

    private final FormDraft<TakeoverDraft> draft;
    private final Entry<Referral> referral;
    private final ObjectProperty<Referral.State> state;
    private final TypedText who;
    private final TypedText how;
    private final TypedText knownOn;

    TakeoverForm(FormDraft<TakeoverDraft> draft, Entry<Referral> referral, LocalDate today) {
        TakeoverDraft untouched = new TakeoverDraft(Referral.State.TAKEN_OVER, "", "", draft.typed(today));
        TakeoverDraft begun = draft.kept().orElse(untouched);
        this.draft = draft;
        this.referral = referral;
        this.state = new SimpleObjectProperty<>(begun.state());
        this.who = new TypedText(begun.who());
        this.how = new TypedText(begun.how());
        this.knownOn = new TypedText(begun.knownOn());
        draft.follow(
                () -> Optional.of(typed()).filter(now -> !now.equals(untouched)),
                state,
                who.property(),
                how.property(),
                knownOn.property());
    }

    private TakeoverDraft typed() {
        return new TakeoverDraft(
                state.get(),
                who.property().get(),
                how.property().get(),
                knownOn.property().get());
    }

    /**
     * What was written; empty with what is wrong beside its field.
     *
     * @param today the last day on which it can be known
     */
    public Optional<Referral.Outcome> outcome(LocalDate today) {
        boolean taken = state.get() == Referral.State.TAKEN_OVER;
        boolean named = taken
                ? who.checkSaid(RecordRules.LONGEST_NAME, "referral.wrong.who", "referral.wrong.longName")
                : who.checkAtMost(RecordRules.LONGEST_NAME, "referral.wrong.longName");
        boolean proven = taken
                ? how.checkSaid(RecordRules.LONGEST_NOTE, "referral.wrong.how", "referral.wrong.long")
                : how.checkAtMost(RecordRules.LONGEST_NOTE, "referral.wrong.long");
        Optional<LocalDate> known = knownOn.day("referral.wrong.knownOn").filter(day -> !day.isAfter(today));
        boolean dated = knownOn.check(known.isPresent(), "referral.wrong.knownOn");
        return named && proven && dated
                ? Optional.of(new Referral.Outcome(
                        state.get(),
                        !taken || who.isBlank() ? null : who.stripped(),
                        how.isBlank() ? null : how.stripped(),
                        known.orElseThrow()))
                : Optional.empty();
    }

    @Override
    public FormDraft<TakeoverDraft> draft() {
        return draft;
    }

    public Entry<Referral> referral() {
        return referral;
    }

    public ObjectProperty<Referral.State> state() {
        return state;
    }

    /** Who took over. */
    public TypedText who() {
        return who;
    }

    /** How that is known. */
    public TypedText how() {
        return how;
    }

    /** Since when. */
    public TypedText knownOn() {
        return knownOn;
    }
}
