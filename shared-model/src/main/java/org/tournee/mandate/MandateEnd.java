package org.tournee.mandate;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.sync.Command;
import org.tournee.sync.MalformedException;
import org.tournee.sync.Operation;
import org.tournee.sync.Wire;

/**
 * That a mandate ends, or ends on another day: a command, for its end decides what everybody owes. Prepared with no network,
 * it is done when the server takes it, and only where the mandate ends as its author saw. Rule: R-MAN.
 *
 * @param expected the first day without it, as its author saw it; null where it had none
 * @param lastDay the last day with it
 */
public record MandateEnd(@Nullable LocalDate expected, LocalDate lastDay) {

    /** The name of the command. */
    public static final String NAME = "mandate_end";

    /** The field group that it writes. */
    public static final String GROUP = "term";

    public MandateEnd {
        Objects.requireNonNull(lastDay, "lastDay");
    }

    /** What its author saw, as it travels. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Expected(@Nullable LocalDate end) {}

    /** What is asked for, as it travels. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Asked(LocalDate lastDay) {

        public Asked {
            Objects.requireNonNull(lastDay, "lastDay");
        }
    }

    /** What becomes of it. */
    public sealed interface Result {}

    /** It ends so from now on; the same mandate where it ended so already. */
    public record Ended(Mandate mandate) implements Result {}

    /** Somebody gave it another end meanwhile. */
    public record Stale() implements Result {}

    /** A rule says no. */
    public record Refused(Refusal reason) implements Result {}

    /** Why not. */
    public enum Refusal {
        /** The last day would be before the first. */
        BEFORE_START
    }

    /** To end it as one sees it. */
    public static MandateEnd of(Mandate seen, LocalDate lastDay) {
        return new MandateEnd(seen.term().end(), lastDay);
    }

    /** Decides: the same on the phone before it is prepared, and on the server when it arrives. */
    public Result carry(Mandate now) {
        Mandate ended = now.until(lastDay);
        if (ended.equals(now)) {
            return new Ended(now);
        }
        if (!Objects.equals(expected, now.term().end())) {
            return new Stale();
        }
        return lastDay.isBefore(now.term().start()) ? new Refused(Refusal.BEFORE_START) : new Ended(ended);
    }

    public Command asCommand() {
        return new Command(NAME, Wire.json(new Expected(expected)), Wire.json(new Asked(lastDay)));
    }

    /** The end that an operation asks for; empty where it asks for none. */
    public static Optional<MandateEnd> of(Operation operation) {
        return Command.of(operation).flatMap(MandateEnd::of);
    }

    /** Reads it; empty where it says no end. */
    public static Optional<MandateEnd> of(Command command) {
        if (!command.name().equals(NAME)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MandateEnd(
                    Wire.read(Expected.class, command.expected()).end(),
                    Wire.read(Asked.class, command.asked()).lastDay()));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }
}
