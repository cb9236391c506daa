package org.tournee.server.workflow;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tournee.access.Act;
import org.tournee.access.Subject;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.Wording;
import org.tournee.segment.Exemption;
import org.tournee.segment.Review;
import org.tournee.segment.ReviewDuty;
import org.tournee.segment.ReviewRules;
import org.tournee.segment.Stay;
import org.tournee.server.access.Presence;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Section;
import org.tournee.server.segment.Profiles;
import org.tournee.server.web.Frames;
import org.tournee.server.web.WishLine;
import org.tournee.server.web.Words;
import org.tournee.server.web.WorkerNames;
import org.tournee.server.workflow.SegmentPage.AnswerView;
import org.tournee.server.workflow.SegmentPage.ExemptionView;
import org.tournee.server.workflow.SegmentPage.FormView;
import org.tournee.server.workflow.SegmentPage.GrantView;
import org.tournee.server.workflow.SegmentPage.Line;
import org.tournee.server.workflow.SegmentPage.Message;
import org.tournee.workflow.SegmentChange;
import org.tournee.workflow.SegmentChoices;

/** Lays out the segment of a dossier for whoever looks at it. */
@Singleton
class SegmentPages {

    private final Frames frames;
    private final Profiles profiles;
    private final WorkerNames workers;
    private final Colleagues colleagues;
    private final Presence presence;

    SegmentPages(Frames frames, Profiles profiles, WorkerNames workers, Colleagues colleagues, Presence presence) {
        this.frames = frames;
        this.profiles = profiles;
        this.workers = workers;
        this.colleagues = colleagues;
        this.presence = presence;
    }

    /**
     * The page.
     *
     * @param typed what was sent and not carried out; null for nothing
     * @param message what came of it; null for nothing
     */
    SegmentPage of(
            WebSession session, SegmentReader.Seen seen, @Nullable SegmentForm typed, @Nullable Message message) {
        return of(session, seen, new Typed(typed, empty(seen), AnswerView.NONE), message);
    }

    private static GrantView empty(SegmentReader.Seen seen) {
        return new GrantView(UUID.randomUUID().toString(), "", seen.today().toString(), "");
    }

    /** The page after a grant of an exemption that was not done. */
    SegmentPage afterGrant(WebSession session, SegmentReader.Seen seen, GrantView grant, Message message) {
        return of(session, seen, new Typed(null, grant, AnswerView.NONE), message);
    }

    /** The page after an answer to whoever asked for an exemption that was not given. */
    SegmentPage afterAnswer(WebSession session, SegmentReader.Seen seen, AnswerView answer, Message message) {
        return of(session, seen, new Typed(null, empty(seen), answer), message);
    }

    /** What was sent and not carried out, by the form in which it was. */
    private record Typed(@Nullable SegmentForm form, GrantView grant, AnswerView answer) {}

    private SegmentPage of(WebSession session, SegmentReader.Seen seen, Typed typed, @Nullable Message message) {
        DossierContents contents = seen.contents();
        OrganisationProfile profile = profiles.of(session.organisation());
        Wording wording = Wording.of(profile, Locale.FRENCH.getLanguage());
        DecisionViews decisions = new DecisionViews(workers.of(session.organisation()), wording);
        SegmentChange open =
                seen.course().open() == null ? null : seen.course().open().value();
        List<FormView> forms = forms(session, seen, profile, open, typed.form());
        boolean grants = seen.standing().may(Act.DECIDE, Subject.dossier(), null);
        List<ExemptionView> exemptions = exemptions(seen, workers.of(session.organisation()), typed.answer());
        String household = contents.dossier().value().household().name();
        return new SegmentPage(
                frames.of(session, "Segment, " + household, Section.DOSSIERS),
                contents.id().toString(),
                household,
                seen.course().segment(),
                stay(seen, profile, wording),
                message,
                open == null ? null : decisions.of(open),
                open == null ? "" : open.next().map(Words::of).orElse(""),
                forms,
                Stream.concat(
                                kept(forms, typed.form(), wording).stream(),
                                kept(grants ? exemptions : List.of(), typed.answer()).stream())
                        .toList(),
                history(contents, decisions),
                exemptions,
                grants,
                typed.grant());
    }

    private List<FormView> forms(
            WebSession session,
            SegmentReader.Seen seen,
            OrganisationProfile profile,
            @Nullable SegmentChange open,
            @Nullable SegmentForm typed) {
        List<SegmentChoices.Choice> choices = SegmentChoices.of(seen.course(), seen.signer(), profile);
        boolean receives = choices.stream().anyMatch(choice -> choice.kind() == SegmentChoices.CommandKind.RECEIVE);
        FormViews views = new FormViews(
                profile,
                seen.course().asSeen(),
                receives ? receivers(session, seen) : Colleagues.Choice.NONE,
                presence.isFresh(session),
                open != null && open.subject().isKept());
        return choices.stream()
                .map(choice -> views.of(choice, typed != null && typed.kind() == choice.kind() ? typed : null))
                .toList();
    }

    /** With what the person wishes beside the offer. Rule: R-REF. */
    private Colleagues.Choice receivers(WebSession session, SegmentReader.Seen seen) {
        Colleagues.Choice choice = colleagues.receivers(
                session, seen.contents().id(), seen.contents().dossier().value().wish());
        return WishLine.of(seen.contents(), workers.of(session.organisation()))
                .map(choice::beside)
                .orElse(choice);
    }

