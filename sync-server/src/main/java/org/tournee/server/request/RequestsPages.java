package org.tournee.server.request;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.access.Act;
import org.tournee.access.Subject;
import org.tournee.contact.Topic;
import org.tournee.dossier.Entry;
import org.tournee.mandate.Mandate;
import org.tournee.mandate.MandateDuty;
import org.tournee.profile.OrganisationProfile;
import org.tournee.request.Request;
import org.tournee.request.RequestDeadline;
import org.tournee.request.RequestStep;
import org.tournee.segment.NoticeStage;
import org.tournee.segment.Pace;
import org.tournee.segment.PaceRules;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Section;
import org.tournee.server.request.RequestsPage.MandateView;
import org.tournee.server.request.RequestsPage.NewMandate;
import org.tournee.server.request.RequestsPage.NewRequest;
import org.tournee.server.request.RequestsPage.Option;
import org.tournee.server.request.RequestsPage.RequestView;
import org.tournee.server.request.RequestsPage.ReviewForm;
import org.tournee.server.request.RequestsPage.StepView;
import org.tournee.server.segment.Profiles;
import org.tournee.server.web.Frames;
import org.tournee.server.web.PaceView;
import org.tournee.server.web.Words;
import org.tournee.server.web.WorkerNames;
import org.tournee.server.workflow.SegmentReader;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Makes the page of a dossier's requests and mandates. Rules: R-REQ, R-MAN. */
@Singleton
class RequestsPages {

    private final Profiles profiles;
    private final WorkerNames workers;
    private final Frames frames;

    RequestsPages(Profiles profiles, WorkerNames workers, Frames frames) {
        this.profiles = profiles;
        this.workers = workers;
        this.frames = frames;
    }

    RequestsPage of(WebSession session, SegmentReader.Seen seen, String message, RequestForm typed) {
        OrganisationProfile profile = profiles.of(session.organisation());
        LocalDate today = seen.today();
        Map<RecordId, Pace> paces = PaceRules.ofMandates(seen.contents(), today, profile);
        WorkerNames.Names names = workers.of(session.organisation());
        List<MandateView> mandates = seen.contents().mandates().stream()
                .sorted(Comparator.comparing(
                                (Entry<Mandate> entry) -> entry.value().term().start())
                        .reversed())
                .map(entry -> mandate(entry, seen, profile, paces, names, typed.about(entry.id())))
                .toList();
        boolean records = seen.standing().may(Act.RECORD, Subject.record(RecordKind.REQUEST, Audience.SERVICE), null);
        return new RequestsPage(
                frames.of(session, "Demandes et mesures", Section.DOSSIERS),
                "/dossiers/" + seen.contents().id(),
                seen.contents().dossier().value().household().name(),
                message,
                seen.contents().requests().stream()
                        .sorted(Comparator.comparing((Entry<Request> entry) ->
                                        entry.value().demand().receivedOn())
                                .reversed())
                        .map(entry -> request(entry, seen, profile, typed.about(entry.id())))
                        .toList(),
                mandates,
                kept(mandates, typed),
                records,
                newRequest(typed.forNew(), today),
                newMandate(typed.forNew(), today));
    }

    /** The mandate may have ended, or be gone, while its review was typed. */
    private static String kept(List<MandateView> mandates, RequestForm typed) {
        boolean stands = mandates.stream().map(MandateView::reviewForm).anyMatch(form -> form != null && form.open());
        return stands ? "" : typed.text(RequestForm.CONCLUSION);
    }

    private static boolean changes(SegmentReader.Seen seen, RecordKind kind, Entry<?> entry) {
        return seen.standing().may(Act.CHANGE, Subject.record(kind, entry.audience()), entry.author());
    }

    private static RequestView request(
            Entry<Request> entry, SegmentReader.Seen seen, OrganisationProfile profile, RequestForm typed) {
        LocalDate today = seen.today();
        Request request = entry.value();
        Request.Demand demand = request.demand();
        Optional<RequestDeadline> deadline = RequestDeadline.of(request, profile);
        return new RequestView(
                entry.id().toString(),
                entry.rev(),
                Words.of(demand.subject()),
                "Reçue le " + Words.day(demand.receivedOn()) + ", " + Words.of(demand.origin()) + ", "
                        + Words.of(demand.urgency()),
                demand.text(),
                done(request.handling()),
                deadline.map(due -> Words.of(due.duty()) + " avant le "
                                + Words.day(due.dueOn().plusDays(1)))
                        .orElse(""),
                deadline.map(due -> due.dueOn().isBefore(today) ? "plum" : "amber")
                        .orElse(""),
                changes(seen, RecordKind.REQUEST, entry)
                        ? RequestStep.openTo(request).stream()
                                .map(step -> step(step, today, typed))
                                .toList()
                        : List.of());
    }

