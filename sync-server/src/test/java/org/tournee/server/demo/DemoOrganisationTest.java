package org.tournee.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tournee.organisation.Role;

/** The demonstration has the sizes that the sources give. Sources: 002 §3.2, fiche 22. */
class DemoOrganisationTest {

    private static final long SEED = 86;

    private final DemoOrganisation organisation = DemoOrganisation.of(new Dice(SEED));

    @Test
    void nineSitesAnd177PeopleWithElevenSocialWorkersSixSecretariesAndTwoHeadsOnAverage() {
        assertThat(organisation.sites()).hasSize(9);
        assertThat(organisation.staff().members()).hasSize(177);
        assertThat(organisation.staff().of(Role.SOCIAL_WORKER)).hasSize(9 * 11);
        assertThat(organisation.staff().of(Role.ADMIN_ASSISTANT)).hasSize(9 * 6);
        assertThat(organisation.staff().of(Role.TEAM_HEAD)).hasSize(9 * 2);
    }

    @Test
    void noHeadHasMoreThanTenSubordinates() {
        assertThat(organisation.teams())
                .allSatisfy(team -> assertThat(organisation.staff().members().stream()
                                .filter(member -> team.id().equals(member.team()))
                                .count())
                        .isLessThanOrEqualTo(1 + 10));
    }

    @Test
    void eachOfThe265CommunesBelongsToOneSiteAndOneTerritory() {
        assertThat(organisation.communes().all()).hasSize(265);
        assertThat(organisation.sites().stream().flatMap(plan -> plan.communes().stream()))
                .hasSize(265)
                .doesNotHaveDuplicates();
        assertThat(organisation.territories().stream().flatMap(territory -> territory.communeCodes().stream()))
                .hasSize(265)
                .doesNotHaveDuplicates();
    }

    @Test
    void eightyFourPermanencesAreHeldAwayFromTheSites() {
        assertThat(organisation.permanences()).hasSize(84);
        assertThat(organisation.permanences())
                .noneMatch(permanence -> organisation.sites().stream()
                        .anyMatch(plan -> plan.site().communeCode.equals(permanence.communeCode())));
    }

    @Test
    void theSameSeedGivesTheSamePeople() {
        assertThat(DemoOrganisation.of(new Dice(SEED)).staff()).isEqualTo(organisation.staff());
    }
}
