package org.tournee.server.trace;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Section;
import org.tournee.server.segment.Profiles;
import org.tournee.server.web.Frames;
import org.tournee.server.web.Words;
import org.tournee.server.web.WorkerNames;

/** Lays out what an operation went through. */
@Singleton
class TracePages {

    private final Frames frames;
    private final Profiles profiles;
    private final WorkerNames workers;

    TracePages(Frames frames, Profiles profiles, WorkerNames workers) {
        this.frames = frames;
        this.profiles = profiles;
        this.workers = workers;
    }

    /** @param one the only one found, followed; null for none or several */
    TracePage of(
            WebSession session,
            @Nullable String stream,
            @Nullable String number,
            @Nullable String other,
            boolean asked,
            List<Trace.Logged> found,
            @Nullable Trace one) {
        ZoneId zone = profiles.of(session.organisation()).zone();
        return new TracePage(
                frames.of(session, "Exploitation", Section.OPERATION),
                Objects.requireNonNullElse(stream, ""),
                Objects.requireNonNullElse(number, ""),
                Objects.requireNonNullElse(other, ""),
                asked,
                one == null ? found.stream().map(logged -> row(logged, zone)).toList() : List.of(),
                one == null ? null : one(one, workers.of(session.organisation()), zone));
    }

    private static TracePage.Row row(Trace.Logged logged, ZoneId zone) {
        return new TracePage.Row(
                "/exploitation?flux=" + logged.stream() + "&numero=" + logged.opSeq(),
                id(logged),
                Words.precise(logged.receivedAt(), zone),
                outcome(logged),
                tone(logged));
    }

    private static TracePage.One one(Trace trace, WorkerNames.Names names, ZoneId zone) {
        Trace.Logged logged = trace.logged();
        return new TracePage.One(
                id(logged),
                outcome(logged),
                tone(logged),
                stations(trace, names, zone),
                facts(trace),
                trace.holders().stream()
                        .map(holder -> holder(holder, logged.position(), names, zone))
                        .toList());
    }

    private static List<TracePage.Fact> stations(Trace trace, WorkerNames.Names names, ZoneId zone) {
        Trace.Logged logged = trace.logged();
        Trace.Opened opened = trace.opened();
        List<TracePage.Fact> stations = new ArrayList<>();
        if (opened != null) {
            stations.add(said(
                    "Enregistrée",
                    Words.precise(opened.savedAt(), zone) + ", selon l’appareil de " + names.of(logged.worker()) + " ("
                            + logged.device() + ")"));
        }
        stations.add(said("Reçue", Words.precise(logged.receivedAt(), zone) + skew(trace.skew())));
        stations.add(said("Jugée", outcome(logged)));
        if (logged.bucket() != null && logged.position() > 0) {
            stations.add(code("Placée", logged.bucket() + " à la position " + logged.position()));
        }
        after(trace.after(), names, zone, stations);
        return stations;
    }

    private static void after(Trace.After after, WorkerNames.Names names, ZoneId zone, List<TracePage.Fact> stations) {
        if (after.waitsAsReturned()) {
            stations.add(said("Retournée", "attend que quelqu’un la reprenne ou la close"));
        }
        if (after.openConflicts() > 0) {
            stations.add(said("Divergences", after.openConflicts() + " ouverte(s) sur son élément"));
        }
        for (Trace.Reminded reminded : after.reminders()) {
            stations.add(said(
                    "Rappel",
                    "à " + names.of(reminded.worker()) + " le " + Words.time(reminded.toldAt(), zone)
                            + (reminded.endedAt() == null
                                    ? ""
                                    : ", éteint le " + Words.time(reminded.endedAt(), zone))));
        }
    }

    private static List<TracePage.Fact> facts(Trace trace) {
        Trace.Logged logged = trace.logged();
        Trace.Opened opened = trace.opened();
        List<TracePage.Fact> facts = new ArrayList<>();
        if (opened == null) {
            facts.add(said("Contenu", "illisible, ou sa clé a été détruite"));
        } else {
            facts.add(said("Nature", Words.kind(opened.kind()) + ", " + Words.action(opened.action())));
            facts.add(code("Groupes de champs", String.join(", ", opened.groups())));
            facts.add(said("Dans sa transaction", (opened.txIndex() + 1) + " sur " + opened.txCount()));
            facts.add(said("Révision vue", Long.toString(opened.baseRev())));
            facts.add(said("Schéma", Integer.toString(opened.schema())));
        }
        facts.add(code("Empreinte", logged.hash()));
        addId(facts, "Transaction", logged.tx());
        addId(facts, "Dossier", logged.dossier());
        addId(facts, "Élément", logged.record());
        facts.add(code("Flux", logged.stream().toString()));
        return facts;
    }

    private static void addId(List<TracePage.Fact> facts, String what, @Nullable Object id) {
        if (id != null) {
            facts.add(code(what, id.toString()));
        }
    }

    private static TracePage.Holder holder(Trace.Holder holder, long position, WorkerNames.Names names, ZoneId zone) {
        boolean has = holder.has(position);
        String state = has
                ? "reçue"
                : holder.toldAt() == null ? "pas encore vue" : "en est à la position " + holder.position();
        String told = holder.toldAt() == null ? "" : ", su le " + Words.time(holder.toldAt(), zone);
        return new TracePage.Holder(names.of(holder.worker()), holder.device(), state + told, has ? "green" : "amber");
    }

    private static String id(Trace.Logged logged) {
        String stream = logged.stream().toString();
        return "…" + stream.substring(stream.length() - 8) + " n° " + logged.opSeq();
    }

    private static String outcome(Trace.Logged logged) {
        if (logged.verdict() == null) {
            return "en cours";
        }
        return Words.verdict(logged.verdict()) + (logged.reason() == null ? "" : " : " + Words.reason(logged.reason()));
    }

    private static String tone(Trace.Logged logged) {
        return switch (logged.verdict()) {
            case "APPLIED", "MERGED" -> "green";
            case "CONFLICT", "RETURNED" -> "orange";
            case null, default -> "";
        };
    }

    private static String skew(Duration ahead) {
        long seconds = ahead.toSeconds();
        return Math.abs(seconds) < 2
                ? ""
                : ", l’horloge de l’appareil étant " + (seconds > 0 ? "en avance" : "en retard") + " de "
                        + Math.abs(seconds) + " s à son dernier envoi";
    }

    private static TracePage.Fact said(String what, String said) {
        return new TracePage.Fact(what, said, false);
    }

    private static TracePage.Fact code(String what, String said) {
        return new TracePage.Fact(what, said, true);
    }
}
