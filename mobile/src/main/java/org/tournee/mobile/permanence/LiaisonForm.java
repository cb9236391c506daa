package org.tournee.mobile.permanence;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.draft.DraftedForm;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.TypedText;
import org.tournee.reception.LiaisonSheet;
import org.tournee.request.Request;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordRules;

/** A liaison sheet being written: to whom, and what is asked. Rules: R-PER, R-OFF. */
public final class LiaisonForm implements DraftedForm {

    static final LiaisonSheet.Address NOBODY = new LiaisonSheet.Address(null, null, null);

    private final FormDraft<LiaisonDraft> draft;
    private final RecordId id;
    private final TypedText to;
    private final TypedText text;
    private final ObjectProperty<LiaisonSheet.Address> chosen;
    private final ObjectProperty<Request.Urgency> urgency;

    /**
     * As it was left, or begun with what the desk noted.
     *
     * @param noted what stands on the reception sheet
     */
    LiaisonForm(FormDraft<LiaisonDraft> draft, String noted, Request.Urgency urgent) {
        LiaisonDraft begun =
                draft.kept().orElseGet(() -> new LiaisonDraft(NewRecord.id(), "", null, null, noted, urgent));
        this.draft = draft;
        this.id = begun.id();
        this.to = new TypedText(begun.to());
        this.text = new TypedText(begun.text());
        this.chosen = new SimpleObjectProperty<>(new LiaisonSheet.Address(begun.worker(), begun.team(), null));
        this.urgency = new SimpleObjectProperty<>(begun.urgency());
        draft.follow(() -> Optional.of(typed()), to.property(), text.property(), chosen, urgency);
    }

    private LiaisonDraft typed() {
        return new LiaisonDraft(
                id,
                to.property().get(),
                chosen.get().worker(),
                chosen.get().team(),
                text.property().get(),
                urgency.get());
    }

    /** It goes to a colleague or a team; what is typed then is their name. */
    void choose(String name, LiaisonSheet.Address address) {
        to.property().set(name);
        chosen.set(address);
    }

    /** What is typed anew is no name of somebody chosen before. */
    void chooseNobody() {
        chosen.set(NOBODY);
    }

    /** Whether a colleague or a team was chosen; else it goes to a service by the name that is typed. */
    boolean hasChosen() {
        return chosen.get().named() > 0;
    }

    /** To whom it goes; empty with what is wrong beside the field. */
    Optional<LiaisonSheet.Address> address() {
        if (hasChosen()) {
            return Optional.of(chosen.get());
        }
        return to.checkSaid(RecordRules.LONGEST_NAME, "liaison.wrong.to", "walkIn.wrong.name")
                ? Optional.of(LiaisonSheet.Address.to(to.stripped()))
                : Optional.empty();
    }

    /** What is asked; empty with what is wrong beside the field. */
    Optional<String> asked() {
        return text.checkSaid(RecordRules.LONGEST_NOTE, "liaison.wrong.text", "liaison.wrong.long")
                ? Optional.of(text.stripped())
                : Optional.empty();
    }

    @Override
    public FormDraft<LiaisonDraft> draft() {
        return draft;
    }

    /** The id that it will have. */
    RecordId id() {
        return id;
    }

    public TypedText to() {
        return to;
    }

    public TypedText text() {
        return text;
    }

    public ObjectProperty<Request.Urgency> urgency() {
        return urgency;
    }
}
