package org.tournee.server.device;

import java.util.List;
import org.tournee.server.page.Shell;

/**
 * What a device delivered when it was closed already. Rule: R-BO.
 *
 * @param said what just became of it; empty for nothing
 * @param mayDecide whether anything waits, and whoever looks is not its author
 * @param typed the reasons of forms that were sent and did not suffice
 */
public record QuarantinePage(
        Shell shell,
        String path,
        String worker,
        String device,
        List<Row> rows,
        String said,
        boolean mayDecide,
        Typed typed) {

    /** One delivery. */
    public record Row(String received, String operations, String reason, String state, String decided, String stated) {}

    /** A reason in the form that it was written into. */
    public record Typed(String release, String close) {

        static final Typed NOTHING = new Typed("", "");

        static Typed toRelease(String reason) {
            return new Typed(reason, "");
        }

        static Typed toClose(String reason) {
            return new Typed("", reason);
        }
    }

    QuarantinePage with(Typed written) {
        return new QuarantinePage(shell, path, worker, device, rows, said, mayDecide, written);
    }
}
