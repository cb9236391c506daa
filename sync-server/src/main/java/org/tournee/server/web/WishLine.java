package org.tournee.server.web;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.ReferentWish;
import org.tournee.person.PersonId;

/** Whom the person would like as a referent, in words: whose word it is, and of when. Rule: R-REF. Source: 004 §2.2.1. */
public final class WishLine {

    private WishLine() {}

    /** Empty while they said nothing. */
    public static Optional<String> of(DossierContents contents, WorkerNames.Names names) {
        return Optional.ofNullable(contents.dossier().value().wish()).map(wish -> said(wish, contents, names));
    }

    private static String said(ReferentWish wish, DossierContents contents, WorkerNames.Names names) {
        String what = Stream.concat(
                        wish.named().map(names::of).stream(),
                        Optional.ofNullable(wish.words()).map(words -> "« " + words + " »").stream())
                .collect(Collectors.joining(", "));
        String who = Optional.ofNullable(wish.saidBy())
                .flatMap(person -> name(person, contents))
                .orElse("le ménage");
        return Words.brief("WISH", what, who, Words.day(wish.saidOn()));
    }

    private static Optional<String> name(PersonId id, DossierContents contents) {
        return contents.persons().stream()
                .filter(entry -> entry.id().value().equals(id.value()))
                .map(entry -> entry.value().identity().fullName())
                .findFirst();
    }
}
