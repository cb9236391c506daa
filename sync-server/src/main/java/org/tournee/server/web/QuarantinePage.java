package org.tournee.server.web;

import java.time.ZoneId;
import java.util.List;
import org.tournee.server.page.Shell;
import org.tournee.server.store.Quarantine;

/** What was put aside, the latest first. */
public record QuarantinePage(Shell shell, List<Quarantine.Kept> all, ZoneId zone) {

    public QuarantinePage {
        all = List.copyOf(all);
    }
}
