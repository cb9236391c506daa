package org.tournee.server.web;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.Entry;
import org.tournee.person.Person;
import org.tournee.profile.Wording;
import org.tournee.server.access.WebSession;
import org.tournee.server.duplicate.Duplicates;
import org.tournee.server.page.Section;
import org.tournee.server.page.Shell;
import org.tournee.server.segment.Profiles;
import org.tournee.workflow.DossierCourse;

/** Says in words what may be one person. */
@Singleton
class DuplicatePages {

    /** What keeping the first of the two, or the second, is called in the form. */
    static final String KEEP_ONE = "premier";

    static final String KEEP_OTHER = "second";

    private final WorkerNames workers;
    private final Profiles profiles;
    private final Frames frames;

    DuplicatePages(WorkerNames workers, Profiles profiles, Frames frames) {
        this.workers = workers;
        this.profiles = profiles;
        this.frames = frames;
    }

    /** @param message what came of the last attempt; empty for none */
    DuplicatePage of(WebSession session, DuplicateReader.Pair pair, String message) {
        Duplicates.Proposal proposal = pair.proposal();
        WorkerNames.Names names = workers.of(session.organisation());
        Shell shell = frames.of(session, "Une seule personne ?", Section.INBOX);
        Wording wording = shell.wording();
        boolean sameDossier = proposal.oneDossier().equals(proposal.otherDossier());
        return new DuplicatePage(
                shell,
                "/doublons/" + proposal.one() + "/" + proposal.other(),
                proposal.evidence().stream().map(Words::of).sorted().collect(Collectors.joining(", ")),
                message,
                sameDossier,
                List.of(side(KEEP_ONE, pair.one(), names, wording), side(KEEP_OTHER, pair.other(), names, wording)),
                sameDossier || profiles.of(session.organisation()).segmentation() == null
                        ? List.of()
                        : together(pair, wording));
    }

    /** What is of both and cannot stand twice: whoever decides knows which of it will hold. Rules: R-DUP, R-SEG-6. */
    private static List<String> together(DuplicateReader.Pair pair, Wording wording) {
        DossierCourse one = pair.one().course();
        DossierCourse other = pair.other().course();
        if (one == null || other == null) {
            return List.of("Si chacun a un séjour en cours, celui qui a commencé en dernier vaut une fois les dossiers"
                    + " réunis ; une décision le change ensuite.");
        }
        List<DossierCourse> both = List.of(one, other);
        List<String> said = new ArrayList<>();
        if (both.stream().allMatch(course -> course.stay() != null)) {
            said.add(
                    "Les deux dossiers ont un séjour en cours. Une fois réunis, c’est celui qui a commencé en dernier qui"
                            + " vaut (" + segment(latest(both), wording)
                            + "). Si ce n’est pas le bon, une décision le change ensuite, signée comme toute autre.");
        }
        if (both.stream().allMatch(course -> course.open() != null)) {
            said.add("Une décision attend dans chacun : elles se signent l’une après l’autre. Celle qui n’a plus lieu"
                    + " d’être se retire ou se renvoie d’abord.");
        }
        return said;
    }

    private static DossierCourse latest(List<DossierCourse> both) {
        return Collections.max(both, Comparator.comparing(DuplicatePages::enteredOn));
    }

    private static LocalDate enteredOn(DossierCourse course) {
        return Objects.requireNonNull(course.stay()).value().span().enteredOn();
    }

    private static String segment(@Nullable DossierCourse course, Wording wording) {
        return course == null || course.segment() == null
                ? ""
                : Words.of(course.segment(), wording) + ", depuis le " + Words.day(enteredOn(course));
    }

    private static DuplicatePage.Side side(
            String key, DuplicateReader.Side side, WorkerNames.Names names, Wording wording) {
        Dossier dossier = side.contents().dossier().value();
        return new DuplicatePage.Side(
                key,
                inQuestion(side).map(person -> person.identity().fullName()).collect(Collectors.joining()),
                inQuestion(side).map(DuplicatePages::born).collect(Collectors.joining()),
                Reference.of(side.id()),
                dossier.household().name(),
                dossier.address().line(),
                Words.day(dossier.status().openedOn()),
                side.answering().stream().map(names::of).collect(Collectors.joining(", ")),
                segment(side.course(), wording),
                side.course() != null && side.course().open() != null,
                side.contents().household().stream()
                        .filter(entry -> !entry.id().equals(side.person()))
                        .map(entry -> entry.value().identity().fullName() + ", " + born(entry.value()))
                        .toList());
    }

    private static Stream<Person> inQuestion(DuplicateReader.Side side) {
        return side.contents().household().stream()
                .filter(entry -> entry.id().equals(side.person()))
                .map(Entry::value);
    }

    private static String born(Person person) {
        return person.identity().birthDate() == null
                ? "date de naissance inconnue"
                : "né·e le " + Words.day(person.identity().birthDate());
    }
}
