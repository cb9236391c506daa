package org.tournee.mobile.permanence;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.tournee.contact.Topic;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.draft.DraftedForm;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.TypedText;
import org.tournee.reception.WalkIn;
import org.tournee.request.Request;
import org.tournee.sync.RecordRules;

/** A reception sheet being written: all of it may stay empty. Rules: R-PER, R-OFF. */
public final class SheetForm implements DraftedForm {

    private final FormDraft<SheetDraft> draft;
    private final Entry<WalkIn> seen;
    private final TypedText name;
    private final TypedText phone;
    private final TypedText note;
    private final ObjectProperty<@Nullable DossierId> dossier;
    private final ObjectProperty<@Nullable Topic> subject;
    private final ObjectProperty<Request.Urgency> urgency;

    /** As it was left, or as the sheet is. */
    SheetForm(FormDraft<SheetDraft> draft, Entry<WalkIn> stands) {
        this.seen = draft.begunFrom(stands);
        SheetDraft untouched = of(seen.value());
        SheetDraft begun = draft.kept().orElse(untouched);
        this.draft = draft;
        this.name = new TypedText(begun.name());
        this.phone = new TypedText(begun.phone());
        this.note = new TypedText(begun.note());
        this.dossier = new SimpleObjectProperty<>(begun.dossier());
        this.subject = new SimpleObjectProperty<>(begun.subject());
        this.urgency = new SimpleObjectProperty<>(begun.urgency());
        draft.follow(
                () -> Optional.of(typed()).filter(now -> !now.equals(untouched)),
                name.property(),
                phone.property(),
                note.property(),
                dossier,
                subject,
                urgency);
    }

    private static SheetDraft of(WalkIn seen) {
        WalkIn.Visitor visitor = seen.visitor();
        return new SheetDraft(
                visitor.name() == null ? "" : visitor.name(),
                visitor.phone() == null ? "" : visitor.phone(),
                visitor.dossier(),
                seen.need().subject(),
                seen.need().urgency(),
                seen.need().note());
    }

    private SheetDraft typed() {
        return new SheetDraft(
                name.property().get(),
                phone.property().get(),
                dossier.get(),
                subject.get(),
                urgency.get(),
                note.property().get());
    }

    /** The sheet as it was when one began to write on it. */
    Entry<WalkIn> seen() {
        return seen;
    }

    /** The sheet with what was written; empty with what is too long beside its field. */
    Optional<WalkIn> written() {
        boolean named = name.checkAtMost(RecordRules.LONGEST_NAME, "walkIn.wrong.name");
        boolean reached = phone.checkAtMost(RecordRules.LONGEST_PHONE, "walkIn.wrong.phone");
        boolean noted = note.checkAtMost(WalkIn.LONGEST_NOTE, "walkIn.wrong.note");
        if (!named || !reached || !noted) {
            return Optional.empty();
        }
        WalkIn.Visitor visitor = new WalkIn.Visitor(orNull(name), orNull(phone), dossier.get());
        return Optional.of(
                seen.value().with(visitor).with(new WalkIn.Need(subject.get(), urgency.get(), note.stripped())));
    }

    private static @Nullable String orNull(TypedText text) {
        return text.isBlank() ? null : text.stripped();
    }

    @Override
    public FormDraft<SheetDraft> draft() {
        return draft;
    }

    public TypedText name() {
        return name;
    }

    public TypedText phone() {
        return phone;
    }

    public TypedText note() {
        return note;
    }

    /** The dossier of whoever is known; null for nobody's. */
    public ObjectProperty<@Nullable DossierId> dossier() {
        return dossier;
    }

    public ObjectProperty<@Nullable Topic> subject() {
        return subject;
    }

    public ObjectProperty<Request.Urgency> urgency() {
        return urgency;
    }
}
