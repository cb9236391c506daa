package org.tournee.workflow;

import java.util.Objects;
import java.util.Optional;
import org.tournee.sync.Action;
import org.tournee.sync.Command;
import org.tournee.sync.MalformedException;
import org.tournee.sync.Operation;
import org.tournee.sync.RecordKind;
import org.tournee.sync.Wire;

/**
 * A step on the segment of a dossier that somebody prepared on a phone, with no network. The server enters it as the first
 * signature of a decision, never as one that is done; whoever signs next does so online. Rules: R-SEG-5, R-SEG-6, R-SEG-7.
 *
 * <p>The operation that carries it is of the kind {@link #KIND}. Its record is the decision: where the step {@link
 * SegmentCommand#opens()} one, an id that the phone makes; else the open decision that was seen.
 *
 * @param expected where its author saw the dossier: {@link DossierCourse#asSeen()}
 */
public record PreparedStep(Expectation expected, SegmentCommand asked) {

    /** The name of the command. */
    public static final String NAME = "segment";

    /** The member of what is asked that says which step it is. */
    public static final String STEP = "step";

    /** The kind of the record that the operation names. */
    public static final RecordKind KIND = RecordKind.SEGMENT_CHANGE;

    /** @throws IllegalArgumentException for a step that is signed online: see {@link SegmentCommand#mayBePrepared()} */
    public PreparedStep {
        Objects.requireNonNull(expected, "expected");
        if (!asked.mayBePrepared()) {
            throw new IllegalArgumentException("It is signed online");
        }
    }

    public Command asCommand() {
        return new Command(NAME, Wire.json(expected), Wire.json(SegmentCommand.class, asked));
    }

    /** The step that an operation asks for; empty where it asks for none that may be prepared. */
    public static Optional<PreparedStep> of(Operation operation) {
        return operation.action() == Action.COMMAND
                ? Command.of(operation).flatMap(PreparedStep::of)
                : Optional.empty();
    }

    /** Reads it; empty where it says nothing that may be prepared. */
    public static Optional<PreparedStep> of(Command command) {
        if (!command.name().equals(NAME)) {
            return Optional.empty();
        }
        try {
            Expectation expected = Wire.read(Expectation.class, command.expected());
            SegmentCommand asked = Wire.read(SegmentCommand.class, command.asked());
            return asked.mayBePrepared() ? Optional.of(new PreparedStep(expected, asked)) : Optional.empty();
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }
}
