package org.tournee.server.web;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tournee.access.AccessRules;
import org.tournee.access.Act;
import org.tournee.access.Link;
import org.tournee.access.Subject;
import org.tournee.agreement.AgreementStanding;
import org.tournee.closure.ClosureWorkflow;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.dossier.ReferentTerm;
import org.tournee.mandate.Mandate;
import org.tournee.mandate.MandateDuty;
import org.tournee.person.Person;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.Wording;
import org.tournee.rights.Right;
import org.tournee.rights.RightsCatalogue;
import org.tournee.segment.PaceRules;
import org.tournee.segment.Review;
import org.tournee.segment.ReviewRules;
import org.tournee.segment.Stay;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Section;
import org.tournee.server.page.Shell;
import org.tournee.server.segment.PaceSurvey;
import org.tournee.server.segment.Profiles;
import org.tournee.server.store.ServerDossiers;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordKind;

/** Lays a dossier out on one page. */
@Singleton
class DossierPages {

    private final Frames frames;
    private final Profiles profiles;
    private final PaceSurvey survey;
    private final WorkerNames workers;
    private final DossierHistory history;

    DossierPages(Frames frames, Profiles profiles, PaceSurvey survey, WorkerNames workers, DossierHistory history) {
        this.frames = frames;
        this.profiles = profiles;
        this.survey = survey;
        this.workers = workers;
        this.history = history;
    }

    /** @param links of the viewer: its head also sees who read it. Rule: R-AUD */
    DossierPage of(WebSession session, ServerDossiers.Opened opened, Set<Link> links) {
        DossierContents contents = opened.contents();
        OrganisationProfile profile = profiles.of(session.organisation());
        RightsCatalogue catalogue = profiles.catalogue(session.organisation()).orElse(null);
        LocalDate today = survey.today(session.organisation());
        boolean ticks =
                may(session, opened, links, Act.CHANGE, Subject.record(RecordKind.RIGHT_CHECK, Audience.SERVICE));
        boolean mayClose = may(session, opened, links, Act.CLOSE, Subject.dossier());
        boolean mayErase = may(session, opened, links, Act.ERASE, Subject.dossier());
        WorkerNames.Names names = workers.of(session.organisation());
        Dossier dossier = contents.dossier().value();
        Stay.Span stay =
                contents.stayOn(today).map(entry -> entry.value().span()).orElse(null);
        RecordLines records = new RecordLines(contents, names, profile.zone(), catalogue);
        TogetherLines together = new TogetherLines(contents, names, profile.zone(), today);
        Shell shell = frames.of(session, dossier.household().name(), Section.DOSSIERS);
        return new DossierPage(
                shell,
                contents.id().toString(),
                dossier.household().name(),
                dossier.address().line(),
                phone(dossier),
                status(dossier.status()),
                closed(contents),
                stay == null ? null : stay.segment(),
                stay == null ? "" : Words.day(stay.enteredOn()),
                PaceView.of(PaceRules.leading(contents, today, profile).orElse(null), today),
                reviews(contents, today, profile, shell.wording()),
                referents(contents, today, names, shell.wording()),
                contents.household().stream().map(DossierPages::person).toList(),
                records.journal(),
                records.bilan(today),
                records.goals(),
                records.actions(today),
                records.rights(),
                new BriefLines(contents, today, profile.zone(), records.rightNames(), shell.wording(), names).all(),
                new ProfessionalLines(contents, today).all(),
                new DossierPage.Together(together.appointments(), together.referrals(), together.questions()),
                catalogue == null
                        ? List.of()
                        : DueDeclarations.of(contents, today, profile, catalogue).stream()
                                .map(due -> declaration(due, catalogue, today, ticks))
                                .toList(),
                new DocumentLines(contents, today).all(),
                contents.openConflicts().stream()
                        .map(entry -> new DossierPage.ConflictLine(
                                entry.id().toString(),
                                Words.group(
                                        entry.value().subject().kind(),
                                        entry.value().subject().group())))
                        .toList(),
                steps(history.changes(session.organisation(), contents.id()), names, profile.zone()),
                links.contains(Link.HEAD)
                        ? steps(history.readings(session.organisation(), contents.id()), names, profile.zone())
                        : List.of(),
                (profile.segmentation() != null || profile.mandates() != null)
                        && Section.DECISIONS.isOpenTo(session.roles()),
                mayClose,
                mayErase,
                opened.byReason(),
                contents.unreadable());
    }

