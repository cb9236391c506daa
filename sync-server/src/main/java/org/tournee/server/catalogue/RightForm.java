package org.tournee.server.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.HouseholdFact;
import org.tournee.rights.Right;
import org.tournee.rights.RightsDomain;
import org.tournee.server.page.FormFields;

/** What was typed into the form of a right. Rule: R-CAT. */
final class RightForm {

    static final String ID = "id";
    static final String SEEN = "vu";
    static final String NAME = "nom";
    static final String INSTITUTION = "institution";
    static final String DOMAIN = "domaine";
    static final String NATURE = "nature";
    static final String CONDITIONS = "conditions";
    static final String DOCUMENTS = "documents";
    static final String PAGE = "page";
    static final String RENEWAL = "renouvellement";
    static final String FACT = "fait-";

    private static final int NO_NUMBER = -1;

    private final FormFields fields;

    RightForm(Map<String, String> fields) {
        this.fields = new FormFields(fields);
    }

    String text(String field) {
        return fields.text(field);
    }

    /** What it was made from; empty for a new right. */
    String seen() {
        return text(SEEN);
    }

    private List<HouseholdFact> facts() {
        return Arrays.stream(HouseholdFact.values())
                .filter(fact -> fields.byName().containsKey(FACT + fact))
                .toList();
    }

    private List<String> documents() {
        return Arrays.stream(text(DOCUMENTS).split("\n", -1))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Null where nothing is renewed; no number of months where something else was typed. */
    private @Nullable Integer renewal() {
        String text = text(RENEWAL);
        if (text.isEmpty()) {
            return null;
        }
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : NO_NUMBER;
    }

    /** Empty where domain or nature were not chosen. */
    Optional<Right> right(String id) {
        Optional<RightsDomain> domain = fields.code(DOMAIN, RightsDomain.class);
        Optional<Right.Nature> nature = fields.code(NATURE, Right.Nature.class);
        if (domain.isEmpty() || nature.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Right(
                id,
                text(NAME),
                text(INSTITUTION),
                domain.get(),
                nature.get(),
                text(CONDITIONS),
                documents(),
                text(PAGE),
                renewal(),
                facts(),
                null,
                null));
    }

    /** The page's view of what was typed. */
    RightPage.Typed typed(String id, String seen) {
        return new RightPage.Typed(
                id,
                seen,
                text(NAME),
                text(INSTITUTION),
                text(DOMAIN),
                text(NATURE),
                text(CONDITIONS),
                text(DOCUMENTS),
                text(PAGE),
                text(RENEWAL),
                facts());
    }

    /** The page's view of a right as it stands in the draft. */
    static RightPage.Typed of(Right right, String seen) {
        return new RightPage.Typed(
                right.id(),
                seen,
                right.name(),
                right.institution(),
                right.domain().name(),
                right.nature().name(),
                right.conditions(),
                right.documents().stream().collect(Collectors.joining("\n")),
                right.officialPage(),
                right.renewalMonths() == null ? "" : right.renewalMonths().toString(),
                right.suggestWhen());
    }
}
