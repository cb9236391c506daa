package org.tournee.mobile.directory;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tournee.directory.Listed;
import org.tournee.directory.Partner;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.search.WordSearch;

/** A partner in words: in a line of a list, and as it is searched. Rule: R-DIR. */
public final class PartnerText {

    private PartnerText() {}

    /** "Civray · Logement, Santé". */
    public static String line(Partner partner, Messages messages) {
        return partner.place().communeName() + " · " + topics(partner, messages);
    }

    static String topics(Partner partner, Messages messages) {
        return partner.offer().topics().stream().map(messages::of).collect(Collectors.joining(", "));
    }

    static String address(Partner partner) {
        Partner.Place place = partner.place();
        String commune = (place.postcode() + " " + place.communeName()).strip();
        return place.street().isBlank() ? commune : place.street() + ", " + commune;
    }

    /** The search in all that a partner offers, over those that are open. */
    public static WordSearch<Listed> search(List<Listed> partners, Messages messages) {
        return new WordSearch<>(
                partners.stream().filter(Listed::isOpen).toList(), listed -> searched(listed.partner(), messages));
    }

    private static String searched(Partner partner, Messages messages) {
        Partner.Offer offer = partner.offer();
        return Stream.of(
                        partner.identity().name(),
                        offer.what(),
                        offer.audience(),
                        offer.criteria(),
                        address(partner),
                        topics(partner, messages))
                .collect(Collectors.joining(" "));
    }
}
