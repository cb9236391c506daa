package org.tournee.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.tournee.sync.Wire;

/** The profiles that come with the software; an organisation starts from one and keeps its own. Rule: R-SEG-0. */
public enum ShippedProfile {
    /** With the segments and norms of R-SEG-1, in the zone of the Vienne. */
    VIENNE,
    /** Without segments: everything but norms and stays works the same. */
    SANS_SEGMENTS,
    /** A CPAS of Brussels: without segments, with the legal deadlines of R-REQ. */
    BRUXELLES,
    /** A Swiss city: with the segments and norms of R-SEG-1. */
    SUISSE;

    /** The profile as its JSON. */
    public byte[] json() {
        String name = "profile-" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".json";
        try (InputStream stream = ShippedProfile.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("Not in the jar: " + name);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The profile. */
    public OrganisationProfile profile() {
        return Wire.read(OrganisationProfile.class, json());
    }
}
