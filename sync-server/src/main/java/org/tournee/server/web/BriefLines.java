package org.tournee.server.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tournee.agreement.ServiceAgreement;
import org.tournee.dossier.Brief;
import org.tournee.dossier.DossierContents;
import org.tournee.profile.Wording;
import org.tournee.referral.Referral;
import org.tournee.segment.Stay;

/**
 * The dossier in brief, for a colleague who takes it up: why, where it stands, what is agreed, what is due, who else is
 * involved. Rule: R-REF. Source: 000 §2.2.5.
 */
final class BriefLines {

    private final DossierContents contents;
    private final Brief brief;
    private final LocalDate today;
    private final ZoneId zone;
    private final Map<String, String> rightNames;
    private final Wording wording;
    private final WorkerNames.Names names;

    BriefLines(
            DossierContents contents,
            LocalDate today,
            ZoneId zone,
            Map<String, String> rightNames,
            Wording wording,
            WorkerNames.Names names) {
        this.contents = contents;
        this.brief = Brief.of(contents, today, zone, entry -> true);
        this.today = today;
        this.zone = zone;
        this.rightNames = rightNames;
        this.wording = wording;
        this.names = names;
    }

    /** The five parts, in the order in which one asks. */
    List<DossierPage.Part> all() {
        return List.of(
                new DossierPage.Part(Words.brief("WHY"), why()),
                new DossierPage.Part(Words.brief("WHERE"), where()),
                new DossierPage.Part(Words.brief("AGREED"), agreed()),
                new DossierPage.Part(Words.brief("DUE"), due()),
                new DossierPage.Part(Words.brief("OTHERS"), others()));
    }

    private List<String> why() {
        List<String> lines = new ArrayList<>();
        brief.requests()
                .forEach(request -> lines.add(Words.brief(
                        "REQUEST",
                        request.demand().text().isBlank()
                                ? Words.of(request.demand().subject())
                                : request.demand().text(),
                        Words.dayNear(request.demand().receivedOn(), today))));
        brief.mandates()
                .forEach(mandate -> lines.add(Words.brief(
                        "MANDATE",
                        Words.brief(mandate.mission().kind().name()),
                        mandate.mission().authority(),
                        Words.dayNear(mandate.term().start(), today))));
        return lines;
    }

    private List<String> where() {
        List<String> lines = new ArrayList<>();
        Stay.Span span =
                contents.stayOn(today).map(entry -> entry.value().span()).orElse(null);
        if (span != null) {
            lines.add(Words.brief("STAY", Words.of(span.segment(), wording), Words.dayNear(span.enteredOn(), today)));
        }
        brief.conclusion()
                .map(concluded -> concluded.conclusion())
                .ifPresent(said -> lines.add(Words.brief(
                        "CONCLUSION", Words.of(said.orientation()), Words.dayNear(said.concludedOn(), today))));
        contents.lastHeld()
                .ifPresent(last ->
                        lines.add(Words.brief("CONTACT", Words.dayNear(LocalDate.ofInstant(last, zone), today))));
        return lines;
    }

    private List<String> agreed() {
        List<String> lines = new ArrayList<>();
        brief.agreement().ifPresent(agreement -> lines.add(agreement(agreement)));
        brief.goals()
                .forEach(goal -> lines.add(
                        dated("GOAL", goal.aim().text(), goal.agreement().agreedOn())));
        return lines;
    }

    private String agreement(ServiceAgreement agreement) {
        ServiceAgreement.Terms terms = agreement.terms();
        return agreement
                .exception()
                .map(reason -> Words.brief("NO_AGREEMENT", reason, Words.agreement(wording)))
                .orElseGet(() -> dated("AGREEMENT", terms.commitments(), terms.signedOn()));
    }

    private List<String> due() {
        List<String> lines = new ArrayList<>();
        brief.appointment()
                .map(next -> next.plan())
                .ifPresent(plan -> lines.add(
                        Words.brief("APPOINTMENT", Words.time(plan.startsAt(), zone), Words.of(plan.place()))));
        brief.actions()
                .forEach(action -> lines.add(
                        dated("DATED", action.task().what(), action.task().dueOn())));
        brief.rights()
                .forEach(check -> lines.add(dated(
                        "DATED",
                        rightNames.getOrDefault(
                                check.subject().rightId(), check.subject().rightId()),
                        check.followUp() == null ? null : check.followUp().dueOn())));
        return lines;
    }

    private String dated(String key, String what, @Nullable LocalDate day) {
        return day == null ? what : Words.brief(key, what, Words.dayNear(day, today));
    }

    private List<String> others() {
        List<String> lines = new ArrayList<>();
        WishLine.of(contents, names).ifPresent(lines::add);
        for (Referral referral : brief.referrals()) {
            Referral.Outcome outcome = referral.outcome();
            lines.add(
                    outcome == null
                            ? Words.brief(
                                    "REFERRED",
                                    referral.orientation().partner(),
                                    Words.dayNear(referral.watch().checkOn(), today))
                            : Words.brief(
                                    "TAKEN_OVER",
                                    referral.orientation().partner(),
                                    outcome.who() == null ? "" : outcome.who()));
        }
        return lines;
    }
}
