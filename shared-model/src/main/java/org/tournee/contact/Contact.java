package org.tournee.contact;

import io.avaje.jsonb.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.person.PersonId;
import org.tournee.sync.RecordId;

/**
 * One exchange with or about a household. Never changed: a correction is a new contact that amends it. Rule: R-CON.
 *
 * @param amendment null unless this contact corrects another
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record Contact(
        Meeting meeting,
        Attendance attendance,
        Content content,
        @Nullable Amendment amendment) {

    public Contact {
        Objects.requireNonNull(meeting, "meeting");
        Objects.requireNonNull(attendance, "attendance");
        Objects.requireNonNull(content, "content");
    }

    /**
     * The group {@code meeting}: the axes of R-SEG-2.
     *
     * @param durationMinutes of the exchange itself, without preparation, write-up and travel; 1 to {@link
     *     #LONGEST_MINUTES}; null where it was not recorded. Rule: R-SEG-3
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Meeting(
            Instant startedAt,
            Channel channel,
            Place place,
            Planning planning,
            Happening happening,
            @Nullable Integer durationMinutes) {

        public Meeting {
            Objects.requireNonNull(startedAt, "startedAt");
            Objects.requireNonNull(channel, "channel");
            Objects.requireNonNull(place, "place");
            Objects.requireNonNull(planning, "planning");
            Objects.requireNonNull(happening, "happening");
        }

        public static final int LONGEST_MINUTES = 24 * 60;

        public Optional<Duration> duration() {
            return Optional.ofNullable(durationMinutes).map(Duration::ofMinutes);
        }
    }

    /**
     * The group {@code attendance}.
     *
     * @param persons of the household who took part; may be empty in a network meeting
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Attendance(List<PersonId> persons) {

        public Attendance {
            persons = List.copyOf(persons);
        }
    }

    /**
     * The group {@code content}.
     *
     * @param socialWorkTopic false for a mere hand-over of papers or an administrative question
     * @param narrative free text, at most {@link #LONGEST_NARRATIVE} characters, possibly empty
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Content(List<Topic> topics, boolean socialWorkTopic, String narrative, Result result) {

        public Content {
            topics = List.copyOf(topics);
            Objects.requireNonNull(narrative, "narrative");
            Objects.requireNonNull(result, "result");
        }

        public static final int LONGEST_NARRATIVE = 20_000;
    }

    /**
     * The group {@code amendment}: which contact this one corrects, and why.
     *
     * @param movedTo the dossier in which it belongs; null for an ordinary correction
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Amendment(
            RecordId corrects, String reason, @Nullable DossierId movedTo) {

        public Amendment {
            Objects.requireNonNull(corrects, "corrects");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Whether its duration is missing: a physical contact held in person always has one. Kept, not counted, and its
     * author is reminded until it is completed. Rule: R-SEG-3. Source: 001 §7.
     */
    public boolean isIncomplete() {
        return !isStub()
                && meeting.happening() == Happening.HELD
                && meeting.channel() == Channel.IN_PERSON
                && meeting.durationMinutes() == null;
    }

    /** Whether it only says that a contact was noted in the wrong dossier. Rule: R-CON. */
    public boolean isStub() {
        return amendment != null && amendment.movedTo() != null;
    }

    /**
     * What stays in the wrong dossier: when it was, and nothing of what was said or who was there. Rule: R-CON.
     *
     * @param original the contact as it stands there
     */
    public Contact stub(RecordId original, DossierId movedTo, String reason) {
        return new Contact(
                meeting,
                new Attendance(List.of()),
                new Content(List.of(), false, "", Result.NONE),
                new Amendment(original, reason, movedTo));
    }

    /**
     * The copy for the dossier in which it belongs: a first record there. Rule: R-CON.
     *
     * @param persons of that household who took part
     */
    public Contact movedWith(List<PersonId> persons) {
        return new Contact(meeting, new Attendance(persons), content, null);
    }
}
