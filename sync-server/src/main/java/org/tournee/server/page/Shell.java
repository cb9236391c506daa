package org.tournee.server.page;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.profile.Wording;

/**
 * What surrounds a page.
 *
 * @param active the section that the page belongs to; null for none
 * @param sections those that the viewer may open
 * @param waiting how much waits in a section; nothing is shown where nothing does
 * @param viewer the name of whoever is signed in
 * @param wording what the organisation calls things. Rule: R-SEG-0
 * @param csrf what each form carries
 */
public record Shell(
        String title,
        @Nullable Section active,
        List<Section> sections,
        Map<Section, Integer> waiting,
        String viewer,
        Wording wording,
        String csrf) {

    public Shell {
        sections = List.copyOf(sections);
        waiting = Map.copyOf(waiting);
    }

    /** How much waits in that section. */
    public int waitingIn(Section section) {
        return Objects.requireNonNull(waiting.getOrDefault(section, 0));
    }
}
