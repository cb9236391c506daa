package org.tournee.server.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tournee.bilan.BilanConclusion;
import org.tournee.bilan.BilanItem;
import org.tournee.referral.Referral;
import org.tournee.sync.RecordKind;

/** What figures count of records that stay sealed: a kind, a code and a day, no words. Rule: R-IND. */
final class ToldFacts {

    static final FactTable<Told> TABLE = new FactTable<>(
            "told_fact",
            List.of(
                    new FactTable.Column<>("kind", "text", fact -> fact.value().kind()),
                    new FactTable.Column<>("code", "text", fact -> fact.value().code()),
                    new FactTable.Column<>("day", "date", fact -> fact.value().day())));

    private static final String OPEN = "OPEN";

    /** What is counted. The names are stored and never change. */
    enum Kind {
        REFERRAL,
        BILAN_ITEM,
        BILAN_CONCLUSION
    }

    record Told(Kind kind, String code, LocalDate day) {}

    private ToldFacts() {}

    static PassingFacts<Told> of(Collection<RecordRow> rows) {
        PassingFacts<Told> facts = new PassingFacts<>();
        facts.collect(rows, RecordKind.REFERRAL, Referral.class, ToldFacts::told);
        facts.collect(rows, RecordKind.BILAN_ITEM, BilanItem.class, ToldFacts::told);
        facts.collect(rows, RecordKind.BILAN_CONCLUSION, BilanConclusion.class, ToldFacts::told);
        return facts;
    }

    /** As it stands: nobody known to have taken over, or what became of it. Rule: R-REL. */
    private static Optional<Told> told(Referral referral) {
        String state = Optional.ofNullable(referral.outcome())
                .map(outcome -> outcome.state().name())
                .orElse(OPEN);
        return Optional.of(new Told(Kind.REFERRAL, state, referral.orientation().madeOn()));
    }

    private static Optional<Told> told(BilanItem item) {
        BilanItem.Statement statement = item.statement();
        return Optional.of(new Told(
                Kind.BILAN_ITEM,
                statement.dimension() + "." + statement.effect(),
                item.validity().openedOn()));
    }

    /** A revision of the year counts from it. Rule: R-SEG-7. */
    private static Optional<Told> told(BilanConclusion bilan) {
        BilanConclusion.Conclusion conclusion = bilan.conclusion();
        return Optional.of(
                new Told(Kind.BILAN_CONCLUSION, conclusion.orientation().name(), conclusion.concludedOn()));
    }
}
