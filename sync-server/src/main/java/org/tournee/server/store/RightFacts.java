package org.tournee.server.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tournee.rights.RightCheck;
import org.tournee.rights.RightState;
import org.tournee.rights.RightsCheckup;
import org.tournee.sync.RecordKind;

/** What figures count of rendez-vous des droits: which right was looked at, and what became of it. Rules: R-RDD, R-IND. */
final class RightFacts {

    static final FactTable<RightsCheckup> CHECKUPS = new FactTable<>(
            "checkup_fact",
            List.of(
                    new FactTable.Column<>(
                            "origin", "text", fact -> fact.value().occasion().origin()),
                    new FactTable.Column<>(
                            "started_at",
                            "timestamptz",
                            fact -> fact.value().course().startedAt())));

    static final FactTable<RightCheck> RIGHTS = new FactTable<>(
            "right_fact",
            List.of(
                    new FactTable.Column<>(
                            "checkup_id", "uuid", fact -> fact.value().subject().checkup()),
                    new FactTable.Column<>(
                            "right_id", "text", fact -> fact.value().subject().rightId()),
                    new FactTable.Column<>(
                            "state", "text", fact -> fact.value().finding().state()),
                    new FactTable.Column<>(
                            "outcome",
                            "text",
                            fact -> Optional.ofNullable(fact.value().ending())
                                    .map(RightCheck.Ending::outcome)
                                    .orElse(null)),
                    new FactTable.Column<>(
                            "ended_on",
                            "date",
                            fact -> Optional.ofNullable(fact.value().ending())
                                    .map(RightCheck.Ending::endedOn)
                                    .orElse(null))));

    private RightFacts() {}

    static PassingFacts<RightsCheckup> checkups(Collection<RecordRow> rows) {
        PassingFacts<RightsCheckup> facts = new PassingFacts<>();
        facts.collect(rows, RecordKind.RIGHTS_CHECKUP, RightsCheckup.class, Optional::of);
        return facts;
    }

    /** One that was put off was not looked at. */
    static PassingFacts<RightCheck> rights(Collection<RecordRow> rows) {
        PassingFacts<RightCheck> facts = new PassingFacts<>();
        facts.collect(
                rows,
                RecordKind.RIGHT_CHECK,
                RightCheck.class,
                check -> Optional.of(check).filter(looked -> looked.finding().state() != RightState.NOT_LOOKED_AT));
        return facts;
    }
}
