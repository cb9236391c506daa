package org.tournee.mobile.professional;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;
import org.tournee.bilan.ProfessionalBilan;
import org.tournee.dossier.Entry;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.dossier.TypedDay;
import org.tournee.mobile.draft.DraftedForm;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.TypedText;
import org.tournee.person.PersonId;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordRules;

/** One person's bilan socioprofessionnel being written: every part may stay empty but the phase. Rule: R-BSP. */
public final class ProfessionalForm implements DraftedForm {

    private final FormDraft<ProfessionalDraft> draft;
    private final PersonId person;
    private final Optional<Entry<ProfessionalBilan>> seen;
    private final RecordId id;
    private final ObjectProperty<ProfessionalBilan.Phase> phase;
    private final TypedText experiences;
    private final TypedText wishes;
    private final ObservableSet<ProfessionalBilan.Obstacle> obstacles = FXCollections.observableSet();
    private final TypedText obstaclesText;
    private final TypedText next;
    private final TypedText dueOn;

    /** As it was left, or what stands of that person. */
    ProfessionalForm(FormDraft<ProfessionalDraft> draft, PersonId person, Optional<Entry<ProfessionalBilan>> stands) {
        Optional<Entry<ProfessionalBilan>> seen = stands.map(draft::begunFrom);
        RecordId own = seen.map(Entry::id)
                .or(() -> draft.kept().map(ProfessionalDraft::id))
                .orElseGet(NewRecord::id);
        ProfessionalDraft untouched =
                standing(draft, own, seen.map(Entry::value).orElse(null));
        ProfessionalDraft begun = draft.kept().orElse(untouched);
        this.draft = draft;
        this.person = person;
        this.seen = seen;
        this.id = own;
        this.phase = new SimpleObjectProperty<>(begun.phase());
        this.experiences = new TypedText(begun.experiences());
        this.wishes = new TypedText(begun.wishes());
        this.obstacles.addAll(begun.obstacles());
        this.obstaclesText = new TypedText(begun.obstaclesText());
        this.next = new TypedText(begun.next());
        this.dueOn = new TypedText(begun.dueOn());
        draft.follow(
                () -> Optional.of(typed()).filter(now -> !now.equals(untouched)),
                phase,
                experiences.property(),
                wishes.property(),
                obstacles,
                obstaclesText.property(),
                next.property(),
                dueOn.property());
    }

    private static ProfessionalDraft standing(
            FormDraft<ProfessionalDraft> draft, RecordId id, @Nullable ProfessionalBilan now) {
        if (now == null) {
            return new ProfessionalDraft(id, ProfessionalBilan.Phase.DETERMINATION, "", "", List.of(), "", "", "");
        }
        ProfessionalBilan.Obstacles inTheWay = now.obstacles();
        ProfessionalBilan.Next step = now.next();
        return new ProfessionalDraft(
                id,
                now.stage().phase(),
                now.experiences() == null ? "" : now.experiences().text(),
                now.wishes() == null ? "" : now.wishes().text(),
                inTheWay == null ? List.of() : sorted(inTheWay.kinds()),
                inTheWay == null ? "" : inTheWay.text(),
                step == null ? "" : step.what(),
                step == null || step.dueOn() == null ? "" : draft.typed(step.dueOn()));
    }

    private static List<ProfessionalBilan.Obstacle> sorted(Iterable<ProfessionalBilan.Obstacle> some) {
        List<ProfessionalBilan.Obstacle> all = new ArrayList<>();
        some.forEach(all::add);
        all.sort(Comparator.naturalOrder());
        return all;
    }

    private ProfessionalDraft typed() {
        return new ProfessionalDraft(
                id,
                phase.get(),
                experiences.property().get(),
                wishes.property().get(),
                sorted(obstacles),
                obstaclesText.property().get(),
                next.property().get(),
                dueOn.property().get());
    }

    /**
     * What was written; empty with what is wrong beside its field.
     *
     * @param today since when a phase holds that was not the one before
     */
    @SuppressWarnings("ShortCircuitBoolean") // each field says what is wrong with it, not the first alone
    public Optional<ProfessionalBilan> bilan(LocalDate today) {
        boolean fits = experiences.checkAtMost(RecordRules.LONGEST_NOTE, "professional.wrong.long")
                & wishes.checkAtMost(RecordRules.LONGEST_NOTE, "professional.wrong.long")
                & obstaclesText.checkAtMost(RecordRules.LONGEST_NOTE, "professional.wrong.long");
        Optional<LocalDate> due = TypedDay.of(dueOn.stripped());
        boolean dated = dueOn.check(dueOn.isBlank() || due.isPresent(), "contact.wrong.day");
        boolean whatIsDue = next.check(
                next.stripped().length() <= RecordRules.LONGEST_TEXT && (dueOn.isBlank() || !next.isBlank()),
                "professional.wrong.next");
        return fits && dated && whatIsDue
                ? Optional.of(new ProfessionalBilan(
                        new ProfessionalBilan.Subject(person),
                        stage(today),
                        words(experiences),
                        words(wishes),
                        obstacles.isEmpty() && obstaclesText.isBlank()
                                ? null
                                : new ProfessionalBilan.Obstacles(sorted(obstacles), obstaclesText.stripped()),
                        next.isBlank() ? null : new ProfessionalBilan.Next(next.stripped(), due.orElse(null))))
                : Optional.empty();
    }

    private ProfessionalBilan.Stage stage(LocalDate today) {
        return seen.map(entry -> entry.value().stage())
                .filter(before -> before.phase() == phase.get())
                .orElseGet(() -> new ProfessionalBilan.Stage(phase.get(), today));
    }

    private static ProfessionalBilan.@Nullable Words words(TypedText typed) {
        return typed.isBlank() ? null : new ProfessionalBilan.Words(typed.stripped());
    }

    @Override
    public FormDraft<ProfessionalDraft> draft() {
        return draft;
    }

    /** What stood when the form was opened; empty for a first one. */
    public Optional<Entry<ProfessionalBilan>> seen() {
        return seen;
    }

    public PersonId person() {
        return person;
    }

    /** The id that it has or will have. */
    public RecordId id() {
        return id;
    }

    public ObjectProperty<ProfessionalBilan.Phase> phase() {
        return phase;
    }

    public TypedText experiences() {
        return experiences;
    }

    public TypedText wishes() {
        return wishes;
    }

    public ObservableSet<ProfessionalBilan.Obstacle> obstacles() {
        return obstacles;
    }

    public TypedText obstaclesText() {
        return obstaclesText;
    }

    /** The next step. */
    public TypedText next() {
        return next;
    }

    /** Until when, as people write it. */
    public TypedText dueOn() {
        return dueOn;
    }
}
