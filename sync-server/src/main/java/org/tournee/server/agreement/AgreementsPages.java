package org.tournee.server.agreement;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tournee.access.Act;
import org.tournee.access.Subject;
import org.tournee.agreement.AgreementStanding;
import org.tournee.agreement.ServiceAgreement;
import org.tournee.agreement.ServiceAgreement.Mutual;
import org.tournee.agreement.ServiceAgreement.Terms;
import org.tournee.bilan.Goal;
import org.tournee.dossier.Entry;
import org.tournee.profile.Wording;
import org.tournee.server.access.WebSession;
import org.tournee.server.agreement.AgreementsPage.AgreementView;
import org.tournee.server.agreement.AgreementsPage.End;
import org.tournee.server.agreement.AgreementsPage.Form;
import org.tournee.server.agreement.AgreementsPage.Part;
import org.tournee.server.page.Section;
import org.tournee.server.page.Shell;
import org.tournee.server.segment.Profiles;
import org.tournee.server.web.Frames;
import org.tournee.server.web.Words;
import org.tournee.server.web.WorkerNames;
import org.tournee.server.workflow.SegmentReader;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Makes the page of a dossier's agreements. Rule: R-SEG-9. */
@Singleton
class AgreementsPages {

    private final Profiles profiles;
    private final WorkerNames workers;
    private final Frames frames;

    AgreementsPages(Profiles profiles, WorkerNames workers, Frames frames) {
        this.profiles = profiles;
        this.workers = workers;
        this.frames = frames;
    }

    /** What was sent and is not written, with why. */
    record Refused(List<String> wrong, AgreementForm typed) {}

    AgreementsPage of(WebSession session, SegmentReader.Seen seen, @Nullable Refused refused) {
        WorkerNames.Names names = workers.of(session.organisation());
        AgreementForms forms = new AgreementForms(seen.contents(), names, session.worker(), seen.today());
        AgreementStanding standing =
                AgreementStanding.of(seen.contents(), seen.today(), profiles.of(session.organisation()));
        Wording wording = profiles.wording(session.organisation());
        String title = Words.of(RecordKind.SERVICE_AGREEMENT, wording);
        Shell shell = frames.of(session, title, Section.DOSSIERS);
        List<AgreementView> agreements = seen.contents().agreements().stream()
                .sorted(Comparator.comparing(
                        entry -> entry.value().terms().signedOn(), Comparator.nullsFirst(Comparator.reverseOrder())))
                .map(entry -> view(entry, seen, names, forms, refused))
                .toList();
        return new AgreementsPage(
                shell,
                "/dossiers/" + seen.contents().id(),
                seen.contents().dossier().value().household().name(),
                title,
                said(standing, seen.today()),
                tone(standing),
                refused == null ? List.of() : refused.wrong(),
                refused == null ? List.of() : kept(seen, refused.typed()),
                agreements,
                mayRecord(seen) ? empty(forms, refused) : null);
    }

    private static boolean mayRecord(SegmentReader.Seen seen) {
        return seen.standing().may(Act.CHANGE, Subject.record(RecordKind.SERVICE_AGREEMENT, Audience.SERVICE), null);
    }

    private static Form empty(AgreementForms forms, @Nullable Refused refused) {
        return Optional.ofNullable(refused)
                .map(Refused::typed)
                .filter(typed -> typed.rev() == 0)
                .flatMap(typed -> typed.id().map(id -> forms.of(typed, id, 0)))
                .orElseGet(forms::empty);
    }

    /** What was typed about one that the viewer does not see any more. */
    private static List<String> kept(SegmentReader.Seen seen, AgreementForm typed) {
        boolean stands = typed.rev() == 0
                || seen.contents().agreements().stream()
                        .anyMatch(entry -> typed.id().filter(entry.id()::equals).isPresent());
        return stands
                ? List.of()
                : Stream.of(AgreementForm.COMMITMENTS, AgreementForm.SERVICE, AgreementForm.REASON)
                        .map(typed::text)
                        .filter(text -> !text.isEmpty())
                        .toList();
    }

