package org.tournee.server.reception;

import jakarta.inject.Singleton;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Section;
import org.tournee.server.web.SectionCount;

/** Liaison sheets that go to the viewer and that nobody took over yet. Rule: R-REL. */
@Singleton
final class LiaisonCount implements SectionCount {

    private final LiaisonSheets sheets;

    LiaisonCount(LiaisonSheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public Section section() {
        return Section.RECEPTION;
    }

    @Override
    public int of(WebSession session) {
        return sheets.waiting(session);
    }
}
