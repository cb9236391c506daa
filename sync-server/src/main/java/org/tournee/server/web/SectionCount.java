package org.tournee.server.web;

import org.tournee.server.access.WebSession;
import org.tournee.server.page.Section;

/** How much waits in a part of the back office for whoever is signed in: the number beside its name. Rule: R-BO. */
public interface SectionCount {

    /** The part that it counts for. */
    Section section();

    /** How much waits for them; 0 shows no number. */
    int of(WebSession session);
}
