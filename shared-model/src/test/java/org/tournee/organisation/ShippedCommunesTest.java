package org.tournee.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import org.junit.jupiter.api.Test;

/** The communes that a phone offers without a network. */
class ShippedCommunesTest {

    @Test
    void theVienneHasItsCommunesInTheOrderOfTheirCodes() {
        assertThat(ShippedCommunes.VIENNE.all())
                .hasSize(265)
                .isSortedAccordingTo(Comparator.comparing(Commune::code))
                .allSatisfy(commune -> assertThat(commune.code()).startsWith("86"))
                .allSatisfy(commune -> assertThat(commune.postcodes()).isNotEmpty());
    }

    @Test
    void aHouseholdIsOfferedTheCommunesOfItsDepartement() {
        assertThat(ShippedCommunes.around("86194")).extracting(Commune::name).contains("Poitiers", "Civray");
        assertThat(ShippedCommunes.around("37261")).isEmpty();
    }
}
