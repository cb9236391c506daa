package org.tournee.mobile.request;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.Entry;
import org.tournee.dossier.ReferentWish;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.Names;
import org.tournee.mobile.draft.DraftedForm;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.TypedText;
import org.tournee.organisation.WorkerId;
import org.tournee.person.PersonId;
import org.tournee.sync.RecordRules;

/** Whom the person would like as a referent, being written down. Rule: R-REF. */
public final class WishForm implements DraftedForm {

    private final FormDraft<WishDraft> draft;
    private final Entry<Dossier> dossier;
    private final TypedText who;
    private final ObjectProperty<@Nullable WorkerId> worker;
    private final TypedText words;
    private final TypedText saidOn;
    private final ObjectProperty<@Nullable PersonId> saidBy;

    /** As it was left, or as the dossier says; laid over the dossier as it was when one began. Rule: R-REC. */
    WishForm(FormDraft<WishDraft> draft, Entry<Dossier> dossier, Phone phone) {
        this.draft = draft;
        this.dossier = draft.begunFrom(dossier);
        WishDraft untouched = draft(this.dossier.value().wish(), phone);
        WishDraft begun = draft.kept().orElse(untouched);
        this.who = new TypedText(begun.who());
        this.worker = new SimpleObjectProperty<>(begun.worker());
        this.words = new TypedText(begun.words());
        this.saidOn = new TypedText(begun.saidOn());
        this.saidBy = new SimpleObjectProperty<>(begun.saidBy());
        who.property().addListener((on, was, is) -> worker.set(null));
        draft.follow(
                () -> Optional.of(typed()).filter(now -> !now.equals(untouched)),
                who.property(),
                worker,
                words.property(),
                saidOn.property(),
                saidBy);
    }

    private WishDraft draft(@Nullable ReferentWish said, Phone phone) {
        return said == null
                ? new WishDraft("", null, "", draft.typed(phone.today()), null)
                : new WishDraft(
                        said.named().map(named -> Names.of(phone, named)).orElse(""),
                        said.worker(),
                        Objects.requireNonNullElse(said.words(), ""),
                        draft.typed(said.saidOn()),
                        said.saidBy());
    }

    private WishDraft typed() {
        return new WishDraft(
                who.property().get(),
                worker.get(),
                words.property().get(),
                saidOn.property().get(),
                saidBy.get());
    }

    /** It is them; what is typed then is their name. */
    void choose(String name, WorkerId chosen) {
        who.property().set(name);
        worker.set(chosen);
    }

    /** Who was chosen by name; null while nobody is. */
    ObjectProperty<@Nullable WorkerId> worker() {
        return worker;
    }

    /** Whether somebody was chosen by name. */
    boolean hasChosen() {
        return worker.get() != null;
    }

    /**
     * The dossier with what was written: a wish that says nothing is none any more. Empty with what is wrong beside its
     * field.
     *
     * @param today the last day on which it can have been said
     */
    public Optional<Dossier> wishing(LocalDate today) {
        boolean known = who.check(who.isBlank() || hasChosen(), "wish.wrong.who");
        boolean fits = words.checkAtMost(RecordRules.LONGEST_NOTE, "demand.wrong.long");
        Optional<LocalDate> day = saidOn.day("wish.wrong.saidOn").filter(said -> !said.isAfter(today));
        boolean dated = saidOn.check(day.isPresent(), "wish.wrong.saidOn");
        if (!known || !fits || !dated) {
            return Optional.empty();
        }
        ReferentWish wish = new ReferentWish(
                worker.get(), words.isBlank() ? null : words.stripped(), day.orElseThrow(), saidBy.get());
        return Optional.of(dossier.value().wishing(wish.isSaid() ? wish : null));
    }

    @Override
    public FormDraft<WishDraft> draft() {
        return draft;
    }

    /** The dossier's record, as it was seen. */
    Entry<Dossier> dossier() {
        return dossier;
    }

    /** Somebody in particular, by the name that is typed; may stay empty. */
    public TypedText who() {
        return who;
    }

    /** What counts for them, in their own words; may stay empty. */
    public TypedText words() {
        return words;
    }

    public TypedText saidOn() {
        return saidOn;
    }

    /** Who said so; null for the household. */
    public ObjectProperty<@Nullable PersonId> saidBy() {
        return saidBy;
    }
}
