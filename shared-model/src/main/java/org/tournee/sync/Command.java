package org.tournee.sync;

import io.avaje.jsonb.Json;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A step that somebody asks for, with the state in which they saw things. The server's state machine decides; where the
 * state is another one, the command is kept and not done ({@code STALE_COMMAND}). Rule: R-REC.
 *
 * @param name which step; the names never change
 * @param expected a JSON object: what its author saw, as far as the step depends on it
 * @param asked a JSON object: what is to be
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record Command(
        String name,
        @Json.Serializer(RawJson.class) String expected,
        @Json.Serializer(RawJson.class) String asked) {

    /** The field group in which an operation carries it. */
    public static final String GROUP = "command";

    public Command {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(asked, "asked");
    }

    /** As an operation carries it. */
    public Map<String, GroupChange> asGroups() {
        return Map.of(GROUP, new GroupChange(null, Wire.json(this)));
    }

    /** The command of an operation; empty where it cannot be read. */
    public static Optional<Command> of(Operation operation) {
        GroupChange change = operation.groups().get(GROUP);
        String value = change == null ? null : change.value();
        return value == null ? Optional.empty() : read(value);
    }

    /** The command of that JSON; empty where it cannot be read. */
    public static Optional<Command> read(String json) {
        try {
            return Optional.of(Wire.read(Command.class, json));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }
}
