package org.tournee.server.web;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierId;
import org.tournee.server.access.WebSession;
import org.tournee.server.duplicate.Duplicates;
import org.tournee.server.segment.Profiles;
import org.tournee.server.store.OpenReturns;

/** Says in words what waits. */
@Singleton
class InboxRows {

    private final Profiles profiles;
    private final WorkerNames workers;

    InboxRows(Profiles profiles, WorkerNames workers) {
        this.profiles = profiles;
        this.workers = workers;
    }

    /** @param households by dossier, as far as the viewer may know their names */
    List<InboxPage.Row> of(WebSession session, List<InboxItem> items, Map<DossierId, Dossier> households) {
        ZoneId zone = profiles.of(session.organisation()).zone();
        WorkerNames.Names names = workers.of(session.organisation());
        return items.stream()
                .map(item -> row(item, called(item.dossier(), households), names, zone))
                .toList();
    }

    private static InboxPage.Row row(InboxItem item, String dossier, WorkerNames.Names names, ZoneId zone) {
        String kind = Words.waiting(item.kind());
        String since = "depuis le " + Words.time(item.since(), zone);
        return switch (item) {
            case InboxItem.OfConflict of -> {
                String path =
                        "/divergences/" + of.dossier() + "/" + of.conflict().conflict();
                yield new InboxPage.Row(
                        of.mayView() ? path : null,
                        kind,
                        dossier,
                        Words.group(of.conflict().kind(), of.conflict().group()),
                        since,
                        of.isTheirs() ? "À trancher" : of.mayView() ? "À lire" : "En attente du référent",
                        of.mayView() ? "orange" : "");
            }
            case InboxItem.OfReturn of -> {
                OpenReturns.Open returned = of.returned();
                yield new InboxPage.Row(
                        of.mayView() ? "/retours/" + returned.record() : null,
                        kind,
                        dossier,
                        ReturnPages.what(returned) + " de " + names.of(returned.author()) + " : "
                                + Words.of(returned.reason()),
                        since,
                        of.isTheirs() ? "À reprendre" : of.mayView() ? "À lire" : "En attente de l’auteur",
                        of.mayView() ? "orange" : "");
            }
            case InboxItem.OfDuplicate of -> {
                Duplicates.Proposal proposal = of.proposal();
                yield new InboxPage.Row(
                        "/doublons/" + proposal.one() + "/" + proposal.other(),
                        kind,
                        dossier,
                        proposal.evidence().stream().map(Words::of).sorted().collect(Collectors.joining(", ")),
                        since,
                        "À regarder",
                        "amber");
            }
            case InboxItem.OfOpening of ->
                new InboxPage.Row(
                        "/ouvertures/" + of.dossier() + "/" + of.opened().id(),
                        kind,
                        dossier,
                        "par " + names.of(of.opened().worker()),
                        "le " + Words.time(item.since(), zone),
                        "À lire",
                        "plum");
            case InboxItem.OfDevice of ->
                new InboxPage.Row(
                        "/appareils/" + of.device().stream(),
                        kind,
                        of.device().workerName(),
                        of.troubles().stream().map(Words::of).collect(Collectors.joining(", ")),
                        "vu le " + Words.time(item.since(), zone),
                        "À vérifier",
                        "amber");
        };
    }

    private static String called(@Nullable DossierId dossier, Map<DossierId, Dossier> households) {
        if (dossier == null) {
            return "Sans dossier connu";
        }
        Dossier known = households.get(dossier);
        return known == null
                ? "Dossier " + Reference.of(dossier)
                : known.household().name();
    }
}
