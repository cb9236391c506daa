package org.tournee.server.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.tournee.document.Document;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.person.Person;
import org.tournee.sync.Audience;

/** The documents of a dossier as lines of its page. Rule: R-DOC. */
final class DocumentLines {

    private final DossierContents contents;
    private final LocalDate today;

    DocumentLines(DossierContents contents, LocalDate today) {
        this.contents = contents;
        this.today = today;
    }

    /** By kind, the one that serves the longest first. */
    List<DossierPage.DocumentLine> all() {
        return contents.documents().stream()
                .sorted(Comparator.comparing((Entry<Document> entry) ->
                                entry.value().description().kind())
                        .thenComparing(
                                entry -> Objects.requireNonNullElse(
                                        entry.value().description().expiresOn(), LocalDate.MAX),
                                Comparator.reverseOrder()))
                .map(this::line)
                .toList();
    }

    private DossierPage.DocumentLine line(Entry<Document> entry) {
        Document document = entry.value();
        boolean valid = document.isValidOn(today);
        String state = !document.isHeld() ? "en attente du téléphone" : valid ? "reçu" : "périmé";
        String tone = !document.isHeld() ? "amber" : valid ? "green" : "";
        return new DossierPage.DocumentLine(
                document.description().kind(),
                said(entry),
                state,
                tone,
                document.isHeld() ? "/documents/" + entry.id() : "");
    }

    private String said(Entry<Document> entry) {
        Document.Description description = entry.value().description();
        List<String> said = new ArrayList<>();
        if (description.title() != null) {
            said.add(description.title());
        }
        contents.persons().stream()
                .filter(person -> description.persons().stream()
                        .anyMatch(id -> id.value().equals(person.id().value())))
                .map(Entry::value)
                .map(Person::identity)
                .forEach(identity -> said.add(identity.fullName()));
        if (description.expiresOn() != null) {
            said.add("valable jusqu’au " + Words.day(description.expiresOn()));
        }
        if (entry.audience() == Audience.RESTRICTED) {
            said.add("accès restreint");
        }
        return String.join(", ", said);
    }
}
