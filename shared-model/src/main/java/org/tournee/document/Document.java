package org.tournee.document;

import io.avaje.jsonb.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.person.PersonId;

/**
 * What is said of a supporting document; its bytes travel apart. What it is called, whom it is about and until when it
 * serves is corrected like any other record; its bytes and the ground on which they are kept are written once, and the
 * server alone adds {@link Custody}. Rule: R-DOC. Source: 004 §2.1.3.
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record Document(
        Description description,
        Content content,
        Ground ground,
        @Nullable Custody custody) {

    public Document {
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(ground, "ground");
    }

    /**
     * The group {@code description}.
     *
     * @param kind what paper it is, in the words in which the catalogue asks for it
     *     ({@link org.tournee.rights.Right#documents()}); another word is a kind of its own
     * @param title what tells it from others of its kind; null for nothing
     * @param persons whom it is about; empty for the household
     * @param rights the {@link org.tournee.rights.Right#id()} of those that it was asked for; it may serve others too
     * @param expiresOn its last day; null where it does not expire
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Description(
            String kind,
            @Nullable String title,
            List<PersonId> persons,
            List<String> rights,
            @Nullable LocalDate expiresOn) {

        /** Its name on the wire. */
        public static final String GROUP = "description";

        public Description {
            Objects.requireNonNull(kind, "kind");
            persons = List.copyOf(persons);
            rights = List.copyOf(rights);
        }
    }

    /**
     * The group {@code content}: what the bytes are. Written once: other bytes are another document.
     *
     * @param contentType such as {@code image/jpeg}
     * @param sizeBytes of the clear bytes
     * @param sha256 of the clear bytes, 64 hexadecimal digits in lower case
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Content(String contentType, long sizeBytes, String sha256) {

        /** Its name on the wire. */
        public static final String GROUP = "content";

        public Content {
            Objects.requireNonNull(contentType, "contentType");
            Objects.requireNonNull(sha256, "sha256");
        }

        /** Whether a screen can show it as a picture. */
        public boolean isPicture() {
            return contentType.equals("image/jpeg") || contentType.equals("image/png");
        }
    }

    /**
     * The group {@code ground}: why the service may keep it. Written once: it says what held when the bytes were taken in.
     *
     * @param agreedOn when the person agreed; null where it is kept on another ground
     * @param otherGround which one, such as a judicial order; wanted where the person's agreement is missing
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Ground(
            @Nullable LocalDate agreedOn, @Nullable String otherGround) {

        /** Its name on the wire. */
        public static final String GROUP = "ground";
    }

    /** The group {@code custody}, of the server alone: since when it holds the bytes, hashed and whole. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Custody(Instant heldSince) {

        /** Its name on the wire. */
        public static final String GROUP = "custody";

        public Custody {
            Objects.requireNonNull(heldSince, "heldSince");
        }
    }

    /** The same document, described otherwise. */
    public Document described(Description as) {
        return new Document(as, content, ground, custody);
    }

    /** Whether the server holds the bytes. */
    public boolean isHeld() {
        return custody != null;
    }

    /** Whether it still serves on that day of the organisation; its last day included. */
    public boolean isValidOn(LocalDate day) {
        LocalDate last = description.expiresOn();
        return last == null || !day.isAfter(last);
    }
}
