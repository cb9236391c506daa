package org.tournee.server.directory;

import java.util.List;
import org.tournee.contact.Topic;
import org.tournee.server.page.Shell;

/**
 * One partner: to read, and for the back office to write. Rule: R-DIR.
 *
 * @param known whether the directory lists it already
 * @param checkedOn when somebody last made sure that it is so; empty for a new one
 * @param wrong what keeps it from being saved; empty for nothing
 */
public record PartnerPage(
        Shell shell, Typed typed, boolean known, String checkedOn, boolean writes, List<String> wrong) {

    public PartnerPage {
        wrong = List.copyOf(wrong);
    }

    /** The fields as they stand or were typed. */
    public record Typed(
            String id,
            long rev,
            String name,
            List<Topic> topics,
            String what,
            String audience,
            String criteria,
            String street,
            String postcode,
            String commune,
            String hours,
            String person,
            String phone,
            String email,
            boolean closed) {

        public Typed {
            topics = List.copyOf(topics);
        }
    }
}
