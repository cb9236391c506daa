package org.tournee.server.workflow;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.Entry;
import org.tournee.dossier.ReferentWish;
import org.tournee.organisation.WorkerId;
import org.tournee.person.PersonId;
import org.tournee.server.page.FormFields;

/**
 * What the person wishes of a referent, as it was typed. Rule: R-REF.
 *
 * @param rev the revision of the dossier's record that was seen
 * @param workers who may be wished for
 * @param persons who may have said so
 * @param open whether it came back
 */
public record WishForm(
        long rev,
        List<ReferentsPage.Choice> workers,
        List<Person> persons,
        String worker,
        String words,
        String saidOn,
        String saidBy,
        boolean open) {

    static final String REV = "rev";
    static final String WORKER = "qui";
    static final String WORDS = "mots";
    static final String SAID_ON = "dit-le";
    static final String SAID_BY = "dit-par";

    /** Somebody of the household. */
    public record Person(String id, String name) {}

    /** As the dossier says, or one of today. */
    static WishForm of(
            Entry<Dossier> dossier, List<ReferentsPage.Choice> workers, List<Person> persons, LocalDate today) {
        ReferentWish wish = dossier.value().wish();
        if (wish == null) {
            return new WishForm(dossier.rev(), workers, persons, "", "", today.toString(), "", false);
        }
        PersonId by = wish.saidBy();
        return new WishForm(
                dossier.rev(),
                workers,
                persons,
                wish.named().map(WorkerId::toString).orElse(""),
                wish.words() == null ? "" : wish.words(),
                wish.saidOn().toString(),
                by == null ? "" : by.toString(),
                false);
    }

    /** The same form with what was sent in it. */
    WishForm typed(FormFields sent) {
        return new WishForm(
                rev,
                workers,
                persons,
                sent.text(WORKER),
                sent.text(WORDS),
                sent.text(SAID_ON),
                sent.text(SAID_BY),
                true);
    }

    /**
     * The wish; one that says nothing takes back what was said.
     *
     * @param today the last day on which it can have been said
     * @return empty where the day is missing or to come
     */
    static Optional<ReferentWish> read(FormFields sent, LocalDate today) {
        String words = sent.text(WORDS);
        return sent.day(SAID_ON)
                .filter(day -> !day.isAfter(today))
                .map(day -> new ReferentWish(
                        sent.id(WORKER).map(WorkerId::new).orElse(null),
                        words.isEmpty() ? null : words,
                        day,
                        sent.id(SAID_BY).map(PersonId::new).orElse(null)));
    }

    /** The dossier with it. */
    static Dossier on(Dossier dossier, ReferentWish wish) {
        @Nullable ReferentWish said = wish.isSaid() ? wish : null;
        return dossier.wishing(said);
    }
}
