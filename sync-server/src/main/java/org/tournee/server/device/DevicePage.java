package org.tournee.server.device;

import java.util.List;
import org.tournee.server.page.Shell;

/**
 * One device. Rule: R-BO.
 *
 * @param facts what is known of it
 * @param troubles what somebody should see to, with what to do
 * @param operationsPath to what became of its operations; empty but for the technical administration
 * @param quarantinePath to what came after it was closed; empty while it is in use
 * @param mayRevoke false where it is revoked already, or a browser
 */
public record DevicePage(
        Shell shell,
        String path,
        String worker,
        String name,
        String state,
        String tone,
        List<Fact> facts,
        List<Fact> troubles,
        String operationsPath,
        String quarantinePath,
        boolean mayRevoke) {

    /** A thing and what is said of it. */
    public record Fact(String what, String said) {}
}
