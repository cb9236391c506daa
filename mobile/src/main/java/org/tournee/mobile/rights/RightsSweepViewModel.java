package org.tournee.mobile.rights;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.tournee.document.Papers;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.dossier.ReferentRole;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.DossierWriter;
import org.tournee.mobile.dossier.Names;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.draft.DraftName;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.store.Edit;
import org.tournee.organisation.WorkerId;
import org.tournee.rights.Right;
import org.tournee.rights.RightCheck;
import org.tournee.rights.RightState;
import org.tournee.rights.RightsCatalogue;
import org.tournee.rights.RightsCheckup;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/**
 * A rendez-vous des droits, from the occasion to the summary. Each answer is on the disk at once, so that the sweep can
 * be left at any right and taken up again. Rule: R-RDD.
 */
public final class RightsSweepViewModel {

    /** About how long it takes to restore a right. Source: 004 §2.1.2. */
    static final int USUAL_DAYS = 15;

    private final Phone phone;
    private final DossierId dossier;
    private final Executor screen;
    private final DossierWriter writer;
    private final ReadOnlyObjectWrapper<Sweep> sweep = new ReadOnlyObjectWrapper<>();
    private DossierContents contents;
    private @Nullable RecordId checkup;

    /**
     * Begins with what the phone has now.
     *
     * @param checkup the sweep to go on with; null to go on with the one that is not finished, or begin one
     * @param screen runs what touches properties: the screen's thread, or inline in tests
     * @throws java.util.NoSuchElementException when the phone does not hold the dossier
     */
    public RightsSweepViewModel(Phone phone, DossierId dossier, @Nullable RecordId checkup, Executor screen) {
        this.phone = phone;
        this.dossier = dossier;
        this.screen = screen;
        this.writer = new DossierWriter(phone, dossier, screen);
        this.contents = phone.store().dossier(dossier).orElseThrow();
        this.checkup = checkup != null ? checkup : unfinished(contents);
        lay();
    }

    private static @Nullable RecordId unfinished(DossierContents contents) {
        return contents.rightsCheckups().stream()
                .filter(entry -> !entry.value().course().finished())
                .max(Comparator.comparing(entry -> entry.value().course().startedAt()))
                .map(Entry::id)
                .orElse(null);
    }

    /** Reads the dossier again. */
    public void refresh() {
        phone.store().dossier(dossier).ifPresent(fresh -> contents = fresh);
        lay();
    }

    private void lay() {
        sweep.set(Sweep.of(phone.store().catalogue(), contents, checkup));
    }

    public String householdName() {
        return contents.dossier().value().household().name();
    }

    /** Begins the sweep, with what made it happen and who took the first step. */
    public void begin(RightsCheckup.Trigger trigger, RightsCheckup.Origin origin) {
        RightsCatalogue catalogue = phone.store().catalogue();
        RightsCheckup begun = new RightsCheckup(
                new RightsCheckup.Occasion(trigger, origin, catalogue.catalogue(), catalogue.version()),
                new RightsCheckup.Course(phone.clock().instant(), null, false));
        RecordId id = NewRecord.id();
        save(new Edit.Create(RecordKind.RIGHTS_CHECKUP, id, Audience.SERVICE, begun), () -> checkup = id);
    }

    /**
     * Answers one right. A probable one becomes a follow-up at once, with the documents of the catalogue, the usual
     * delay and the referent; each can be changed after.
     */
    public void answer(Right right, RightState state) {
        put(
                right,
                new RightCheck.Finding(state, null),
                state == RightState.PROBABLE ? usualFollowUp() : null,
                () -> {});
    }

    /** The person does not want it, in their own words; without a reason nothing is written. */
    public void decline(Right right, ReasonForm form) {
        form.reason()
                .ifPresent(reason ->
                        put(right, new RightCheck.Finding(RightState.DECLINED, reason), null, form.draft()::forget));
    }

    /** The reason that is being written for a right of this sweep. */
    public ReasonForm reasonForm(Right right) {
        RecordId current = Objects.requireNonNull(checkup, "the sweep has begun");
        return new ReasonForm(new FormDraft<>(
                phone,
                DraftName.of(DraftName.Form.DECLINED_RIGHT, dossier, current, right.id()),
                ReasonDraft.class,
                screen));
    }

    public void dueOn(RightLine line, LocalDate day) {
        follow(line, (was, by) -> was.followed(new RightCheck.FollowUp(day, by.answerable()), was.documents()));
    }

    public void answerable(RightLine line, WorkerId worker) {
        follow(line, (was, by) -> was.followed(new RightCheck.FollowUp(by.dueOn(), worker), was.documents()));
    }

