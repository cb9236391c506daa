package org.tournee.mobile.opening;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.tournee.access.AccessRules;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.DossierWriter;
import org.tournee.mobile.dossier.KnownPersons;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.draft.DraftName;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.organisation.Role;
import org.tournee.organisation.Worker;
import org.tournee.sync.Limits;

/**
 * Opens a dossier where one meets a household: looked for before it is created, there at once, and with the service as soon as
 * there is a network. Rules: R-REQ, R-OFF, R-DUP.
 */
public final class NewDossierViewModel {

    private final Phone phone;
    private final Executor screen;
    private final KnownPersons known;
    private final boolean resumed;
    private DossierId id;
    private DossierWriter writer;
    private NewDossierForm form;

    /** Goes on with the one that was left half written, or begins one. */
    public NewDossierViewModel(Phone phone, Executor screen) {
        this.phone = phone;
        this.screen = screen;
        this.known = KnownPersons.of(phone.store());
        Optional<DossierId> left = leftOpen(phone);
        this.resumed = left.isPresent();
        this.id = left.orElseGet(NewDossierViewModel::newId);
        this.writer = new DossierWriter(phone, id, screen);
        this.form = begun(id);
    }

    /** What keeps a worker from opening one on this phone. */
    public enum Refusal {
        /** Whoever works in a team opens for it. */
        NOT_FOR_ROLE,
        /** The phone holds as many as it can. */
        TOO_MANY
    }

    /** Why this phone opens no dossier; empty where it does. Whoever nobody knows here yet is told by the service. */
    public static Optional<Refusal> refusal(Phone phone) {
        Optional<Worker.Profile> own =
                phone.store().worker(phone.store().worker()).map(Worker::profile);
        if (own.filter(profile -> profile.team() == null || !AccessRules.mayOpen(roles(profile)))
                .isPresent()) {
            return Optional.of(Refusal.NOT_FOR_ROLE);
        }
        return phone.store().dossiers().size() >= Limits.DOSSIERS_PER_WORKER
                ? Optional.of(Refusal.TOO_MANY)
                : Optional.empty();
    }

    private static Set<Role> roles(Worker.Profile profile) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(profile.roles());
        return roles;
    }

    private static Optional<DossierId> leftOpen(Phone phone) {
        return phone.store().drafts().stream()
                .flatMap(text -> DraftName.parse(text).stream())
                .filter(name -> name.form() == DraftName.Form.NEW_DOSSIER)
                .map(DraftName::dossier)
                .findFirst();
    }

    private static DossierId newId() {
        return new DossierId(NewRecord.id().value());
    }

    private NewDossierForm begun(DossierId dossier) {
        NewDossierForm begun = new NewDossierForm(new FormDraft<>(
                phone, DraftName.of(DraftName.Form.NEW_DOSSIER, dossier), NewDossierDraft.class, screen));
        phone.store().dossiers().stream()
                .map(held -> held.dossier().value().address().communeCode())
                .findFirst()
                .ifPresent(begun.commune()::lookAround);
        return begun;
    }

    /** Whether the form goes on with what was left half written. */
    boolean isResumed() {
        return resumed;
    }

    NewDossierForm form() {
        return form;
    }

    DossierWriter writer() {
        return writer;
    }

    /** Those whom this phone knows and who may be the one whose name is typed; the likeliest first. Rule: R-DUP. */
    List<KnownPersons.Known> alike() {
        return form.givenName().isBlank() || form.familyName().isBlank() ? List.of() : known.like(form.sketch());
    }

    /** Throws away what was left half written, with a moment to bring it back, and begins another. */
    void startAgain(Runnable shown) {
        NewDossierForm left = form;
        DossierId of = id;
        show(newId());
        shown.run();
        left.draft().discard(() -> {
            show(of);
            shown.run();
        });
    }

    private void show(DossierId dossier) {
        id = dossier;
        writer = new DossierWriter(phone, id, screen);
        form = begun(dossier);
    }

    /** Opens it, and goes to its page; once, however often one taps. */
    void save() {
        form.changes(id, phone.today()).ifPresent(changes -> writer.saveOnce(() -> changes, this::saved));
    }

    private void saved() {
        form.draft().forget();
        phone.navigator().back();
        phone.navigator().open(new Destination.DossierPage(id));
        phone.navigator().say(phone.messages().get("opening.saved"));
    }
}