    private static String status(Dossier.Status status) {
        LocalDate since = status.closedOn() == null ? status.openedOn() : status.closedOn();
        return Words.of(status.status()) + " depuis le " + Words.day(since);
    }

    /** How it ended; empty while it is open. */
    private static String closed(DossierContents contents) {
        return ClosureWorkflow.standing(contents)
                .map(entry -> entry.value().ending())
                .map(ending -> "Clos depuis le " + Words.day(ending.closedOn()) + " : "
                        + Words.of(ending.exit()).toLowerCase(Locale.FRENCH) + ".")
                .orElse("");
    }

    private static boolean may(
            WebSession session, ServerDossiers.Opened opened, Set<Link> links, Act act, Subject subject) {
        return AccessRules.decide(session.roles(), links, act, subject, opened.byReason())
                .isAllowed();
    }

    private static DossierPage.DeclarationLine declaration(
            DueDeclarations.Due due, RightsCatalogue catalogue, LocalDate today, boolean ticks) {
        return new DossierPage.DeclarationLine(
                due.check().id().toString(),
                ticks ? due.check().rev() : 0,
                name(catalogue, due.check().value().subject().rightId()),
                Words.dayNear(due.dueOn(), today),
                due.countsFrom().toString(),
                today.toString());
    }

    private static String name(RightsCatalogue catalogue, String right) {
        return catalogue.right(right).map(Right::name).orElse(right);
    }

    private static String phone(Dossier dossier) {
        Dossier.Reachability reachability = dossier.reachability();
        return reachability == null || reachability.phone() == null ? "" : reachability.phone();
    }

    private static List<DossierPage.Line> reviews(
            DossierContents contents, LocalDate today, OrganisationProfile profile, Wording wording) {
        List<DossierPage.Line> lines = new ArrayList<>();
        for (Review review : ReviewRules.of(contents, today, profile)) {
            lines.add(new DossierPage.Line(Words.of(review.duty()), reviewSaid(review, today)));
        }
        for (Entry<Mandate> entry : contents.mandates()) {
            MandateDuty.next(entry.value(), today, profile)
                    .ifPresent(duty -> lines.add(new DossierPage.Line(
                            Words.of(entry.value().mission().kind()),
                            Words.of(duty.kind()) + " le " + Words.dayNear(duty.dueOn(), today))));
        }
        AgreementStanding agreement = AgreementStanding.of(contents, today, profile);
        if (agreement.state() != AgreementStanding.State.NOT_ASKED) {
            String day = agreement.day() == null ? "" : " (" + Words.dayNear(agreement.day(), today) + ")";
            lines.add(new DossierPage.Line(
                    Words.of(RecordKind.SERVICE_AGREEMENT, wording), Words.of(agreement.state()) + day));
        }
        return lines;
    }

    private static String reviewSaid(Review review, LocalDate today) {
        String day = Words.dayNear(review.dueOn(), today);
        return review.daysLeft() < 0 ? "était pour le " + day : "pour le " + day;
    }

    private static List<DossierPage.Line> referents(
            DossierContents contents, LocalDate today, WorkerNames.Names names, Wording wording) {
        return contents.referentTerms().stream()
                .map(entry -> entry.value().term())
                .filter(term -> term.runsOn(today))
                .sorted(Comparator.comparing(ReferentTerm.Term::role))
                .map(term -> new DossierPage.Line(Words.of(term.role(), wording), names.of(term.worker())))
                .toList();
    }

    private static DossierPage.Line person(Entry<Person> entry) {
        Person.Identity identity = entry.value().identity();
        String birth = identity.birthDate() == null ? "" : ", " + Words.day(identity.birthDate());
        return new DossierPage.Line(
                identity.fullName(), Words.of(entry.value().membership().role()) + birth);
    }

    private static List<DossierPage.StepLine> steps(
            List<DossierHistory.Step> steps, WorkerNames.Names names, ZoneId zone) {
        return steps.stream()
                .map(step -> new DossierPage.StepLine(
                        Words.time(step.at(), zone),
                        names.of(step.worker()),
                        Words.act(step.act()) + (step.kind() == null ? "" : " : " + Words.kind(step.kind()))))
                .toList();
    }
}
