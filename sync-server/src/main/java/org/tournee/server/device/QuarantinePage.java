package org.tournee.server.device;

import java.util.List;
import org.tournee.server.page.Shell;

/**
 * What a device delivered when it was closed already. Rule: R-BO.
 *
 * @param said what just became of it; empty for nothing
 * @param mayDecide whether anything waits, and whoever looks is not its author
 */
public record QuarantinePage(
        Shell shell, String path, String worker, String device, List<Row> rows, String said, boolean mayDecide) {

    /** One delivery. */
    public record Row(String received, String operations, String reason, String state, String decided, String stated) {}
}
