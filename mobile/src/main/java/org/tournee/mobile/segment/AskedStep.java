package org.tournee.mobile.segment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.mobile.app.Messages;
import org.tournee.segment.Segment;
import org.tournee.workflow.SegmentChoices.CommandKind;
import org.tournee.workflow.SegmentCommand;

/**
 * What a step that was prepared asks for, whichever it is.
 *
 * @param to null for a step that leads nowhere
 * @param criteria those that were ticked; empty for none
 * @param text the reason or the report
 */
record AskedStep(CommandKind kind, @Nullable Segment to, List<String> criteria, String text) {

    AskedStep {
        criteria = List.copyOf(criteria);
    }

    /** @throws IllegalArgumentException for a step that is signed online */
    static AskedStep of(SegmentCommand asked) {
        if (asked instanceof SegmentCommand.Propose it) {
            return new AskedStep(CommandKind.PROPOSE, it.to(), it.criteria(), it.report());
        }
        if (asked instanceof SegmentCommand.Decide it) {
            return new AskedStep(CommandKind.DECIDE, it.to(), it.criteria(), it.reason());
        }
        if (asked instanceof SegmentCommand.Request it) {
            return new AskedStep(CommandKind.REQUEST, it.to(), List.of(), it.reason());
        }
        if (asked instanceof SegmentCommand.ProposeAtLimit it) {
            return new AskedStep(CommandKind.PROPOSE_AT_LIMIT, it.to(), it.criteria(), it.reason());
        }
        if (asked instanceof SegmentCommand.Decline it) {
            return new AskedStep(CommandKind.DECLINE, null, List.of(), it.reason());
        }
        if (asked instanceof SegmentCommand.Withdraw it) {
            return new AskedStep(CommandKind.WITHDRAW, null, List.of(), it.reason());
        }
        throw new IllegalArgumentException("It is signed online");
    }

    /** "Changer de segment : B, besoin moyen". */
    String title(Messages messages) {
        String what = messages.get("segmentStep." + kind.name());
        return to == null ? what : messages.get("segmentStep.towards", what, messages.of(to));
    }
}
