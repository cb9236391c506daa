package org.tournee.server.segment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.tournee.profile.OrganisationProfile;
import org.tournee.segment.PaceFlag;
import org.tournee.segment.PaceStatus;
import org.tournee.segment.Portfolio;
import org.tournee.segment.Segment;

/**
 * What the dossiers of a referent, or of a team, come to.
 *
 * @param id of the worker or team
 * @param name by which lines are sorted: there is no ranking. Rule: R-SEG-10
 * @param dossiers all of them, intake included
 * @param shareLow how many have too few physical contacts
 */
public record ReferentLine(
        String id,
        String name,
        int dossiers,
        int intake,
        Portfolio portfolio,
        int onTrack,
        int due,
        int late,
        int met,
        int over,
        int shareLow) {

    static ReferentLine of(
            String id, String name, Collection<PacedDossier> dossiers, LocalDate today, OrganisationProfile profile) {
        List<Segment> segments = dossiers.stream()
                .map(PacedDossier::segment)
                .filter(Objects::nonNull)
                .map(Segment.class::cast)
                .toList();
        Portfolio portfolio = Portfolio.of(segments, today, profile);
        return new ReferentLine(
                id,
                name,
                dossiers.size(),
                dossiers.size() - portfolio.total(),
                portfolio,
                count(dossiers, PaceStatus.ON_TRACK),
                count(dossiers, PaceStatus.DUE),
                count(dossiers, PaceStatus.LATE),
                count(dossiers, PaceStatus.MET),
                count(dossiers, PaceFlag.OVER),
                count(dossiers, PaceFlag.SHARE_LOW));
    }

    /** How many of that status. */
    public int count(PaceStatus status) {
        return switch (status) {
            case ON_TRACK -> onTrack;
            case DUE -> due;
            case LATE -> late;
            case MET -> met;
        };
    }

    private static int count(Collection<PacedDossier> dossiers, PaceStatus status) {
        return (int) dossiers.stream()
                .filter(dossier -> dossier.status().filter(status::equals).isPresent())
                .count();
    }

    private static int count(Collection<PacedDossier> dossiers, PaceFlag flag) {
        return (int) dossiers.stream()
                .filter(dossier ->
                        dossier.pace() != null && dossier.pace().flags().contains(flag))
                .count();
    }
}
