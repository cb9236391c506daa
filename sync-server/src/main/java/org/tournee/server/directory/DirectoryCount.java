package org.tournee.server.directory;

import jakarta.inject.Singleton;
import org.tournee.organisation.Role;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Section;
import org.tournee.server.web.SectionCount;

/** What the field said of the directory and nobody dealt with yet. */
@Singleton
final class DirectoryCount implements SectionCount {

    private final DirectoryNotes notes;

    DirectoryCount(DirectoryNotes notes) {
        this.notes = notes;
    }

    @Override
    public Section section() {
        return Section.DIRECTORY;
    }

    @Override
    public int of(WebSession session) {
        return session.has(Role.BACK_OFFICE) ? notes.waiting(session.organisation()) : 0;
    }
}