    private static List<String> done(Request.Handling handling) {
        List<String> done = new ArrayList<>();
        add(done, "Accusé de réception", handling.acknowledgedOn());
        add(done, "Rendez-vous proposé pour", handling.appointmentOfferedFor());
        add(done, handling.decision() == null ? "Décidée" : Words.of(handling.decision()), handling.decidedOn());
        add(done, "Décision notifiée", handling.notifiedOn());
        add(done, "Recours reçu", handling.appealedOn());
        return done;
    }

    private static void add(List<String> done, String what, @Nullable LocalDate on) {
        if (on != null) {
            done.add(what + " le " + Words.day(on));
        }
    }

    private static StepView step(RequestStep step, LocalDate today, RequestForm form) {
        RequestForm typed = form.step().filter(step::equals).isPresent() ? form : RequestForm.EMPTY;
        String day = step == RequestStep.OFFER_APPOINTMENT ? "" : today.toString();
        return new StepView(
                step.name(),
                Words.of(step),
                step == RequestStep.OFFER_APPOINTMENT ? "Pour le" : "Le",
                typed.day(RequestForm.DAY).map(LocalDate::toString).orElse(day),
                step == RequestStep.DECIDE
                        ? options(Request.Decision.class, typed.text(RequestForm.DECISION))
                        : List.of());
    }

    private static MandateView mandate(
            Entry<Mandate> entry,
            SegmentReader.Seen seen,
            OrganisationProfile profile,
            Map<RecordId, Pace> paces,
            WorkerNames.Names names,
            RequestForm typed) {
        LocalDate today = seen.today();
        Optional<MandateDuty> duty = MandateDuty.next(entry.value(), today, profile);
        Mandate.Review review = entry.value().review();
        Mandate mandate = entry.value();
        LocalDate end = mandate.term().end();
        String until = end == null ? ", en cours" : ", jusqu’au " + Words.day(end.minusDays(1));
        String due = mandate.mission().whatIsDue();
        boolean over = end != null && !end.isAfter(today);
        boolean changes = !over && changes(seen, RecordKind.MANDATE, entry);
        return new MandateView(
                entry.id().toString(),
                entry.rev(),
                Words.of(mandate.mission().kind()),
                mandate.mission().authority() + ", depuis le "
                        + Words.day(mandate.term().start()) + until,
                due == null ? "" : due,
                mandate.runsOn(today),
                PaceView.of(paces.get(entry.id()), today),
                duty.map(next -> Words.of(next.kind()) + " le " + Words.dayNear(next.dueOn(), today))
                        .orElse(""),
                duty.filter(MandateDuty::isTold)
                        .map(next -> next.stage() == NoticeStage.OVERDUE ? "plum" : "amber")
                        .orElse(""),
                review == null
                        ? ""
                        : "Revue le " + Words.day(review.heldOn()) + " par " + names.of(review.heldBy()) + " : "
                                + review.conclusion(),
                typed.text(RequestForm.LAST),
                changes && mandate.runsOn(today) ? reviewForm(typed, today) : null,
                changes);
    }

    private static ReviewForm reviewForm(RequestForm typed, LocalDate today) {
        String conclusion = typed.text(RequestForm.CONCLUSION);
        String held = typed.text(RequestForm.HELD);
        boolean open = !held.isEmpty() || !conclusion.isEmpty();
        return new ReviewForm(open ? held : today.toString(), conclusion, open);
    }

    private static NewRequest newRequest(RequestForm typed, LocalDate today) {
        boolean open = !typed.text(RequestForm.SUBJECT).isEmpty();
        return new NewRequest(
                open ? typed.text(RequestForm.ID) : UUID.randomUUID().toString(),
                options(Request.Origin.class, typed.text(RequestForm.ORIGIN)),
                options(Request.Urgency.class, typed.text(RequestForm.URGENCY)),
                options(Topic.class, typed.text(RequestForm.SUBJECT)),
                open ? typed.text(RequestForm.RECEIVED) : today.toString(),
                typed.text(RequestForm.TEXT),
                open);
    }

    private static NewMandate newMandate(RequestForm typed, LocalDate today) {
        boolean open = !typed.text(RequestForm.KIND).isEmpty();
        return new NewMandate(
                open ? typed.text(RequestForm.ID) : UUID.randomUUID().toString(),
                options(Mandate.Kind.class, typed.text(RequestForm.KIND)),
                typed.text(RequestForm.AUTHORITY),
                typed.text(RequestForm.DUE),
                open ? typed.text(RequestForm.START) : today.toString(),
                open ? typed.text(RequestForm.END) : "",
                open);
    }

    private static <E extends Enum<E>> List<Option> options(Class<E> type, String chosen) {
        return Arrays.stream(type.getEnumConstants())
                .map(code -> new Option(code.name(), Words.of(code), code.name().equals(chosen)))
                .toList();
    }
}
