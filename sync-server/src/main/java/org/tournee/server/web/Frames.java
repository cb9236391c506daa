package org.tournee.server.web;

import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Section;
import org.tournee.server.page.Shell;
import org.tournee.server.segment.Profiles;

/** What surrounds a page, for whoever looks at it. */
@Singleton
public class Frames {

    private final List<SectionCount> counts;
    private final Profiles profiles;

    Frames(List<SectionCount> counts, Profiles profiles) {
        this.counts = List.copyOf(counts);
        this.profiles = profiles;
    }

    /** The frame of a page of that section; null for none. */
    public Shell of(WebSession session, String title, @Nullable Section active) {
        Map<Section, Integer> waiting = new EnumMap<>(Section.class);
        for (SectionCount count : counts) {
            if (count.section().isOpenTo(session.roles())) {
                waiting.put(count.section(), count.of(session));
            }
        }
        return new Shell(
                title,
                active,
                Section.openTo(session.roles()),
                waiting,
                session.name(),
                profiles.wording(session.organisation()),
                session.csrf());
    }
}
