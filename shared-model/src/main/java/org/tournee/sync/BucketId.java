package org.tournee.sync;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.WorkerId;

/**
 * A unit of delivery with a head of its own: positions in it grow in the order of the commits.
 *
 * <p>A dossier has one bucket for the service and one for each author of restricted records, so that an author reads
 * their own restricted records and nobody else's. A worker has one (returned changes, assignments). The organisation
 * has one for reference data (profile, catalogue, workers, partners).
 *
 * @param value {@code d/<dossier>/s}, {@code d/<dossier>/r/<author>}, {@code w/<worker>} or {@code ref}
 */
public record BucketId(String value) {

    /** The reference bucket of the organisation: profile, catalogue, workers, partners. */
    public static final BucketId REFERENCE = new BucketId("ref");

    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern FORM =
            Pattern.compile("ref|w/" + UUID_FORM + "|d/" + UUID_FORM + "/(s|r/" + UUID_FORM + ")");
    private static final int UUID_LENGTH = 36;
    private static final String DOSSIER_PREFIX = "d/";

    public static BucketId service(DossierId dossier) {
        return new BucketId(DOSSIER_PREFIX + dossier + "/s");
    }

    public static BucketId restricted(DossierId dossier, WorkerId author) {
        return new BucketId(DOSSIER_PREFIX + dossier + "/r/" + author);
    }

    public static BucketId worker(WorkerId worker) {
        return new BucketId("w/" + worker);
    }

    /** The bucket of a record of a dossier, by its audience. */
    public static BucketId of(DossierId dossier, Audience audience, WorkerId author) {
        return audience == Audience.SERVICE ? service(dossier) : restricted(dossier, author);
    }

    /** The dossier that the bucket belongs to, if it belongs to one. */
    public Optional<DossierId> dossier() {
        return value.startsWith(DOSSIER_PREFIX)
                ? Optional.of(new DossierId(UUID.fromString(
                        value.substring(DOSSIER_PREFIX.length(), DOSSIER_PREFIX.length() + UUID_LENGTH))))
                : Optional.empty();
    }

    /** Whether it is an id of one of the forms above, and nothing else. */
    public boolean isWellFormed() {
        return FORM.matcher(value).matches();
    }

    public boolean isRestricted() {
        return dossier().isPresent() && value.contains("/r/");
    }

    @Override
    public String toString() {
        return value;
    }
}
