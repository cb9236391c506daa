package org.tournee.mobile.request;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.ReferentWish;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.Names;
import org.tournee.person.PersonId;

/** A wish for a referent in words: what, whose word it is, and of when. Rule: R-REF. */
public final class WishText {

    private WishText() {}

    public static String of(ReferentWish wish, DossierContents contents, Phone phone) {
        String what = Stream.concat(
                        wish.named().map(worker -> Names.of(phone, worker)).stream(),
                        Stream.ofNullable(wish.words())
                                .map(words -> phone.messages().get("wish.words", words)))
                .collect(Collectors.joining(", "));
        PersonId by = wish.saidBy();
        String who =
                by == null ? phone.messages().get("wish.household") : Names.ofPerson(contents, by, phone.messages());
        return phone.messages().get("wish.said", what, who, DateTexts.of(phone).day(wish.saidOn()));
    }
}
