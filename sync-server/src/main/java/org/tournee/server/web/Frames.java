package org.tournee.server.web;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Section;
import org.tournee.server.page.Shell;

/** What surrounds a page, for whoever looks at it. */
@Singleton
public class Frames {

    private final Inbox inbox;

    Frames(Inbox inbox) {
        this.inbox = inbox;
    }

    /** The frame of a page of that section; null for none. */
    public Shell of(WebSession session, String title, @Nullable Section active) {
        boolean sorts = Section.INBOX.isOpenTo(session.roles());
        return new Shell(
                title,
                active,
                Section.openTo(session.roles()),
                sorts ? inbox.of(session).size() : 0,
                session.name(),
                session.csrf());
    }
}
