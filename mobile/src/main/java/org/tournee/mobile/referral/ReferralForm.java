package org.tournee.mobile.referral;

import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.Entry;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.draft.DraftedForm;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.TypedText;
import org.tournee.organisation.WorkerId;
import org.tournee.referral.Referral;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordRules;

/** A referral being written. Rules: R-REL, R-SHARE. */
public final class ReferralForm implements DraftedForm {

    /** After so many days one finds out who took over; two weeks, as for restoring a right (004). */
    private static final int CHECK_AFTER_DAYS = 15;

    private final FormDraft<ReferralDraft> draft;
    private final Optional<Entry<Referral>> seen;
    private final RecordId id;
    private final LocalDate madeOn;
    private final TypedText partner;
    private final TypedText need;
    private final ObjectProperty<Referral.Ground> ground;
    private final TypedText passedOn;
    private final TypedText purpose;
    private final TypedText until;
    private final TypedText checkOn;
    private final ObjectProperty<WorkerId> answerable;
    private final BooleanProperty restricted;

    private ReferralForm(
            FormDraft<ReferralDraft> draft, Optional<Entry<Referral>> seen, ReferralDraft untouched, LocalDate madeOn) {
        ReferralDraft begun = draft.kept().orElse(untouched);
        this.draft = draft;
        this.seen = seen;
        this.id = begun.id();
        this.madeOn = madeOn;
        this.partner = new TypedText(begun.partner());
        this.need = new TypedText(begun.need());
        this.ground = new SimpleObjectProperty<>(begun.ground());
        this.passedOn = new TypedText(begun.passedOn());
        this.purpose = new TypedText(begun.purpose());
        this.until = new TypedText(begun.until());
        this.checkOn = new TypedText(begun.checkOn());
        this.answerable = new SimpleObjectProperty<>(begun.answerable());
        this.restricted = new SimpleBooleanProperty(begun.restricted());
        draft.follow(
                () -> Optional.of(typed()).filter(now -> !now.equals(untouched)),
                partner.property(),
                need.property(),
                ground,
                passedOn.property(),
                purpose.property(),
                until.property(),
                checkOn.property(),
                answerable,
                restricted);
    }

    /** A new one as it was left, or an empty one: whoever makes it answers for it. */
    static ReferralForm fresh(FormDraft<ReferralDraft> draft, WorkerId me, LocalDate today) {
        RecordId id = draft.kept().map(ReferralDraft::id).orElseGet(NewRecord::id);
        ReferralDraft untouched = new ReferralDraft(
                id,
                "",
                "",
                Referral.Ground.AGREEMENT,
                "",
                "",
                "",
                draft.typed(today.plusDays(CHECK_AFTER_DAYS)),
                me,
                false);
        return new ReferralForm(draft, Optional.empty(), untouched, today);
    }

    /** One that stands, as the form was left or as it is; {@code answers} is who does where it names nobody. */
    static ReferralForm of(FormDraft<ReferralDraft> draft, Entry<Referral> now, WorkerId answers) {
        Entry<Referral> seen = draft.begunFrom(now);
        Referral was = seen.value();
        WorkerId answerable = was.watch().answerable();
        ReferralDraft untouched = new ReferralDraft(
                seen.id(),
                was.orientation().partner(),
                was.orientation().need(),
                was.sharing().ground(),
                was.sharing().passedOn(),
                orEmpty(was.sharing().purpose()),
                was.sharing().until() == null ? "" : draft.typed(was.sharing().until()),
                draft.typed(was.watch().checkOn()),
                answerable == null ? answers : answerable,
                seen.audience() == Audience.RESTRICTED);
        return new ReferralForm(
                draft, Optional.of(seen), untouched, was.orientation().madeOn());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private ReferralDraft typed() {
        return new ReferralDraft(
                id,
                partner.property().get(),
                need.property().get(),
                ground.get(),
                passedOn.property().get(),
                purpose.property().get(),
                until.property().get(),
                checkOn.property().get(),
                answerable.get(),
                restricted.get());
    }

    /** What was written; empty with what is wrong beside its field. An outcome stays as it is. */
    public Optional<Referral> referral() {
        boolean named =
                partner.checkSaid(RecordRules.LONGEST_NAME, "referral.wrong.partner", "referral.wrong.longName");
        boolean needed = need.checkAtMost(RecordRules.LONGEST_NOTE, "referral.wrong.long");
        Optional<Referral.Sharing> sharing = sharing();
        Optional<LocalDate> check = checkOn.day("referral.wrong.checkOn").filter(day -> !day.isBefore(madeOn));
        boolean checked = checkOn.check(check.isPresent(), "referral.wrong.checkOn");
        if (!named || !needed || !checked) {
            return Optional.empty();
        }
        Referral.Orientation orientation = new Referral.Orientation(partner.stripped(), need.stripped(), madeOn);
        Referral.Watch watch = new Referral.Watch(check.orElseThrow(), answerable.get());
        return sharing.map(shared -> new Referral(
                orientation,
                shared,
                watch,
                seen.map(entry -> entry.value().outcome()).orElse(null)));
    }

    private Optional<Referral.Sharing> sharing() {
        Referral.Ground on = ground.get();
        if (on == Referral.Ground.NOTHING_PASSED) {
            return Optional.of(new Referral.Sharing(on, "", null, null));
        }
        boolean told = passedOn.checkAtMost(RecordRules.LONGEST_NOTE, "referral.wrong.long");
        if (on != Referral.Ground.AGREEMENT) {
            return told ? Optional.of(new Referral.Sharing(on, passedOn.stripped(), null, null)) : Optional.empty();
        }
        boolean purposed = purpose.checkSaid(RecordRules.LONGEST_NOTE, "referral.wrong.purpose", "referral.wrong.long");
        Optional<LocalDate> last = until.day("referral.wrong.until");
        return told && purposed
                ? last.map(day -> new Referral.Sharing(on, passedOn.stripped(), purpose.stripped(), day))
                : Optional.empty();
    }

    @Override
    public FormDraft<ReferralDraft> draft() {
        return draft;
    }

    /** The referral that is written anew; empty for a new one. */
    public Optional<Entry<Referral>> seen() {
        return seen;
    }

    /** The id that it has or will have. */
    public RecordId id() {
        return id;
    }

    /** The service, and whoever is known there. */
    public TypedText partner() {
        return partner;
    }

    /** What the person goes there for. */
    public TypedText need() {
        return need;
    }

    public ObjectProperty<Referral.Ground> ground() {
        return ground;
    }

    /** What was said or handed over. */
    public TypedText passedOn() {
        return passedOn;
    }

    /** What the person agreed to. */
    public TypedText purpose() {
        return purpose;
    }

    /** The last day of that agreement. */
    public TypedText until() {
        return until;
    }

    /** The day on which to find out. */
    public TypedText checkOn() {
        return checkOn;
    }

    /** Who finds out. */
    public ObjectProperty<WorkerId> answerable() {
        return answerable;
    }

    /** Whether only its author, the referent and the head see it; of a new one alone. */
    public BooleanProperty restricted() {
        return restricted;
    }
}
