package org.tournee.mobile.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tournee.directory.Listed;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mandate.MandateEnd;
import org.tournee.organisation.TeamHeads;
import org.tournee.organisation.TeamId;
import org.tournee.organisation.Worker;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.reception.Desk;
import org.tournee.reception.NamedTeam;
import org.tournee.reception.RegisterContents;
import org.tournee.rights.RightsCatalogue;
import org.tournee.sync.RecordId;
import org.tournee.sync.ReturnedChange;
import org.tournee.workflow.PreparedStep;

/**
 * What the phone holds for its worker, opened with the PIN: the server's state with the worker's own waiting changes
 * laid over it. Rule: R-OFF.
 *
 * <p>Reading costs no disk and may be done on the screen's thread; writing is durable when it returns.
 */
public interface PhoneStore extends AutoCloseable {

    WorkerId worker();

    /** All dossiers that are held whole, by household name. */
    List<DossierContents> dossiers();

    /** The same for a list, which shows a few of them and need not wait until all are typed. */
    List<HeldDossier> held();

    /** Whether all dossiers were typed since the store was opened: before that, {@link #dossiers} takes its time. */
    boolean isTyped();

    /** Types all dossiers, one after another so that a screen has the other processor; for the background. */
    void typeAll();

    Optional<DossierContents> dossier(DossierId id);

    OrganisationProfile profile();

    RightsCatalogue catalogue();

    /** The directory by name, closed partners included. Rule: R-DIR. */
    List<Listed> partners();

    /** Who is whose head, as far as the reference data tells. */
    TeamHeads heads();

    /** The colleague of that id, as far as the reference data tells. */
    Optional<Worker> worker(WorkerId id);

    /** Everybody who works for the organisation, as far as the reference data tells. */
    Map<WorkerId, Worker> colleagues();

    /** Its teams. */
    Map<TeamId, NamedTeam> teams();

    /** Where the public is received, places that are closed since included. Rule: R-PER. */
    Map<RecordId, Desk> desks();

    /** The registers of the desks at which this worker receives, the latest first. Rule: R-PER. */
    List<RegisterContents> registers();

    /** The register of that id; empty where it is not held, or is none. */
    Optional<RegisterContents> register(DossierId id);

    /** What came back to this worker, with the reason. Rule: R-REC. */
    List<Entry<ReturnedChange>> returnedChanges();

    /**
     * Writes changes that belong together, and the operations that carry them to the server, in one transaction. When
     * this returns, no power loss takes them away.
     *
     * @throws StoreException when the disk refuses, with nothing written: the draft is still there
     */
    void save(Edit edit);

    /** How many changes wait for the server, and since when. */
    Waiting waiting();

    /**
     * The steps on the dossier's segment that were prepared here and of which the phone does not show yet what became of
     * them, in the order prepared. Rule: R-SYN.
     */
    List<PreparedStep> prepared(DossierId dossier);

    /**
     * The ends of the dossier's mandates that were prepared here and of which the phone does not show yet what became of
     * them, by mandate. Rules: R-MAN, R-SYN.
     */
    Map<RecordId, MandateEnd> preparedEnds(DossierId dossier);

    /**
     * When phone and server last agreed, by the phone's clock, to within an hour; empty before the first time. Rule: R-REM.
     */
    Optional<Instant> agreedAt();

    /** When this file last went on with a new stream, because it had been cloned or rolled back; empty for never. */
    Optional<Instant> succeededAt();

    /** How much room it takes on the phone, and how much is left. Asks the disk. */
    StorageUse storage();

    /** What a form held when it was left, or empty. Rule: R-OFF. */
    Optional<String> draft(String form);

    /** Keeps what a form holds; null forgets it. Durable when it returns. */
    void keepDraft(String form, @Nullable String json);

    /** All forms that hold something unsaved. */
    Collection<String> drafts();

    /**
     * Calls back, on whatever thread wrote, with the dossiers that changed.
     *
     * @return stops it
     */
    Runnable onChange(Consumer<Set<DossierId>> listener);

    @Override
    void close();

    /**
     * What waits.
     *
     * @param operations saved on this phone and not yet held by the server
     * @param since when the oldest of them was saved; null when none waits
     */
    record Waiting(int operations, @Nullable Instant since) {}
}
