package org.tournee.mobile.store;

import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.ShippedProfile;
import org.tournee.rights.RightsCatalogue;
import org.tournee.rights.ShippedCatalogue;

/** What stands in until the organisation's own data arrived: the first minute of a phone's life. */
final class Defaults {

    private Defaults() {}

    static OrganisationProfile profile(Reference reference) {
        OrganisationProfile profile = reference.profile();
        return profile == null ? Shipped.PROFILE : profile;
    }

    static RightsCatalogue catalogue(Reference reference) {
        RightsCatalogue catalogue = reference.catalogue();
        return catalogue == null ? Shipped.CATALOGUE : catalogue;
    }

    /** Read when first asked for. */
    private static final class Shipped {

        private static final OrganisationProfile PROFILE = ShippedProfile.VIENNE.profile();
        private static final RightsCatalogue CATALOGUE = ShippedCatalogue.FR.catalogue();
    }
}
