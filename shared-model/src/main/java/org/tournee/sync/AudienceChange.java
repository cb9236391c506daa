package org.tournee.sync;

import io.avaje.jsonb.Json;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The command that gives a record another audience. Its author, the referent and the head may: see {@link
 * org.tournee.access.Act#SET_AUDIENCE}. Rule: R-SHARE.
 *
 * @param expected who could read it when its author asked
 * @param asked who is to read it
 */
public record AudienceChange(Audience expected, Audience asked) {

    /** The name of the command, and of what it writes. */
    public static final String NAME = "audience";

    /** Without these nobody could work on the dossier, or their bytes follow another way. */
    private static final Set<RecordKind> ALWAYS_OF_THE_SERVICE =
            Set.of(RecordKind.DOSSIER, RecordKind.PERSON, RecordKind.DOCUMENT);

    public AudienceChange {
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(asked, "asked");
        if (expected == asked) {
            throw new IllegalArgumentException("Nothing is asked for");
        }
    }

    /** One side of the command as it travels. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Side(Audience audience) {

        public Side {
            Objects.requireNonNull(audience, "audience");
        }
    }

    /** From the audience that it has to the other one. */
    public static AudienceChange from(Audience seen) {
        return new AudienceChange(seen, seen == Audience.SERVICE ? Audience.RESTRICTED : Audience.SERVICE);
    }

    /** Whether records of that kind have an audience to choose. */
    public static boolean isFor(RecordKind kind) {
        return kind.writing() != RecordKind.Writing.SERVER && !ALWAYS_OF_THE_SERVICE.contains(kind);
    }

    public Command asCommand() {
        return new Command(NAME, Wire.json(new Side(expected)), Wire.json(new Side(asked)));
    }

    /** Reads it; empty where it says nothing that could be done. */
    public static Optional<AudienceChange> of(Command command) {
        try {
            Audience expected = Wire.read(Side.class, command.expected()).audience();
            Audience asked = Wire.read(Side.class, command.asked()).audience();
            return expected == asked ? Optional.empty() : Optional.of(new AudienceChange(expected, asked));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    /** Whether it lets more people read than before. */
    public boolean widens() {
        return asked == Audience.SERVICE;
    }
}
