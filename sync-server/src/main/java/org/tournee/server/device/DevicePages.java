package org.tournee.server.device;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tournee.organisation.Role;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Section;
import org.tournee.server.segment.Profiles;
import org.tournee.server.store.StreamRow;
import org.tournee.server.web.Frames;
import org.tournee.server.web.Words;

/** Lays devices out. */
@Singleton
class DevicePages {

    /** What the state of a list is called in the address. */
    static final String IN_USE = "utilises";

    static final String TO_SEE_TO = "verifier";
    static final String ALL = "tous";

    private final Frames frames;
    private final Profiles profiles;
    private final Clock clock;

    DevicePages(Frames frames, Profiles profiles, Clock clock) {
        this.frames = frames;
        this.profiles = profiles;
        this.clock = clock;
    }

    DevicesPage list(WebSession session, List<Device> devices, String state) {
        ZoneId zone = profiles.of(session.organisation()).zone();
        Instant now = clock.instant();
        List<DevicesPage.Row> rows = devices.stream()
                .filter(device -> !device.isBrowser())
                .filter(device -> switch (state) {
                    case ALL -> true;
                    case TO_SEE_TO -> !device.troubles(now).isEmpty();
                    default -> device.state() != StreamRow.State.REVOKED;
                })
                .map(device -> row(device, now, zone))
                .toList();
        return new DevicesPage(frames.of(session, "Appareils", Section.DEVICES), rows, state, rows.size());
    }

    private static DevicesPage.Row row(Device device, Instant now, ZoneId zone) {
        Set<Device.Trouble> troubles = device.troubles(now);
        return new DevicesPage.Row(
                "/appareils/" + device.stream(),
                device.workerName(),
                device.name(),
                Words.time(device.seenAt(), zone),
                clock(device.ahead()),
                Long.toString(device.lastOpSeq()),
                troubles.isEmpty()
                        ? Words.of(device.state())
                        : troubles.stream().map(Words::of).collect(Collectors.joining(", ")),
                tone(device, troubles));
    }

    DevicePage one(WebSession session, Device device) {
        ZoneId zone = profiles.of(session.organisation()).zone();
        Set<Device.Trouble> troubles = device.troubles(clock.instant());
        List<DevicePage.Fact> facts = new ArrayList<>();
        facts.add(new DevicePage.Fact("Inscrit", "le " + Words.time(device.enrolledAt(), zone)));
        facts.add(new DevicePage.Fact("Dernier échange", "le " + Words.time(device.seenAt(), zone)));
        facts.add(new DevicePage.Fact("Horloge", clock(device.ahead())));
        facts.add(new DevicePage.Fact("Dernière modification reçue", "n° " + device.lastOpSeq()));
        if (device.evidence() > 0) {
            facts.add(new DevicePage.Fact(
                    "Gardé pour examen", device.evidence() + " ligne(s) qui ne se suivaient pas, scellées"));
        }
        if (device.quarantined() > 0) {
            facts.add(new DevicePage.Fact("Mis de côté", device.quarantined() + " envoi(s) scellé(s)"));
        }
        return new DevicePage(
                frames.of(session, device.name(), Section.DEVICES),
                "/appareils/" + device.stream(),
                device.workerName(),
                device.isBrowser() ? "Navigateur" : device.name(),
                Words.of(device.state()),
                tone(device, troubles),
                facts,
                troubles.stream()
                        .map(trouble -> new DevicePage.Fact(Words.of(trouble), Words.advice(trouble)))
                        .toList(),
                session.has(Role.ADMINISTRATOR) ? "/exploitation?flux=" + device.stream() : "",
                device.state() == StreamRow.State.ACTIVE ? "" : "/appareils/" + device.stream() + "/mis-de-cote",
                !device.isBrowser() && device.state() != StreamRow.State.REVOKED);
    }

    private static String tone(Device device, Set<Device.Trouble> troubles) {
        if (!troubles.isEmpty()) {
            return troubles.contains(Device.Trouble.FORKED) || troubles.contains(Device.Trouble.QUARANTINED)
                    ? "orange"
                    : "amber";
        }
        return device.state() == StreamRow.State.ACTIVE ? "green" : "";
    }

    private static String clock(Duration ahead) {
        if (ahead.abs().compareTo(Device.CLOCK_TOLERANCE) <= 0) {
            return "à l’heure";
        }
        Duration off = ahead.abs();
        String much = off.toDays() > 0
                ? off.toDays() + " j"
                : off.toHours() > 0 ? off.toHours() + " h " + off.toMinutesPart() + " min" : off.toMinutes() + " min";
        return (ahead.isNegative() ? "en retard de " : "en avance de ") + much;
    }
}
