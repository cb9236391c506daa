package org.tournee.workload;

import java.time.LocalDate;
import java.util.Collection;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierStatus;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.WorkWeights;

/**
 * What somebody carries, weighed. Rule: R-ORG. Source: 002 §4.2, fiche 5.
 *
 * @param fullTimePercent 1 to 100
 * @param dossiers how many open ones
 * @param points what they weigh together, in the profile's points
 */
public record Workload(WorkerId worker, int fullTimePercent, int dossiers, int points) {

    private static final int FULL_TIME_PERCENT = 100;

    public Workload {
        if (fullTimePercent < 1 || fullTimePercent > FULL_TIME_PERCENT) {
            throw new IllegalArgumentException("Not a part of full time: " + fullTimePercent);
        }
    }

    /** The load of whoever answers for those dossiers; closed ones weigh nothing. */
    public static Workload of(
            WorkerId worker,
            int fullTimePercent,
            Collection<DossierContents> answeredFor,
            LocalDate today,
            OrganisationProfile profile) {
        int dossiers = 0;
        int points = 0;
        for (DossierContents contents : answeredFor) {
            if (contents.dossier().value().status().status() == DossierStatus.OPEN) {
                dossiers++;
                points += points(contents, today, profile);
            }
        }
        return new Workload(worker, fullTimePercent, dossiers, points);
    }

    /** What an open dossier weighs: its segment, its running mandates, its requests that nobody decided yet. */
    static int points(DossierContents contents, LocalDate today, OrganisationProfile profile) {
        WorkWeights weights = profile.on(today).weights();
        if (weights == null) {
            return 1;
        }
        int segment = weights.of(contents.stayOn(today)
                .map(stay -> stay.value().span().segment())
                .orElse(null));
        int mandates = contents.mandates().stream()
                .map(entry -> entry.value())
                .filter(mandate -> mandate.runsOn(today))
                .mapToInt(mandate -> weights.of(mandate.mission().kind()))
                .sum();
        long undecided = contents.requests().stream()
                .filter(request -> request.value().handling().decidedOn() == null)
                .count();
        return segment + mandates + (int) undecided * weights.firstRequest().value();
    }

    /** The points of a full post that carried as much for its time, rounded half up: what is shown and compared. */
    public int perFullTime() {
        return (2 * points * FULL_TIME_PERCENT + fullTimePercent) / (2 * fullTimePercent);
    }
}
