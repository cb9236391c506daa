package org.tournee.document;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tournee.dossier.Entry;

/**
 * The documents of a dossier as papers that rights ask for: one that is there and still serves is used again instead of
 * being asked for again. Rule: R-DOC. Source: 004 §2.1.3.
 */
public final class Papers {

    private final List<Entry<Document>> documents;
    private final LocalDate today;

    /** @param today the day of the organisation */
    public Papers(Collection<Entry<Document>> documents, LocalDate today) {
        this.documents = List.copyOf(documents);
        this.today = today;
    }

    /** The paper of that kind that serves the longest; empty where none does today. */
    public Optional<Entry<Document>> answering(String needed) {
        return documents.stream()
                .filter(document -> isOfKind(document.value(), needed))
                .filter(document -> document.value().isValidOn(today))
                .max(Comparator.comparing(document -> lastDay(document.value())));
    }

    /** Those of the papers asked for that nothing in the dossier answers, in their order. */
    public List<String> missing(Collection<String> needed) {
        return needed.stream().filter(paper -> answering(paper).isEmpty()).toList();
    }

    /** Whether another of its kind, about the same persons, serves longer: then nobody needs to renew this one. */
    public boolean isReplaced(Entry<Document> document) {
        Document.Description description = document.value().description();
        return documents.stream()
                .filter(other -> !other.id().equals(document.id()))
                .map(Entry::value)
                .filter(other -> isOfKind(other, description.kind()))
                .filter(other -> other.description().persons().containsAll(description.persons())
                        || other.description().persons().isEmpty())
                .anyMatch(other -> lastDay(other).isAfter(lastDay(document.value())));
    }

    private static boolean isOfKind(Document document, String kind) {
        return word(document.description().kind()).equals(word(kind));
    }

    /** The same word whatever its capitals, its apostrophe and the space around it. */
    private static String word(String text) {
        return text.strip().replace('’', '\'').toLowerCase(Locale.ROOT);
    }

    private static LocalDate lastDay(Document document) {
        LocalDate last = document.description().expiresOn();
        return last == null ? LocalDate.MAX : last;
    }
}
