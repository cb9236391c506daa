package org.tournee.server.trace;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an operator looks for: a stream, with or without a number; a hash; or a record. */
sealed interface TraceQuery {

    /** One operation by its id, or the latest of a stream where {@code opSeq} is 0. */
    record OfStream(UUID stream, long opSeq) implements TraceQuery {}

    /** By the hexadecimal SHA-256 of its bytes. */
    record OfHash(String hash) implements TraceQuery {}

    /** All that were written to a record. */
    record OfRecord(UUID record) implements TraceQuery {}

    /** Reads the fields of the form; empty where nothing was asked, or nothing that could be found. */
    static Optional<TraceQuery> of(@Nullable String stream, @Nullable String number, @Nullable String other) {
        Optional<UUID> known = uuid(stream);
        if (known.isPresent()) {
            return Optional.of(new OfStream(known.get(), number(number)));
        }
        String text = other == null ? "" : other.strip().toLowerCase(Locale.ROOT);
        if (text.matches("[0-9a-f]{64}")) {
            return Optional.of(new OfHash(text));
        }
        return uuid(text).map(OfRecord::new);
    }

    private static long number(@Nullable String text) {
        return text != null && text.strip().matches("\\d{1,18}") ? Long.parseLong(text.strip()) : 0;
    }

    private static Optional<UUID> uuid(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? Optional.empty() : Optional.of(UUID.fromString(text.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no id: the page says that nothing was found
        }
    }
}
