package org.tournee.organisation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tournee.organisation.Worker.Profile;

/**
 * Who is whose head. Rules: R-REM, R-SEG-10.
 *
 * @param byWorker the head of each worker who has one; nobody is their own
 */
public record TeamHeads(Map<WorkerId, WorkerId> byWorker) {

    /** Where nobody's head is known. */
    public static final TeamHeads UNKNOWN = new TeamHeads(Map.of());

    public TeamHeads {
        byWorker = Map.copyOf(byWorker);
    }

    /** As their roles and teams say: the head of a team is whoever of it has that role, the first by id of several. */
    public static TeamHeads of(Map<WorkerId, Worker> workers) {
        Map<TeamId, WorkerId> ofTeam = new HashMap<>();
        workers.forEach((id, worker) -> {
            TeamId team = worker.profile().team();
            if (team != null && worker.profile().has(Role.TEAM_HEAD)) {
                ofTeam.merge(team, id, (one, other) -> one.toString().compareTo(other.toString()) <= 0 ? one : other);
            }
        });
        Map<WorkerId, WorkerId> heads = new HashMap<>();
        workers.forEach((id, worker) -> headOf(worker.profile(), ofTeam)
                .filter(head -> !head.equals(id))
                .ifPresent(head -> heads.put(id, head)));
        return new TeamHeads(heads);
    }

    private static Optional<WorkerId> headOf(Profile profile, Map<TeamId, WorkerId> ofTeam) {
        return Optional.ofNullable(profile.team()).map(ofTeam::get);
    }

    /** Empty for a head, and for whoever works for the whole organisation. */
    public Optional<WorkerId> of(WorkerId worker) {
        return Optional.ofNullable(byWorker.get(worker));
    }
}
