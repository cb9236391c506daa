package org.tournee.mobile.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.ShippedProfile;
import org.tournee.rights.RightsCatalogue;
import org.tournee.sync.Wire;

/** What stands in until the organisation's own data arrived: the first minute of a phone's life. */
final class Defaults {

    private static final String CATALOGUE = "catalogue-fr.json";

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
        private static final RightsCatalogue CATALOGUE = read();

        private static RightsCatalogue read() {
            try (InputStream in = RightsCatalogue.class.getResourceAsStream(Defaults.CATALOGUE)) {
                if (in == null) {
                    throw new IllegalStateException("The application was packed without its catalogue");
                }
                return Wire.read(RightsCatalogue.class, in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
