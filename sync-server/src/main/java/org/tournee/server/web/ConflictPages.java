package org.tournee.server.web;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tournee.access.AccessRules;
import org.tournee.access.Act;
import org.tournee.access.Decision;
import org.tournee.access.Link;
import org.tournee.access.Subject;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.dossier.StoredRecord;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Section;
import org.tournee.server.page.Shell;
import org.tournee.server.segment.PaceSurvey;
import org.tournee.server.segment.Profiles;
import org.tournee.sync.Conflict;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordKind;

/** Lays a conflict out: side by side, differences marked. Rule: R-REC. */
@Singleton
class ConflictPages {

    private static final String SEPARATOR = " ";

    private final Frames frames;
    private final Profiles profiles;
    private final PaceSurvey survey;
    private final WorkerNames workers;
    private final LinkedDossiers linked;
    private final Communes communes;
    private final Viewer viewer;

    ConflictPages(
            Frames frames,
            Profiles profiles,
            PaceSurvey survey,
            WorkerNames workers,
            LinkedDossiers linked,
            Communes communes,
            Viewer viewer) {
        this.frames = frames;
        this.profiles = profiles;
        this.survey = survey;
        this.workers = workers;
        this.linked = linked;
        this.communes = communes;
        this.viewer = viewer;
    }

    /** @param message what just happened; empty for nothing */
    ConflictPage of(WebSession session, DossierContents contents, Entry<Conflict> entry, String message) {
        Conflict conflict = entry.value();
        ZoneId zone = profiles.of(session.organisation()).zone();
        WorkerNames.Names names = workers.of(session.organisation());
        Decision decision = decide(session, contents, entry);
        String what = Words.group(conflict.subject().kind(), conflict.subject().group());
        boolean open = conflict.state().open();
        return new ConflictPage(
                frames.of(session, what, Section.INBOX),
                "/divergences/" + contents.id() + "/" + entry.id(),
                "/dossiers/" + contents.id(),
                contents.dossier().value().household().name(),
                what,
                message,
                sides(conflict, standing(session, contents, conflict), new GroupValues(names, zone), names, zone),
                seen(conflict),
                open,
                open
                        ? ""
                        : "par " + names.of(conflict.state().settledBy()) + ", le "
                                + Words.time(conflict.state().settledAt(), zone),
                decision.isAllowed(),
                decision instanceof Decision.Refused refused ? Words.of(refused.reason()) : "",
                open && decision.isAllowed() ? written(session, conflict).fields() : List.of());
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

    private Decision decide(WebSession session, DossierContents contents, Entry<Conflict> entry) {
        Set<Link> links = linked.of(
                        session.organisation(),
                        session.worker(),
                        survey.today(session.organisation()),
                        profiles.of(session.organisation()))
                .getOrDefault(contents.id(), Set.of());
        Conflict.Subject subject = entry.value().subject();
        return AccessRules.decide(
                session.roles(),
                links,
                Act.SETTLE_CONFLICT,
                new Subject(entry.audience(), RecordKind.ofCode(subject.kind()).orElse(null), subject.group()),
                false);
    }

    private @Nullable String standing(WebSession session, DossierContents contents, Conflict conflict) {
        Optional<StoredRecord> record = viewer.records(session, contents.id()).stream()
                .filter(stored -> stored.id().equals(conflict.subject().recordId()))
                .reduce((earlier, later) -> later);
        return record.map(stored -> stored.groups().get(conflict.subject().group()))
                .orElse(null);
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
        return sides;
    }

    /** The frame of a page without a conflict to show. */
    Shell frame(WebSession session) {
        return frames.of(session, "Divergence", Section.INBOX);
    }
}
