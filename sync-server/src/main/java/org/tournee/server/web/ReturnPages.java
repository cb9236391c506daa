package org.tournee.server.web;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tournee.dossier.DossierId;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Section;
import org.tournee.server.segment.Profiles;
import org.tournee.server.store.OpenReturns;
import org.tournee.sync.GroupChange;
import org.tournee.sync.Groups;
import org.tournee.sync.MalformedException;
import org.tournee.sync.ReturnedChange;
import org.tournee.sync.Wire;

/** Lays out a change that came back. */
@Singleton
class ReturnPages {

    private final Frames frames;
    private final Profiles profiles;
    private final WorkerNames workers;

    ReturnPages(Frames frames, Profiles profiles, WorkerNames workers) {
        this.frames = frames;
        this.profiles = profiles;
        this.workers = workers;
    }

    ReturnPage of(WebSession session, ReturnReader.Seen seen) {
        OpenReturns.Open open = seen.open();
        ZoneId zone = profiles.of(session.organisation()).zone();
        WorkerNames.Names names = workers.of(session.organisation());
        ReturnedChange.Origin origin = seen.change().origin();
        DossierId dossier = open.dossier();
        return new ReturnPage(
                frames.of(session, "Saisie retournée", Section.INBOX),
                "/retours/" + open.record(),
                seen.household().isPresent() ? "/dossiers/" + dossier : "",
                seen.household().orElseGet(() -> dossier == null ? "" : "Dossier " + Reference.of(dossier)),
                what(open),
                names.of(open.author()),
                Words.time(origin.occurredAt() == null ? open.since() : origin.occurredAt(), zone),
                Words.of(open.reason()),
                Words.advice(open.reason()),
                groups(open, origin, new GroupValues(names, zone)),
                seen.mayClose());
    }

    /** The field groups that it was to write, or at least the kind. */
    static String what(OpenReturns.Open open) {
        String kind = open.kind();
        if (kind == null) {
            return "Saisie illisible";
        }
        return open.groups().size() == 1 ? Words.group(kind, open.groups().getFirst()) : Words.kind(kind);
    }

    private static List<ReturnPage.Group> groups(
            OpenReturns.Open open, ReturnedChange.Origin origin, GroupValues values) {
        List<ReturnPage.Group> groups = new ArrayList<>();
        Groups.parse(origin.groups())
                .byName()
                .forEach((name, json) -> groups.add(new ReturnPage.Group(
                        open.kind() == null ? name : Words.group(open.kind(), name), members(json, values))));
        return groups;
    }

    private static List<ReturnPage.Member> members(String json, GroupValues values) {
        GroupChange change;
        try {
            change = Wire.read(GroupChange.class, json);
        } catch (MalformedException e) {
            return List.of(); // came back because it could not be read: its name is all there is to show
        }
        Map<String, String> before = values.texts(change.base());
        Map<String, String> after = values.texts(change.value());
        return GroupValues.members(List.of(before, after)).stream()
                .map(member -> new ReturnPage.Member(
                        Words.field(member), before.getOrDefault(member, ""), after.getOrDefault(member, "")))
                .toList();
    }
}
