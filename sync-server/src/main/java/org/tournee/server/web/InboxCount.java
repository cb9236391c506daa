package org.tournee.server.web;

import jakarta.inject.Singleton;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Section;

/** What there is to see to. */
@Singleton
final class InboxCount implements SectionCount {

    private final Inbox inbox;

    InboxCount(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public Section section() {
        return Section.INBOX;
    }

    @Override
    public int of(WebSession session) {
        return inbox.of(session).size();
    }
}
