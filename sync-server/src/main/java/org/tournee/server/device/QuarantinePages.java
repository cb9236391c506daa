package org.tournee.server.device;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.tournee.organisation.WorkerId;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Section;
import org.tournee.server.segment.Profiles;
import org.tournee.server.store.Quarantine;
import org.tournee.server.store.Quarantined;
import org.tournee.server.sync.QuarantineRelease;
import org.tournee.server.web.Frames;
import org.tournee.server.web.Words;
import org.tournee.server.web.WorkerNames;

/** Lays out what is under quarantine. */
@Singleton
class QuarantinePages {

    private final Frames frames;
    private final Profiles profiles;
    private final WorkerNames workers;

    QuarantinePages(Frames frames, Profiles profiles, WorkerNames workers) {
        this.frames = frames;
        this.profiles = profiles;
        this.workers = workers;
    }

    QuarantinePage of(WebSession session, Device device, List<Quarantined> deliveries, String said) {
        ZoneId zone = profiles.of(session.organisation()).zone();
        WorkerNames.Names names = workers.of(session.organisation());
        boolean waits = deliveries.stream().anyMatch(delivery -> delivery.state() == Quarantine.State.WAITING);
        return new QuarantinePage(
                frames.of(session, "Mis de côté", Section.DEVICES),
                "/appareils/" + device.stream(),
                device.workerName(),
                device.name(),
                deliveries.stream().map(delivery -> row(names, delivery, zone)).toList(),
                said,
                waits && !device.worker().equals(session.worker()),
                QuarantinePage.Typed.NOTHING);
    }

    private static QuarantinePage.Row row(WorkerNames.Names names, Quarantined delivery, ZoneId zone) {
        WorkerId by = delivery.decidedBy();
        Instant at = delivery.decidedAt();
        String stated = delivery.stated();
        return new QuarantinePage.Row(
                Words.time(delivery.receivedAt(), zone),
                Long.toString(delivery.operations()),
                Words.of(delivery.reason()),
                Words.of(delivery.state()),
                by == null || at == null ? "" : names.of(by) + ", le " + Words.time(at, zone),
                stated == null ? "" : stated);
    }

    /** What came of a release, in a sentence. */
    static String said(QuarantineRelease.Result result) {
        List<String> parts = new ArrayList<>();
        result.verdicts().forEach((verdict, count) -> parts.add(count + " " + Words.of(verdict)));
        String taken = parts.isEmpty() ? "Rien n’a pu être repris." : "Repris : " + String.join(", ", parts) + ".";
        return result.obstacle()
                .map(obstacle -> taken + " " + Words.of(obstacle))
                .orElse(taken);
    }
}
