package org.tournee.server.device;

import java.util.List;
import org.tournee.server.page.Shell;

/**
 * The devices that somebody may see to, by worker. Rule: R-BO.
 *
 * @param state which are shown: {@code utilises}, {@code verifier} or {@code tous}
 */
public record DevicesPage(Shell shell, List<Row> rows, String state, int total) {

    /** A device. {@code tone} is the class of its chip. */
    public record Row(
            String path,
            String worker,
            String name,
            String seen,
            String clock,
            String held,
            String state,
            String tone) {}
}
