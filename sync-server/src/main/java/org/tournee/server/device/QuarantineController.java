package org.tournee.server.device;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Html;
import org.tournee.server.problem.Problem;
import org.tournee.server.store.Quarantine;
import org.tournee.server.store.QuarantineDecisions;
import org.tournee.server.store.Quarantined;
import org.tournee.server.store.StreamRow;
import org.tournee.server.store.Streams;
import org.tournee.server.sync.QuarantineRelease;
import org.tournee.server.web.Viewer;
import org.tournee.sync.StreamId;

/**
 * What a device delivered when it was closed already: that it is there, and what becomes of it. Decided by another person
 * than its author, for a reason. Rules: R-BO, R-REC.
 */
@Controller("/appareils/{stream}/mis-de-cote")
@Secured({"TEAM_HEAD", "ADMINISTRATOR"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class QuarantineController {

    private static final String TEMPLATE = "device/quarantine";
    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_REASON = 500;

    private final DeviceTable devices;
    private final Streams streams;
    private final QuarantineDecisions decisions;
    private final QuarantineRelease release;
    private final QuarantinePages pages;
    private final Viewer viewer;
    private final Html html;

    QuarantineController(
            DeviceTable devices,
            Streams streams,
            QuarantineDecisions decisions,
            QuarantineRelease release,
            QuarantinePages pages,
            Viewer viewer,
            Html html) {
        this.devices = devices;
        this.streams = streams;
        this.decisions = decisions;
        this.release = release;
        this.pages = pages;
        this.viewer = viewer;
        this.html = html;
    }

    @Get
    HttpResponse<String> show(WebSession session, @PathVariable UUID stream) {
        return html.ok(TEMPLATE, page(session, find(session, stream), ""));
    }

    /** Takes in what waits, as far as it can be. */
    @Post("/reprise")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> release(WebSession session, @PathVariable UUID stream, @Body Map<String, String> form) {
        Device device = decidable(session, stream);
        String reason = reason(form);
        if (!suffices(reason)) {
            return again(session, device, QuarantinePage.Typed.toRelease(reason));
        }
        QuarantineRelease.Result result =
                release.release(viewer.actor(session), row(device, session), reason, viewer.now());
        return html.ok(TEMPLATE, page(session, device, QuarantinePages.said(result)));
    }

    /** Leaves what waits where it is, for good. */
    @Post("/cloture")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> close(WebSession session, @PathVariable UUID stream, @Body Map<String, String> form) {
        Device device = decidable(session, stream);
        String reason = reason(form);
        if (!suffices(reason)) {
            return again(session, device, QuarantinePage.Typed.toClose(reason));
        }
        StreamRow row = row(device, session);
        List<Quarantined> waiting = decisions.of(session.organisation(), row).stream()
                .filter(delivery -> delivery.state() == Quarantine.State.WAITING)
                .toList();
        decisions.decide(viewer.actor(session), row, waiting, Quarantine.State.CLOSED, reason, viewer.now());
        return html.ok(TEMPLATE, page(session, device, "Clos. Les octets reçus restent gardés, scellés."));
    }

    private QuarantinePage page(WebSession session, Device device, String said) {
        List<Quarantined> deliveries = decisions.of(session.organisation(), row(device, session));
        return pages.of(session, device, deliveries, said);
    }

    /** Nothing was decided, and nothing is typed again. */
    private HttpResponse<String> again(WebSession session, Device device, QuarantinePage.Typed typed) {
        String why = "Indiquez pourquoi, en " + LONGEST_REASON + " caractères au plus. Rien n’a été décidé.";
        return html.of(
                HttpStatus.UNPROCESSABLE_ENTITY,
                TEMPLATE,
                page(session, device, why).with(typed));
    }

    private StreamRow row(Device device, WebSession session) {
        return streams.find(session.organisation(), device.stream()).orElseThrow(QuarantineController::unknown);
    }

    /** Nobody decides about their own work. */
    private Device decidable(WebSession session, UUID stream) {
        Device device = find(session, stream);
        if (device.worker().equals(session.worker())) {
            throw Problem.of(
                            HttpStatus.FORBIDDEN,
                            "own-quarantine",
                            "On ne décide pas de ce qui vient de soi : demandez à la responsable ou à l’administration"
                                    + " technique de regarder ce qui a été mis de côté.")
                    .asException();
        }
        return device;
    }

    private static String reason(Map<String, String> form) {
        return form.getOrDefault("motif", "").strip();
    }

    private static boolean suffices(String reason) {
        return reason.length() >= SHORTEST_REASON && reason.length() <= LONGEST_REASON;
    }

    private Device find(WebSession session, UUID stream) {
        return devices.find(session.organisation(), new StreamId(stream), session.worker(), session.roles())
                .orElseThrow(QuarantineController::unknown);
    }

    private static RuntimeException unknown() {
        return Problem.of(HttpStatus.NOT_FOUND, "unknown-device", "Cet appareil n’est pas connu ici.")
                .asException();
    }
}