    /** A document is still needed, or is there. */
    public void needs(RightLine line, String document, boolean needed) {
        follow(line, (was, by) -> {
            Set<String> missing = new LinkedHashSet<>(was.documentsMissing());
            if (needed) {
                missing.add(document);
            } else {
                missing.remove(document);
            }
            return was.followed(by, new RightCheck.Documents(List.copyOf(missing)));
        });
    }

    /** Ends the sweep; what was not looked at is said in the summary. */
    public void finish(int durationMinutes) {
        Entry<RightsCheckup> entry = sweep.get().checkup();
        if (entry == null) {
            return;
        }
        RightsCheckup was = entry.value();
        RightsCheckup.Course course = new RightsCheckup.Course(was.course().startedAt(), durationMinutes, true);
        save(new Edit.Update(RecordKind.RIGHTS_CHECKUP, entry, new RightsCheckup(was.occasion(), course)), () -> {});
    }

    /** How long it went on, as a first value: at least one minute, at most four hours. */
    public int minutesSoFar() {
        Entry<RightsCheckup> entry = sweep.get().checkup();
        if (entry == null) {
            return 1;
        }
        long minutes = Duration.between(
                        entry.value().course().startedAt(), phone.clock().instant())
                .toMinutes();
        return (int) Math.min(Math.max(minutes, 1), 240);
    }

    /** Who may answer for a follow-up: this worker and those who answer for the dossier today, each once. */
    public List<WorkerId> colleagues() {
        Set<WorkerId> all = new LinkedHashSet<>();
        all.add(phone.store().worker());
        for (ReferentRole role : ReferentRole.values()) {
            contents.answerableOn(phone.today(), role).ifPresent(all::add);
        }
        return List.copyOf(all);
    }

    public String nameOf(WorkerId worker) {
        return Names.of(phone, worker);
    }

    /** The papers of the dossier: what is there is not asked for again. Rule: R-DOC. */
    Papers papers() {
        return new Papers(contents.documents(), phone.today());
    }

    /** Takes a paper in that the right asks for. */
    void addDocument(RightLine line, String kind) {
        phone.navigator()
                .open(new Destination.DocumentForm(
                        contents.id(), kind, line.right().id()));
    }

    private RightCheck.FollowUp usualFollowUp() {
        WorkerId answerable = contents.answerableOn(phone.today(), ReferentRole.REFERENT)
                .orElse(phone.store().worker());
        return new RightCheck.FollowUp(phone.today().plusDays(USUAL_DAYS), answerable);
    }

    private void put(Right right, RightCheck.Finding finding, RightCheck.@Nullable FollowUp followUp, Runnable then) {
        RecordId current = checkup;
        if (current == null) {
            return; // the sweep has not begun: the screen shows the occasion first
        }
        RightCheck.Documents documents =
                followUp == null ? null : new RightCheck.Documents(papers().missing(right.documents()));
        RightCheck after =
                new RightCheck(new RightCheck.Subject(current, right.id()), finding, followUp, documents, null);
        Optional<Entry<RightCheck>> seen = sweep.get().line(right.id()).flatMap(RightLine::check);
        Edit.Change change = seen.<Edit.Change>map(entry -> new Edit.Update(RecordKind.RIGHT_CHECK, entry, after))
                .orElseGet(() -> new Edit.Create(RecordKind.RIGHT_CHECK, NewRecord.id(), Audience.SERVICE, after));
        String answer = phone.messages().get("rights.answer." + finding.state().name());
        writer.saveUndoably(List.of(change), phone.messages().get("rights.answered", right.name(), answer), () -> {
            then.run();
            refresh();
        });
    }

    private void follow(RightLine shown, BiFunction<RightCheck, RightCheck.FollowUp, RightCheck> change) {
        Optional<Entry<RightCheck>> current =
                sweep.get().line(shown.right().id()).flatMap(RightLine::check);
        current.ifPresent(entry -> {
            RightCheck was = entry.value();
            RightCheck.FollowUp followUp = was.followUp();
            if (followUp != null) {
                save(new Edit.Update(RecordKind.RIGHT_CHECK, entry, change.apply(was, followUp)), () -> {});
            }
        });
    }

    private void save(Edit.Change change, Runnable then) {
        writer.save(List.of(change), () -> {
            then.run();
            refresh();
        });
    }

    public LocalDate today() {
        return phone.today();
    }

    public DossierWriter writer() {
        return writer;
    }

    public ReadOnlyObjectProperty<Sweep> sweep() {
        return sweep.getReadOnlyProperty();
    }
}
