package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.ShippedProfile;
import org.tournee.server.ServiceFixture;
import org.tournee.server.segment.Profiles;
import org.tournee.server.store.ReferenceData;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Every page asks for the profile: it is read once, and again as soon as another one is in force. Rule: R-SEG-0. */
class ProfilesTest extends WebTest {

    private static final RecordId BRUSSELS = new RecordId(UUID.randomUUID());

    private OrganisationProfile inForce() {
        return service.bean(Profiles.class).of(service.organisation());
    }

    private void publish(ShippedProfile profile) {
        service.bean(ReferenceData.class)
                .publish(
                        service.service(),
                        RecordKind.PROFILE,
                        Map.of(BRUSSELS, profile.profile()),
                        ServiceFixture.NOON);
    }

    @Test
    void itIsReadOnceAndAgainWhenAnotherOneIsInForce() {
        OrganisationProfile before = inForce();
        assertThat(inForce()).isSameAs(before).isEqualTo(ShippedProfile.VIENNE.profile());

        publish(ShippedProfile.BRUXELLES);
        OrganisationProfile another = inForce();
        assertThat(another).isEqualTo(ShippedProfile.BRUXELLES.profile());
        assertThat(inForce()).isSameAs(another);

        publish(ShippedProfile.SANS_SEGMENTS);
        assertThat(inForce()).as("another revision").isEqualTo(ShippedProfile.SANS_SEGMENTS.profile());
    }
}