    private static List<Line> stay(SegmentReader.Seen seen, OrganisationProfile profile, Wording wording) {
        List<Line> lines = new ArrayList<>();
        Entry<Stay> running = seen.course().stay();
        if (running == null) {
            return List.of(new Line("Séjour", "ce dossier n’est dans aucun segment"));
        }
        lines.add(new Line(
                "Séjour en cours",
                "depuis le " + Words.day(running.value().span().enteredOn())));
        for (Review review : ReviewRules.of(seen.contents(), seen.today(), profile)) {
            if (review.duty() == ReviewDuty.STAY_REVIEW) {
                lines.add(new Line("Limite du séjour", due(review)));
            } else if (review.duty() == ReviewDuty.DEFINITIVE_ALLOCATION) {
                lines.add(new Line("Décision définitive", due(review)));
            }
        }
        Stay.Allocation allocation = running.value().allocation();
        if (allocation != null) {
            lines.add(new Line("Attribué définitivement", "le " + Words.day(allocation.decidedOn())));
        }
        others(seen, running, wording).forEach(lines::add);
        return lines;
    }

    /** What came with a dossier that was merged into this one, and holds no more. Rule: R-DUP. */
    private static Stream<Line> others(SegmentReader.Seen seen, Entry<Stay> running, Wording wording) {
        return seen.contents().staysOn(seen.today()).stream()
                .filter(stay -> !stay.id().equals(running.id()))
                .map(stay -> stay.value().span())
                .map(span -> new Line(
                        "Venu d’un dossier réuni",
                        Words.of(span.segment(), wording) + ", depuis le " + Words.day(span.enteredOn())
                                + " : ne vaut plus, et finit avec le suivi"));
    }

    private static String due(Review review) {
        String day = Words.day(review.dueOn());
        long days = review.daysLeft();
        if (days < 0) {
            return "était le " + day;
        }
        return "le " + day + (days == 0 ? ", aujourd’hui" : days == 1 ? ", demain" : ", dans " + days + " jours");
    }

    private static List<SegmentPage.DecisionView> history(DossierContents contents, DecisionViews decisions) {
        return contents.segmentChanges().stream()
                .map(Entry::value)
                .filter(change -> !change.course().state().isOpen())
                .sorted(Comparator.comparing(SegmentPages::lastSigned).reversed())
                .map(decisions::of)
                .toList();
    }

    private static LocalDate lastSigned(SegmentChange change) {
        return change.last().on();
    }

    /** Nothing that was typed is lost, even where there is nothing to sign any more. */
    private static List<Line> kept(List<FormView> forms, @Nullable SegmentForm typed, Wording wording) {
        Set<String> offered = forms.stream().map(FormView::kind).collect(Collectors.toSet());
        if (typed == null || offered.contains(typed.kind().name())) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("Ce que vous vouliez signer", Words.of(typed.kind())));
        typed.target().ifPresent(to -> {
            lines.add(new Line("Segment choisi", Words.of(to, wording)));
            typed.criteria(to).forEach(criterion -> lines.add(new Line("Critère", criterion)));
        });
        typed.fields().forEach((name, text) -> {
            if ((name.equals(SegmentForm.TEXT) || name.endsWith("remarque")) && !text.isBlank()) {
                lines.add(new Line("Votre texte", text));
            }
        });
        return lines;
    }

    /** Why somebody declines what waits for no answer any more. */
    private static List<Line> kept(List<ExemptionView> answered, AnswerView typed) {
        boolean shown =
                answered.stream().anyMatch(one -> one.waits() && one.id().equals(typed.exemption()));
        return shown || typed.why().isBlank()
                ? List.of()
                : List.of(new Line("Pourquoi vous refusiez la dispense", typed.why()));
    }

    private static List<ExemptionView> exemptions(SegmentReader.Seen seen, WorkerNames.Names names, AnswerView typed) {
        return seen.contents().exemptions().stream()
                .sorted(Comparator.comparing(
                                (Entry<Exemption> entry) -> entry.value().firstDay())
                        .reversed())
                .map(entry -> exemption(entry, seen.today(), names, typed))
                .toList();
    }

    private static ExemptionView exemption(
            Entry<Exemption> entry, LocalDate today, WorkerNames.Names names, AnswerView typed) {
        Exemption exemption = entry.value();
        Exemption.Asked asked = exemption.asked();
        Exemption.Grant grant = exemption.grant();
        if (grant != null) {
            return new ExemptionView(
                    entry.id().toString(),
                    Words.of(grant.reason()),
                    days(grant) + ", accordée par " + names.of(grant.grantedBy()),
                    asked == null ? "" : asked.why(),
                    today.isBefore(grant.until()),
                    false,
                    "");
        }
        String id = entry.id().toString();
        String why = id.equals(typed.exemption()) ? typed.why() : "";
        return asked(id, Objects.requireNonNull(asked), exemption.declined(), names, why);
    }

    private static ExemptionView asked(
            String id,
            Exemption.Asked asked,
            Exemption.@Nullable Declined declined,
            WorkerNames.Names names,
            String typed) {
        String said = "du " + Words.day(asked.from()) + " au "
                + Words.day(asked.until().minusDays(1)) + ", demandée par " + names.of(asked.askedBy()) + " le "
                + Words.day(asked.askedOn());
        String answer = declined == null
                ? ""
                : ". Refusée par " + names.of(declined.by()) + " le " + Words.day(declined.on()) + " : "
                        + declined.why();
        return new ExemptionView(
                id, Words.of(asked.reason()), said + answer, asked.why(), false, declined == null, typed);
    }

    private static String days(Exemption.Grant grant) {
        return grant.from().isBefore(grant.until())
                ? "du " + Words.day(grant.from()) + " au "
                        + Words.day(grant.until().minusDays(1))
                : "reprise avant le " + Words.day(grant.from());
    }
}
