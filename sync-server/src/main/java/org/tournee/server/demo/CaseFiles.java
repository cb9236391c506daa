package org.tournee.server.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.ReferentRole;
import org.tournee.dossier.ReferentTerm;
import org.tournee.organisation.Commune;
import org.tournee.organisation.WorkerId;
import org.tournee.rights.RightsCatalogue;
import org.tournee.segment.Segment;
import org.tournee.segment.Stay;
import org.tournee.server.store.Opening;

/** Invents dossiers with their history up to today. */
final class CaseFiles {

    /** How long the service has worked with this software. */
    static final int YEARS = 3;

    private static final ZoneId ZONE = ZoneId.of(DemoOrganisation.ZONE);
    private static final Set<Segment> ADVISED = Set.of(Segment.A, Segment.B, Segment.C);

    private final RightsCatalogue catalogue;
    private final LocalDate today;

    CaseFiles(RightsCatalogue catalogue, LocalDate today) {
        this.catalogue = catalogue;
        this.today = today;
    }

    /** A dossier of a household of that commune. {@code standIns} replace the referent at present. */
    CaseFile invent(Commune commune, CareTeam team, List<WorkerId> standIns, Dice dice) {
        Household household = Household.in(commune, today, dice);
        List<Stay> stays = Stays.upTo(today, team.referent(), dice);
        LocalDate openedOn = stays.getFirst().span().enteredOn();
        LocalDate firstDay = today.minusYears(YEARS);
        LocalDate since = openedOn.isBefore(firstDay) ? firstDay : openedOn;
        List<Made> work = new ArrayList<>(new Journal(team, today, dice).during(stays, since, household.adults()));
        if (ADVISED.contains(stays.getLast().span().segment())) {
            work.addAll(new Assessment(team, since, today, dice).all());
            if (dice.chance(22)) {
                work.addAll(new Checkups(catalogue, team, today, dice).sweep(since));
            }
        }
        work.sort(Comparator.comparing(Made::at));
        Instant openedAt = since.atTime(8, 0).atZone(ZONE).toInstant();
        return new CaseFile(
                new Opening(
                        new DossierId(dice.recordId(openedAt).value()),
                        household.dossier(openedOn, dice),
                        household.persons(),
                        stays,
                        terms(team, openedOn),
                        List.of(),
                        openedAt),
                work,
                standIns.stream().map(this::replacement).toList());
    }

    private ReferentTerm.Term replacement(WorkerId standIn) {
        return new ReferentTerm.Term(standIn, ReferentRole.REPLACEMENT, today.minusDays(10), today.plusDays(60));
    }

    private static List<ReferentTerm.Term> terms(CareTeam team, LocalDate from) {
        return List.of(
                new ReferentTerm.Term(team.referent(), ReferentRole.REFERENT, from, null),
                new ReferentTerm.Term(team.adminReferent(), ReferentRole.ADMIN_REFERENT, from, null));
    }
}
