package org.tournee.server.directory;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tournee.contact.Topic;
import org.tournee.directory.Listed;
import org.tournee.directory.Partner;
import org.tournee.server.page.PlainText;

/**
 * What of the directory is shown; it stays in the address. Partners are services and no persons: their words may stand
 * there.
 *
 * @param closed whether those that closed are shown instead of those that are open
 */
record DirectoryFilter(String text, @Nullable Topic topic, boolean closed) {

    static DirectoryFilter of(@Nullable String text, @Nullable String topic, @Nullable String state) {
        return new DirectoryFilter(
                text == null ? "" : text.strip(),
                Arrays.stream(Topic.values())
                        .filter(one -> one.name().equals(topic))
                        .findFirst()
                        .orElse(null),
                "fermes".equals(state));
    }

    /** Whether every word stands in what the partner is, does, or where it is; accents are forgiven. */
    boolean matches(Listed listed) {
        Partner partner = listed.partner();
        String searched = PlainText.of(String.join(
                " ",
                partner.identity().name(),
                partner.offer().what(),
                partner.offer().audience(),
                partner.place().communeName()));
        return listed.isOpen() != closed
                && (topic == null || partner.offer().topics().contains(topic))
                && Arrays.stream(PlainText.of(text).split(" ", -1)).allMatch(searched::contains);
    }
}
