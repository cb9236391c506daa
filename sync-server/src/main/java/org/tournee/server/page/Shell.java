package org.tournee.server.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a page.
 *
 * @param active the section that the page belongs to; null for none
 * @param sections those that the viewer may open
 * @param waiting how much there is to see to; 0 shows nothing
 * @param viewer the name of whoever is signed in
 * @param csrf what each form carries
 */
public record Shell(
        String title, @Nullable Section active, List<Section> sections, int waiting, String viewer, String csrf) {

    public Shell {
        sections = List.copyOf(sections);
    }
}
