package org.tournee.server.device;

import io.micronaut.core.annotation.Nullable;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Html;
import org.tournee.server.problem.Problem;
import org.tournee.server.store.Streams;
import org.tournee.server.web.Viewer;
import org.tournee.sync.StreamId;

/** The workers' devices: how they stand, and revoking one. Rule: R-BO. */
@Controller("/appareils")
@Secured({"TEAM_HEAD", "ADMINISTRATOR"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class DeviceController {

    private static final String CONFIRMATION = "confirme";

    private final DeviceTable devices;
    private final DevicePages pages;
    private final Streams streams;
    private final Viewer viewer;
    private final Html html;

    DeviceController(DeviceTable devices, DevicePages pages, Streams streams, Viewer viewer, Html html) {
        this.devices = devices;
        this.pages = pages;
        this.streams = streams;
        this.viewer = viewer;
        this.html = html;
    }

    @Get
    HttpResponse<String> list(WebSession session, @QueryValue @Nullable String etat) {
        String state = etat != null && (etat.equals(DevicePages.ALL) || etat.equals(DevicePages.TO_SEE_TO))
                ? etat
                : DevicePages.IN_USE;
        return html.ok(
                "device/devices",
                pages.list(session, devices.seenBy(session.organisation(), session.worker(), session.roles()), state));
    }

    @Get("/{stream}")
    HttpResponse<String> show(WebSession session, @PathVariable UUID stream) {
        return html.ok("device/device", pages.one(session, find(session, stream)));
    }

    /** Asks first: what the device has not sent yet stays on it. Doing it again changes nothing. */
    @Post("/{stream}/revocation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> revoke(WebSession session, @PathVariable UUID stream, @Body Map<String, String> form) {
        Device device = find(session, stream);
        DevicePage page = pages.one(session, device);
        if (page.mayRevoke() && !"oui".equals(form.get(CONFIRMATION))) {
            return html.ok("device/revoke", page);
        }
        if (page.mayRevoke()) {
            streams.revoke(viewer.actor(session), device.stream(), viewer.now());
        }
        return HttpResponse.seeOther(URI.create(page.path()));
    }

    private Device find(WebSession session, UUID stream) {
        return devices.find(session.organisation(), new StreamId(stream), session.worker(), session.roles())
                .orElseThrow(
                        () -> Problem.of(HttpStatus.NOT_FOUND, "unknown-device", "Cet appareil n’est pas connu ici.")
                                .asException());
    }
}
