package org.tournee.server.web;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.Entry;
import org.tournee.person.Person;
import org.tournee.server.access.WebSession;
import org.tournee.server.duplicate.Duplicates;
import org.tournee.server.page.Section;

/** Says in words what may be one person. */
@Singleton
class DuplicatePages {

    /** What keeping the first of the two, or the second, is called in the form. */
    static final String KEEP_ONE = "premier";

    static final String KEEP_OTHER = "second";

    private final WorkerNames workers;
    private final Frames frames;

    DuplicatePages(WorkerNames workers, Frames frames) {
        this.workers = workers;
        this.frames = frames;
    }

    /** @param message what came of the last attempt; empty for none */
    DuplicatePage of(WebSession session, DuplicateReader.Pair pair, String message) {
        Duplicates.Proposal proposal = pair.proposal();
        WorkerNames.Names names = workers.of(session.organisation());
        return new DuplicatePage(
                frames.of(session, "Une seule personne ?", Section.INBOX),
                "/doublons/" + proposal.one() + "/" + proposal.other(),
                proposal.evidence().stream().map(Words::of).sorted().collect(Collectors.joining(", ")),
                message,
                proposal.oneDossier().equals(proposal.otherDossier()),
                List.of(side(KEEP_ONE, pair.one(), names), side(KEEP_OTHER, pair.other(), names)));
    }

    private static DuplicatePage.Side side(String key, DuplicateReader.Side side, WorkerNames.Names names) {
        Dossier dossier = side.dossier();
        return new DuplicatePage.Side(
                key,
                inQuestion(side).map(person -> person.identity().fullName()).collect(Collectors.joining()),
                inQuestion(side).map(DuplicatePages::born).collect(Collectors.joining()),
                Reference.of(side.id()),
                dossier.household().name(),
                dossier.address().line(),
                Words.day(dossier.status().openedOn()),
                side.answering().stream().map(names::of).collect(Collectors.joining(", ")),
                side.household().stream()
                        .filter(entry -> !entry.id().equals(side.person()))
                        .map(entry -> entry.value().identity().fullName() + ", " + born(entry.value()))
                        .toList());
    }

    private static Stream<Person> inQuestion(DuplicateReader.Side side) {
        return side.household().stream()
                .filter(entry -> entry.id().equals(side.person()))
                .map(Entry::value);
    }

    private static String born(Person person) {
        return person.identity().birthDate() == null
                ? "date de naissance inconnue"
                : "né·e le " + Words.day(person.identity().birthDate());
    }
}
