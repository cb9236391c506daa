package org.tournee.server.demo;

import java.util.List;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.Permanence;
import org.tournee.organisation.Role;
import org.tournee.organisation.Team;
import org.tournee.organisation.TeamId;
import org.tournee.organisation.Territory;

/** The whole service as data, before anybody is accompanied: where it works, and who works there. */
record DemoOrganisation(
        OrganisationId id,
        Communes communes,
        List<SitePlan> sites,
        List<Territory> territories,
        List<Permanence> permanences,
        Staff staff) {

    static final String NAME = "Service social de la Vienne (démonstration)";
    static final String ZONE = "Europe/Paris";

    static DemoOrganisation of(Dice dice) {
        Communes communes = Communes.ofTheVienne();
        List<SitePlan> sites = SitePlan.of(communes, dice.split());
        return new DemoOrganisation(
                new OrganisationId(dice.uuid()),
                communes,
                sites,
                Places.territories(sites, dice.split()),
                Places.permanences(sites, dice.split()),
                Staff.of(dice.split()));
    }

    SitePlan plan(DemoSite site) {
        return sites.stream().filter(plan -> plan.site() == site).findFirst().orElseThrow();
    }

    /** The teams of all sites, each under its head. */
    List<Team> teams() {
        return sites.stream()
                .flatMap(plan -> staff.of(plan.site(), Role.TEAM_HEAD).stream().map(head -> team(plan, head)))
                .toList();
    }

    private static Team team(SitePlan plan, Staff.Member head) {
        TeamId team = head.team();
        if (team == null) {
            throw new IllegalStateException("A head without a team");
        }
        return new Team(team, plan.id(), plan.site().label + " – secteur " + head.familyName(), head.id());
    }
}
