package org.tournee.server.workflow;

import jakarta.inject.Singleton;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Section;
import org.tournee.server.web.SectionCount;

/** What waits for the viewer's signature, and the reviews that they are to see to. Rules: R-BO, R-SEG-7. */
@Singleton
final class DecisionsCount implements SectionCount {

    private final OpenDecisions decisions;
    private final DueReviews reviews;

    DecisionsCount(OpenDecisions decisions, DueReviews reviews) {
        this.decisions = decisions;
        this.reviews = reviews;
    }

    @Override
    public Section section() {
        return Section.DECISIONS;
    }

    @Override
    public int of(WebSession session) {
        long signatures = decisions.of(session).stream()
                .filter(OpenDecisions.Open::isTheirs)
                .count();
        return (int) signatures + reviews.count(session);
    }
}
