package org.tournee.server.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tournee.bilan.ProfessionalBilan;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.person.Person;

/** The bilan socioprofessionnel of each person, as lines of the dossier's page. Rule: R-BSP. */
final class ProfessionalLines {

    private final DossierContents contents;
    private final LocalDate today;

    ProfessionalLines(DossierContents contents, LocalDate today) {
        this.contents = contents;
        this.today = today;
    }

    /** One a person: the phase, then what was written. */
    List<DossierPage.Part> all() {
        return contents.professionalBilans().stream()
                .map(Entry::value)
                .map(bilan -> new DossierPage.Part(person(bilan), parts(bilan)))
                .toList();
    }

    private String person(ProfessionalBilan bilan) {
        return contents.persons().stream()
                .filter(entry ->
                        entry.id().value().equals(bilan.subject().person().value()))
                .map(entry -> entry.value().identity())
                .map(Person.Identity::fullName)
                .findFirst()
                .orElse("");
    }

    private List<String> parts(ProfessionalBilan bilan) {
        List<String> lines = new ArrayList<>();
        ProfessionalBilan.Stage stage = bilan.stage();
        lines.add(Words.brief("PHASE", Words.of(stage.phase()), Words.dayNear(stage.since(), today)));
        if (bilan.experiences() != null) {
            lines.add(Words.brief("EXPERIENCES", bilan.experiences().text()));
        }
        if (bilan.wishes() != null) {
            lines.add(Words.brief("WISHES", bilan.wishes().text()));
        }
        if (bilan.obstacles() != null) {
            lines.add(Words.brief("OBSTACLES", obstacles(bilan.obstacles())));
        }
        ProfessionalBilan.Next next = bilan.next();
        if (next != null) {
            String what = next.dueOn() == null
                    ? next.what()
                    : Words.brief("DATED", next.what(), Words.dayNear(next.dueOn(), today));
            lines.add(Words.brief("NEXT", what));
        }
        return lines;
    }

    private static String obstacles(ProfessionalBilan.Obstacles obstacles) {
        List<String> said = new ArrayList<>();
        obstacles.kinds().forEach(kind -> said.add(Words.of(kind)));
        if (!obstacles.text().isBlank()) {
            said.add(obstacles.text());
        }
        return String.join(", ", said);
    }
}
