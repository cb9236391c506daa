package org.tournee.server.demo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.Role;
import org.tournee.organisation.TeamId;
import org.tournee.organisation.WorkerId;

/**
 * The 177 people: those of the nine sites, two for intake among them, and four who work for the whole: direction, two for
 * the back office, one administrator (choice). Sources: 002 §3.2 for the sum and the sites' averages.
 */
record Staff(List<Member> members) {

    /** Of the 177, 159 full-time posts: nine tenths of a post on average. */
    private static final List<Integer> FULL_TIME_PERCENTS = List.of(100, 80, 50);

    Staff {
        members = List.copyOf(members);
    }

    /**
     * Somebody of the staff.
     *
     * @param site null for those who work for the whole
     * @param team null for those who work for the whole
     */
    record Member(
            WorkerId id,
            String givenName,
            String familyName,
            String login,
            Role role,
            int fullTimePercent,
            @Nullable DemoSite site,
            @Nullable TeamId team) {

        String name() {
            return givenName + " " + familyName;
        }
    }

    static Staff of(Dice dice) {
        Hiring hiring = new Hiring(dice, new ArrayList<>(), new HashSet<>());
        for (DemoSite site : DemoSite.values()) {
            hiring.site(site);
        }
        hiring.one(Role.DIRECTION, null, null);
        hiring.one(Role.BACK_OFFICE, null, null);
        hiring.one(Role.BACK_OFFICE, null, null);
        hiring.intake(DemoSite.CHAUVIGNY);
        hiring.intake(DemoSite.POITIERS);
        hiring.one(Role.ADMINISTRATOR, null, null);
        return new Staff(hiring.members);
    }

    List<Member> of(DemoSite site, Role role) {
        return members.stream()
                .filter(member -> member.site() == site && member.role() == role)
                .toList();
    }

    List<Member> of(Role role) {
        return members.stream().filter(member -> member.role() == role).toList();
    }

    /** The people who show the demonstration: of Chauvigny, where every role works close to each other. */
    Map<Role, Member> guides() {
        Map<Role, Member> guides = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            List<Member> local = of(DemoSite.CHAUVIGNY, role);
            guides.put(role, local.isEmpty() ? of(role).getFirst() : local.getFirst());
        }
        return guides;
    }

    /** Replaces a colleague of the same site at present. */
    Member standIn() {
        return of(DemoSite.CHAUVIGNY, Role.SOCIAL_WORKER).get(Caseloads.STANDS_IN);
    }

    private record Hiring(Dice dice, List<Member> members, Set<String> logins) {

        void site(DemoSite site) {
            List<TeamId> teams = new ArrayList<>();
            for (int i = 0; i < site.heads; i++) {
                teams.add(new TeamId(dice.uuid()));
                one(Role.TEAM_HEAD, site, teams.get(i));
            }
            for (int i = 0; i < site.socialWorkers; i++) {
                one(Role.SOCIAL_WORKER, site, teams.get(i % teams.size()));
            }
            for (int i = 0; i < site.adminAssistants; i++) {
                one(Role.ADMIN_ASSISTANT, site, teams.get((site.socialWorkers + i) % teams.size()));
            }
        }

        /** Of the first team there, whose head signs with them (R-SEG-5). */
        void intake(DemoSite site) {
            Member head = members.stream()
                    .filter(member -> member.site() == site && member.role() == Role.TEAM_HEAD)
                    .findFirst()
                    .orElseThrow();
            one(Role.INTAKE_WORKER, site, head.team());
        }

        void one(Role role, @Nullable DemoSite site, @Nullable TeamId team) {
            String given;
            String family;
            do {
                given = Names.given(dice, dice.chance(85));
                family = Names.family(dice);
            } while (!logins.add(Names.login(given, family)));
            int percent = role == Role.TEAM_HEAD ? 100 : dice.weighted(FULL_TIME_PERCENTS, 60, 32, 8);
            members.add(new Member(
                    new WorkerId(dice.uuid()), given, family, Names.login(given, family), role, percent, site, team));
        }
    }
}
