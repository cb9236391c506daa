package org.tournee.server.sync;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tournee.access.AccessRules;
import org.tournee.access.Act;
import org.tournee.access.Decision;
import org.tournee.access.Link;
import org.tournee.access.Subject;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.server.store.LinkTable;
import org.tournee.server.store.StreamRow;
import org.tournee.server.store.Workspace;
import org.tournee.sync.Action;
import org.tournee.sync.DossierOpening;
import org.tournee.sync.Operation;
import org.tournee.sync.RecordId;
import org.tournee.workflow.PreparedStep;
import org.tournee.workflow.Signer;

/**
 * What is known around the operations of one transaction, read under its locks.
 *
 * @param epoch of the organisation
 * @param today in the organisation
 * @param profile in force; null where nothing asks for it, or the organisation has none yet
 * @param dossiers those of the operations' dossiers that exist
 * @param openings those of them that the operations themselves open
 * @param ends dossiers into which others of the operations' were merged
 * @param grantEpochs every epoch in which the author held the dossier's service bucket
 * @param lineage what the author's stream must know of streams that it follows
 * @param returnedCreations records of which the creation was returned: grows while operations are judged
 */
record Surroundings(
        StreamRow stream,
        String epoch,
        LocalDate today,
        @Nullable OrganisationProfile profile,
        Set<Role> roles,
        Set<DossierId> dossiers,
        Set<DossierId> openings,
        Set<DossierId> ends,
        Map<DossierId, LinkTable.Links> links,
        Map<DossierId, Set<Long>> grantEpochs,
        Lineage lineage,
        Set<RecordId> returnedCreations) {

    /**
     * Reads what is around the operations of a transaction, once its buckets are locked.
     *
     * @param openings those of the dossiers that the operations themselves open
     * @param named the dossiers that the operations were made on, before redirects: grants on them count
     */
    static Surroundings read(
            SyncTransaction transaction,
            StreamRow stream,
            Workspace workspace,
            List<Operation> operations,
            Set<DossierId> dossiers,
            Set<DossierId> openings,
            Set<DossierId> named,
            Redirects redirects) {
        LinkTable.Standing standing = transaction.standing(stream.worker());
        LocalDate today = transaction.organisation().dayOf(workspace.at());
        Map<DossierId, LinkTable.Links> links =
                withOpeners(transaction.links(stream.worker(), standing, dossiers, today), openings);
        return new Surroundings(
                stream,
                stream.epoch(),
                today,
                !openings.isEmpty() || asksForAStep(operations)
                        ? transaction.profile().orElse(null)
                        : null,
                standing.roles(),
                dossiers,
                openings,
                redirects.goingOn(),
                links,
                redirects.fold(transaction.grantEpochs(stream.worker(), union(dossiers, named))),
                Lineage.of(transaction, stream.id(), workspace, operations),
                returnedCreations(transaction, workspace, operations, links.keySet()));
    }

    private static Map<DossierId, LinkTable.Links> withOpeners(
            Map<DossierId, LinkTable.Links> links, Set<DossierId> openings) {
        Map<DossierId, LinkTable.Links> all = new HashMap<>(links);
        openings.forEach(dossier -> all.putIfAbsent(dossier, Openings.OPENER));
        return all;
    }

    private static boolean asksForAStep(List<Operation> operations) {
        return operations.stream()
                .anyMatch(operation ->
                        operation.action() == Action.COMMAND && operation.kind().equals(PreparedStep.KIND.code()));
    }

    private static Set<DossierId> union(Set<DossierId> some, Set<DossierId> others) {
        Set<DossierId> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static Set<RecordId> returnedCreations(
            SyncTransaction transaction, Workspace workspace, List<Operation> operations, Set<DossierId> answeredFor) {
        Set<RecordId> missing = new HashSet<>();
        for (Operation operation : operations) {
            if (!answeredFor.contains(operation.dossierId())) {
                missing.add(DossierOpening.recordOf(operation.dossierId()));
            }
            if (operation.action() != Action.CREATE && workspace.record(operation.recordId()) == null) {
                missing.add(operation.recordId());
            }
        }
        return missing.isEmpty() ? new HashSet<>() : transaction.returnedCreations(missing);
    }

    /** How the author stands to the dossier today, as one who signs. */
    Signer signer(DossierId dossier) {
        LinkTable.Links known = Objects.requireNonNull(links.getOrDefault(dossier, LinkTable.Links.NONE));
        return new Signer(author(), roles, known.now(), today);
    }

    /** Whether there is such a dossier by now: what opens it may have come back, or come later. */
    boolean isThere(DossierId dossier, Workspace workspace) {
        RecordId own = DossierOpening.recordOf(dossier);
        boolean mayBeUnopened = openings.contains(dossier) || returnedCreations.contains(own);
        return dossiers.contains(dossier) && (!mayBeUnopened || workspace.record(own) != null);
    }

    /** Whether dossiers of the organisation are in segments. Rule: R-SEG-0. */
    boolean hasSegments() {
        return profile != null && profile.segmentation() != null;
    }

    WorkerId author() {
        return stream.worker();
    }

    /**
     * Whether the author may do that: by the rights of today, or, for facts, by those of a grant once held. Rule:
     * R-SHARE
     *
     * @param ofOwn whether the author made the record
     */
    boolean allows(Operation operation, Act act, Subject subject, boolean ofOwn) {
        LinkTable.Links known = Objects.requireNonNull(links.getOrDefault(operation.dossierId(), LinkTable.Links.NONE));
        Set<Link> now = EnumSet.noneOf(Link.class);
        now.addAll(known.now());
        if (ofOwn) {
            now.add(Link.AUTHOR);
        }
        Decision decision = AccessRules.decide(roles, now, act, subject, false);
        if (decision.isAllowed()) {
            return true;
        }
        boolean isFact = act == Act.RECORD || act == Act.CHANGE;
        return isFact && heldOnce(operation) && allowedThen(known, now, act, subject);
    }

    private boolean heldOnce(Operation operation) {
        return Objects.requireNonNull(grantEpochs.getOrDefault(operation.dossierId(), Set.of()))
                .contains(operation.grantEpoch());
    }

    /** Whoever held a dossier had a role of the field. */
    private boolean allowedThen(LinkTable.Links known, Set<Link> now, Act act, Subject subject) {
        Set<Link> then = EnumSet.copyOf(now.isEmpty() ? EnumSet.noneOf(Link.class) : now);
        then.remove(Link.FORMER_REFERENT);
        then.addAll(known.ever());
        Set<Role> rolesThen = EnumSet.of(Role.SOCIAL_WORKER);
        rolesThen.addAll(roles);
        return AccessRules.decide(rolesThen, then, act, subject, false).isAllowed();
    }
}