    private static String said(AgreementStanding standing, LocalDate today) {
        String word = Words.of(standing.state());
        LocalDate day = standing.day();
        return day == null ? word : word + " (" + Words.dayNear(day, today) + ")";
    }

    private static String tone(AgreementStanding standing) {
        return switch (standing.state()) {
            case RUNNING -> "green";
            case ENDING, MISSING -> "amber";
            case EXCEPTION, NOT_ASKED -> "";
        };
    }

    private static AgreementView view(
            Entry<ServiceAgreement> entry,
            SegmentReader.Seen seen,
            WorkerNames.Names names,
            AgreementForms forms,
            @Nullable Refused refused) {
        boolean changes = seen.standing()
                .may(Act.CHANGE, Subject.record(RecordKind.SERVICE_AGREEMENT, entry.audience()), entry.author());
        Optional<AgreementForm> typed = Optional.ofNullable(refused)
                .map(Refused::typed)
                .filter(form -> form.id().filter(entry.id()::equals).isPresent());
        return new AgreementView(
                entry.id().toString(),
                when(entry.value()),
                parts(entry.value(), seen, names, forms),
                changes ? form(entry, forms, typed) : null,
                changes && isToBeEnded(entry.value(), seen.today())
                        ? new End(
                                entry.rev(),
                                typed.map(form -> form.text(AgreementForm.LAST)).orElse(""))
                        : null);
    }

    private static Form form(Entry<ServiceAgreement> entry, AgreementForms forms, Optional<AgreementForm> typed) {
        return typed.filter(form -> form.text(AgreementForm.LAST).isEmpty())
                .map(form -> forms.of(form, entry.id(), entry.rev()))
                .orElseGet(() -> forms.of(entry));
    }

    private static boolean isToBeEnded(ServiceAgreement agreement, LocalDate today) {
        LocalDate ends = agreement.terms().endsOn();
        return agreement.terms().signedOn() != null && (ends == null || !ends.isBefore(today));
    }

    private static String when(ServiceAgreement agreement) {
        Terms terms = agreement.terms();
        if (agreement.isException()) {
            return "Exception motivée";
        }
        if (terms.signedOn() == null) {
            return "Pas encore signé";
        }
        LocalDate ends = terms.endsOn();
        return "Signé le " + Words.day(terms.signedOn())
                + (ends == null ? ", sans fin prévue" : ", jusqu’au " + Words.day(ends));
    }

    private static List<Part> parts(
            ServiceAgreement agreement, SegmentReader.Seen seen, WorkerNames.Names names, AgreementForms forms) {
        List<Part> parts = new ArrayList<>();
        agreement.exception().ifPresent(reason -> parts.add(new Part("Pourquoi il n’y en a pas", reason)));
        if (!agreement.isException()) {
            parts.add(
                    new Part("Ce à quoi la personne s’engage", agreement.terms().commitments()));
        }
        Mutual mutual = agreement.mutual();
        if (mutual != null && !agreement.isException()) {
            parts.add(new Part("Ce que fait le service", mutual.service()));
            parts.add(new Part("Objectifs visés", goals(mutual, seen)));
            parts.add(new Part("À partir du", mutual.startsOn() == null ? "" : Words.day(mutual.startsOn())));
            parts.add(new Part("Signé par", signers(mutual, names, forms)));
        }
        return parts.stream().filter(part -> !part.text().isBlank()).toList();
    }

    private static String signers(Mutual mutual, WorkerNames.Names names, AgreementForms forms) {
        return Stream.concat(
                        mutual.persons().stream().map(forms::nameOf),
                        Stream.ofNullable(mutual.worker()).map(names::of))
                .collect(Collectors.joining(", "));
    }

    private static String goals(Mutual mutual, SegmentReader.Seen seen) {
        return mutual.goals().stream().map(goal -> goal(goal, seen)).collect(Collectors.joining(" · "));
    }

    private static String goal(RecordId id, SegmentReader.Seen seen) {
        return seen.contents().goals().stream()
                .filter(entry -> entry.id().equals(id))
                .map(Entry::value)
                .map(Goal::aim)
                .map(Goal.Aim::text)
                .findFirst()
                .orElse("un objectif qui n’est pas montré ici");
    }
}
