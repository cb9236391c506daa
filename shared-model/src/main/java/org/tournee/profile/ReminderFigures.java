package org.tournee.profile;

import io.avaje.jsonb.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When reminders appear and to whom they go next, all in days but for the former referent's view. Rule: R-REM.
 *
 * @param ahead how long before its day an action, a goal or a right is told
 * @param agreementEnding how long before its end an agreement is told
 * @param agreementWithin how long after a stay began its agreement is due
 * @param documentExpiring how long before its last day, and after it, a document is told. Rule: R-DOC
 * @param noShow for how long a missed appointment asks for a call
 * @param escalation how long after its due day a reminder goes to the head as well
 * @param formerReferentView for how many months a former referent still sees a dossier. Rule: R-REF
 * @param declaration how long before a renewal is due, and after it, it is told; null where it is not. Rule: R-RDD
 * @param signature how long somebody has to sign what waits for them; null where it is not told. Rule: R-SEG-6
 * @param question how long a colleague waits for an answer; null where it is not told. Rule: R-ASK
 * @param silentPhone how long a phone may go without a sync before it is told; null where it is not. Rule: R-SYN
 * @param closedHeld how long after its closure whoever answered for a dossier still does, so that their phone holds it; null
 *     where that does not end by itself. Rules: R-SHARE, R-GDPR
 * @param liaison how long a liaison sheet waits for somebody to take over before it is told; null where it is not. Rule:
 *     R-REL
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record ReminderFigures(
        Figure ahead,
        Figure agreementEnding,
        Figure agreementWithin,
        Figure documentExpiring,
        Figure noShow,
        Figure escalation,
        Figure formerReferentView,
        @Nullable Figure declaration,
        @Nullable Figure signature,
        @Nullable Figure question,
        @Nullable Figure silentPhone,
        @Nullable Figure closedHeld,
        @Nullable Figure liaison)
        implements FigureSet {

    public ReminderFigures {
        ahead.expect(Figure.Unit.DAYS);
        agreementEnding.expect(Figure.Unit.DAYS);
        agreementWithin.expect(Figure.Unit.DAYS);
        documentExpiring.expect(Figure.Unit.DAYS);
        noShow.expect(Figure.Unit.DAYS);
        escalation.expect(Figure.Unit.DAYS);
        formerReferentView.expect(Figure.Unit.MONTHS);
        Figure.expectIfGiven(declaration, Figure.Unit.DAYS);
        Figure.expectIfGiven(signature, Figure.Unit.DAYS);
        Figure.expectIfGiven(question, Figure.Unit.DAYS);
        Figure.expectIfGiven(silentPhone, Figure.Unit.DAYS);
        Figure.expectIfGiven(closedHeld, Figure.Unit.DAYS);
        Figure.expectIfGiven(liaison, Figure.Unit.DAYS);
    }

    static ReminderFigures of(Map<NormFigure, Figure> figures) {
        return new ReminderFigures(
                NormFigure.AHEAD.in(figures),
                NormFigure.AGREEMENT_ENDING.in(figures),
                NormFigure.AGREEMENT_WITHIN.in(figures),
                NormFigure.DOCUMENT_EXPIRING.in(figures),
                NormFigure.NO_SHOW.in(figures),
                NormFigure.ESCALATION.in(figures),
                NormFigure.FORMER_REFERENT_VIEW.in(figures),
                figures.get(NormFigure.DECLARATION),
                figures.get(NormFigure.SIGNATURE),
                figures.get(NormFigure.QUESTION),
                figures.get(NormFigure.SILENT_PHONE),
                figures.get(NormFigure.CLOSED_HELD),
                figures.get(NormFigure.LIAISON));
    }

    @Override
    public void into(Map<NormFigure, Figure> figures) {
        NormFigure.AHEAD.put(figures, ahead);
        NormFigure.AGREEMENT_ENDING.put(figures, agreementEnding);
        NormFigure.AGREEMENT_WITHIN.put(figures, agreementWithin);
        NormFigure.DOCUMENT_EXPIRING.put(figures, documentExpiring);
        NormFigure.NO_SHOW.put(figures, noShow);
        NormFigure.ESCALATION.put(figures, escalation);
        NormFigure.FORMER_REFERENT_VIEW.put(figures, formerReferentView);
        NormFigure.DECLARATION.put(figures, declaration);
        NormFigure.SIGNATURE.put(figures, signature);
        NormFigure.QUESTION.put(figures, question);
        NormFigure.SILENT_PHONE.put(figures, silentPhone);
        NormFigure.CLOSED_HELD.put(figures, closedHeld);
        NormFigure.LIAISON.put(figures, liaison);
    }
}
