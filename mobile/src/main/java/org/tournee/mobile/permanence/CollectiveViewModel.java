package org.tournee.mobile.permanence;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.DossierWriter;
import org.tournee.mobile.draft.DraftName;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.Writing;
import org.tournee.mobile.store.Edit;
import org.tournee.reception.CollectiveAction;
import org.tournee.reception.CollectiveSession;
import org.tournee.reception.RegisterContents;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** What this worker's sites do with groups: begun, counted session by session, ended. Rules: R-COL, R-OFF. */
public final class CollectiveViewModel {

    /** An action, the register it lies in, and its sessions, the last first. */
    public record Running(DossierId register, Entry<CollectiveAction> action, List<Entry<CollectiveSession>> sessions) {

        /** How many came, all sessions together. */
        public int participants() {
            return sessions.stream()
                    .mapToInt(entry -> entry.value().session().participants())
                    .sum();
        }
    }

    private final Phone phone;
    private final Executor screen;
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private final Writing<CollectiveForm> beginning = new Writing<>();
    private final Writing<SessionForm> counting = new Writing<>();

    /**
     * What the phone holds, and the forms that were left half written: also those of a quarter that is over, or of an
     * action that a colleague ended meanwhile.
     *
     * @param screen runs what touches properties: the screen's thread, or inline in tests
     */
    public CollectiveViewModel(Phone phone, Executor screen) {
        this.phone = phone;
        this.screen = screen;
        phone.store().registers().stream()
                .filter(register -> draft(beginningName(register)))
                .findFirst()
                .ifPresent(register -> beginning.begin(form(register)));
        all().filter(one -> draft(countingName(one))).findFirst().ifPresent(one -> counting.begin(form(one)));
        beginning.form().addListener((on, was, is) -> changed());
        counting.form().addListener((on, was, is) -> changed());
    }

    private boolean draft(DraftName name) {
        return phone.store().draft(name.text()).isPresent();
    }

    /** Grows with each change: the screen is laid anew. */
    public ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /** Whether this worker has a register at all. */
    public boolean isOfSite() {
        return register().isPresent();
    }

    /** Those that go on, by title, and the one of which a session is half counted. */
    public List<Running> running() {
        return all().filter(
                        one -> one.action().value().isOpen() || counting(one).isPresent())
                .sorted(Comparator.comparing(one -> one.action().value().theme().title()))
                .toList();
    }

    private Stream<Running> all() {
        return phone.store().registers().stream()
                .flatMap(register -> register.actions().stream()
                        .map(action -> new Running(register.id(), action, sessions(action.id()))));
    }

    /** A session may lie in a later register than its action. */
    private List<Entry<CollectiveSession>> sessions(RecordId action) {
        return phone.store().registers().stream()
                .flatMap(register -> register.sessions().stream())
                .filter(entry -> entry.value().session().action().equals(action))
                .sorted(Comparator.comparing((Entry<CollectiveSession> entry) ->
                                entry.value().session().day())
                        .reversed())
                .toList();
    }

    /** The register of today, that of the worker's site. */
    private Optional<RegisterContents> register() {
        return phone.store().registers().stream()
                .filter(register -> register.register().value().span().holds(phone.today()))
                .findFirst()
                .or(() -> phone.store().registers().stream().findFirst());
    }

    /** The form of a new action; empty while none is begun. */
    public Optional<CollectiveForm> beginning() {
        return beginning.form().get();
    }

    /** The form of a session of that action; empty while none is counted. */
    public Optional<SessionForm> counting(Running action) {
        return counting.form()
                .get()
                .filter(form -> form.action().equals(action.action().id()));
    }

    /** Begins an action. */
    public void begin() {
        register().ifPresent(register -> beginning.begin(form(register)));
    }

    /** Counts a session. */
    public void count(Running action) {
        counting.begin(form(action));
    }

    private CollectiveForm form(RegisterContents register) {
        return new CollectiveForm(
                new FormDraft<>(phone, beginningName(register), CollectiveDraft.class, screen), register);
    }

    private SessionForm form(Running action) {
        return new SessionForm(
                new FormDraft<>(phone, countingName(action), SessionDraft.class, screen),
                action.action().id(),
                phone.today());
    }

    private static DraftName beginningName(RegisterContents register) {
        return DraftName.of(DraftName.Form.COLLECTIVE_ACTION, register.id());
    }

    private static DraftName countingName(Running action) {
        return DraftName.of(
                DraftName.Form.COLLECTIVE_SESSION,
                action.register(),
                action.action().id());
    }

    /** Keeps the action in the register of today; what is wrong stands beside its field. */
    public void keepAction() {
        beginning
                .form()
                .get()
                .ifPresent(form -> register()
                        .ifPresent(register -> form.action(phone.today())
                                .ifPresent(action -> save(
                                        register.id(),
                                        new Edit.Create(
                                                RecordKind.COLLECTIVE_ACTION, form.id(), Audience.SERVICE, action),
                                        () -> beginning.done(form)))));
    }

    /** Keeps the session in the register of its day; what is wrong stands beside its field. */
    public void keepSession(Running action) {
        counting(action)
                .ifPresent(form -> form.session()
                        .ifPresent(session -> save(
                                registerOf(action, session.session().day()),
                                new Edit.Create(RecordKind.COLLECTIVE_SESSION, form.id(), Audience.SERVICE, session),
                                () -> counting.done(form))));
    }

    /** That of the action's site: an action outlives the quarter in which it began. */
    private DossierId registerOf(Running action, LocalDate day) {
        return phone.store()
                .register(action.register())
                .flatMap(begun ->
                        MyDesks.register(phone, begun.register().value().span().site(), day))
                .map(RegisterContents::id)
                .orElse(action.register());
    }

    /** No session follows any more. */
    public void end(Running action) {
        save(
                action.register(),
                new Edit.Update(
                        RecordKind.COLLECTIVE_ACTION,
                        action.action(),
                        action.action().value().ended(phone.today())),
                () -> {});
    }

    /** Closes the form of an action with its draft; can be undone for a moment. */
    public void giveUpAction() {
        beginning.giveUp(closed -> form(closed.begunIn()));
    }

    /** The same with that of a session. */
    public void giveUpSession(Running action) {
        counting.giveUp(closed -> form(action));
    }

    private void save(DossierId register, Edit.Change change, Runnable then) {
        DossierWriter.telling(phone, register, screen).save(List.of(change), () -> {
            then.run();
            changed();
        });
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }
}
