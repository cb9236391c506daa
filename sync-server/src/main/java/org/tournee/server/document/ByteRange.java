package org.tournee.server.document;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tournee.sync.Limits;

/**
 * A part of a document, so that a phone goes on after a cut. At most {@link Limits#DOCUMENT_CHUNK_BYTES}, whatever is
 * asked.
 *
 * @param end exclusive
 */
record ByteRange(long from, long end) {

    private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{1,15})-(\\d{0,15})");

    /** @param header the {@code Range}; null, or anything but one range, is the whole */
    static Optional<ByteRange> of(@Nullable String header) {
        Matcher asked = ONE_RANGE.matcher(header == null ? "" : header);
        if (!asked.matches()) {
            return Optional.empty();
        }
        long from = Long.parseLong(asked.group(1));
        long most = from + Limits.DOCUMENT_CHUNK_BYTES;
        long end = asked.group(2).isEmpty() ? most : Math.min(most, Long.parseLong(asked.group(2)) + 1);
        return end > from ? Optional.of(new ByteRange(from, end)) : Optional.empty();
    }

    boolean touches(Upload.Piece piece) {
        return piece.fromByte() < end && piece.fromByte() + piece.sizeBytes() > from;
    }
}
