package org.tournee.server.web;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tournee.access.Decision;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Section;
import org.tournee.server.segment.Profiles;
import org.tournee.sync.Conflict;
import org.tournee.sync.Groups;

/** Lays a conflict out: side by side, differences marked. Rule: R-REC. */
@Singleton
class ConflictPages {

    private static final String SEPARATOR = " ";

    private final Frames frames;
    private final Profiles profiles;
    private final WorkerNames workers;
    private final Communes communes;

    ConflictPages(Frames frames, Profiles profiles, WorkerNames workers, Communes communes) {
        this.frames = frames;
        this.profiles = profiles;
        this.workers = workers;
        this.communes = communes;
    }

    /** @param message what just happened; empty for nothing */
    ConflictPage of(WebSession session, ConflictReader.Seen seen, String message) {
        Conflict conflict = seen.conflict();
        ZoneId zone = profiles.of(session.organisation()).zone();
        WorkerNames.Names names = workers.of(session.organisation());
        String what = Words.group(conflict.subject().kind(), conflict.subject().group());
        boolean open = conflict.state().open();
        boolean maySettle = seen.settling().isAllowed();
        return new ConflictPage(
                frames.of(session, what, Section.INBOX),
                "/divergences/" + seen.dossier() + "/" + seen.id(),
                seen.household().isPresent() ? "/dossiers/" + seen.dossier() : "",
                seen.household().orElseGet(() -> "Dossier " + Reference.of(seen.dossier())),
                what,
                message,
                sides(conflict, seen.standing(), new GroupValues(names, zone), names, zone),
                seen(conflict),
                open,
                open
                        ? ""
                        : "par " + names.of(conflict.state().settledBy()) + ", le "
                                + Words.time(conflict.state().settledAt(), zone),
                maySettle,
                seen.settling() instanceof Decision.Refused refused ? Words.of(refused.reason()) : "",
                open && maySettle ? written(session, conflict).fields() : List.of());
    }

    /** A third value for that conflict. */
    WrittenValue written(WebSession session, Conflict conflict) {
        String base = conflict.variants().all().stream()
                .map(Conflict.Variant::value)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new WrittenValue(base, communes.of(session.organisation()));
    }

    static String seen(Conflict conflict) {
        return conflict.variants().all().stream().map(Conflict.Variant::id).collect(Collectors.joining(SEPARATOR));
    }

    static List<String> seen(String ids) {
        return ids.isBlank() ? List.of() : List.of(ids.strip().split(SEPARATOR, -1));
    }

    private static List<ConflictPage.Side> sides(
            Conflict conflict, @Nullable String standing, GroupValues values, WorkerNames.Names names, ZoneId zone) {
        List<Conflict.Variant> variants = conflict.variants().all();
        List<Map<String, String>> texts =
                variants.stream().map(variant -> values.texts(variant.value())).toList();
        Set<String> members = GroupValues.members(texts);
        List<ConflictPage.Side> sides = new ArrayList<>();
        for (int i = 0; i < variants.size(); i++) {
            Conflict.Variant variant = variants.get(i);
            Map<String, String> against = texts.get(i == 0 ? texts.size() - 1 : 0);
            List<ConflictPage.Value> shown = new ArrayList<>();
            for (String member : members) {
                shown.add(new ConflictPage.Value(
                        Words.field(member),
                        Differences.of(texts.get(i).getOrDefault(member, ""), against.getOrDefault(member, ""))));
            }
            sides.add(new ConflictPage.Side(
                    variant.id(),
                    names.of(variant.author()),
                    Words.time(variant.occurredAt() == null ? variant.receivedAt() : variant.occurredAt(), zone),
                    Groups.sameValue(variant.value(), standing),
                    variant.value() == null,
                    shown));
        }
        if (standing != null && sides.stream().noneMatch(ConflictPage.Side::current)) {
            sides.addFirst(written(conflict, standing, values, members, names, zone));
        }
        return sides;
    }

    /** What stands is none of the sides: somebody wrote it since. */
    private static ConflictPage.Side written(
            Conflict conflict,
            String standing,
            GroupValues values,
            Set<String> members,
            WorkerNames.Names names,
            ZoneId zone) {
        Map<String, String> texts = values.texts(standing);
        return new ConflictPage.Side(
                "",
                names.of(conflict.state().settledBy()),
                Words.time(conflict.state().settledAt(), zone),
                true,
                false,
                members.stream()
                        .map(member -> new ConflictPage.Value(
                                Words.field(member),
                                List.of(new Differences.Piece(texts.getOrDefault(member, ""), false))))
                        .toList());
    }
}
