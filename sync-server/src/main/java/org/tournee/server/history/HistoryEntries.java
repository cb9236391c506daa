package org.tournee.server.history;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.Wording;
import org.tournee.server.store.DossierStandings.DossierStanding;
import org.tournee.server.web.GroupValues;
import org.tournee.server.web.Words;
import org.tournee.server.web.WorkerNames;
import org.tournee.sync.Action;
import org.tournee.sync.GroupChange;
import org.tournee.sync.MalformedException;
import org.tournee.sync.Outcome;
import org.tournee.sync.Settlement;
import org.tournee.sync.Wire;

/** Says in words what the steps of a history tell, as far as its reader may see it. */
final class HistoryEntries {

    private static final String SETTLEMENT = "settlement";

    /** The worker's own time is shown where it is another than ours. Rule: R-CLK. */
    private static final Duration SAME_TIME = Duration.ofMinutes(2);

    private final DossierStanding standing;
    private final List<LoggedChange> changes;
    private final WorkerNames.Names names;
    private final GroupValues values;
    private final ZoneId zone;
    private final Wording wording;

    HistoryEntries(HistoryReader.Read read, WorkerNames.Names names, OrganisationProfile profile) {
        this.standing = read.standing();
        this.changes = read.changes();
        this.names = names;
        this.zone = profile.zone();
        this.values = new GroupValues(names, zone, read.persons());
        this.wording = Wording.of(profile, Locale.FRENCH.getLanguage());
    }

    HistoryPage.Entry entry(Step step) {
        List<LoggedChange> mine = of(step);
        return new HistoryPage.Entry(
                Words.time(step.at(), zone),
                said(step, mine),
                names.of(step.worker()),
                step.from(),
                act(step, mine),
                tone(step),
                mine.stream().flatMap(change -> changes(change).stream()).toList());
    }

    List<LoggedChange> of(Step step) {
        return step.operations()
                .map(run -> changes.stream()
                        .filter(change -> run.contains(
                                change.operation().streamId(),
                                change.operation().opSeq()))
                        .toList())
                .orElse(List.of());
    }

    private String said(Step step, List<LoggedChange> mine) {
        if (mine.isEmpty()) {
            return "";
        }
        Instant said = mine.getFirst().operation().occurredAt();
        return Duration.between(said, step.at()).abs().compareTo(SAME_TIME) < 0 ? "" : Words.time(said, zone);
    }

    private static String act(Step step, List<LoggedChange> mine) {
        if (mine.stream().anyMatch(change -> change.verdict() == Outcome.Verdict.CONFLICT)) {
            return Words.act(step.act().name()) + ", avec une divergence";
        }
        return Words.act(step.act().name());
    }

    private static String tone(Step step) {
        return switch (step.act()) {
            case RETURN -> "orange";
            case SETTLE -> "green";
            case REFUSE, BREAK_GLASS -> "plum";
            case OPEN, ASSIGN -> "accent";
            default -> "";
        };
    }

    private List<HistoryPage.Change> changes(LoggedChange change) {
        String kind = Words.kind(change.about(), wording);
        if (change.operation().action() == Action.DELETE) {
            return List.of(new HistoryPage.Change(kind, "retiré", false, List.of()));
        }
        List<HistoryPage.Change> shown = new ArrayList<>();
        change.operation().groups().forEach((name, written) -> {
            String group = change.group() == null ? name : change.group();
            boolean visible = change.shows(standing, group);
            shown.add(new HistoryPage.Change(
                    kind,
                    Words.group(change.about(), group),
                    !visible,
                    visible ? members(name.equals(SETTLEMENT) ? settled(written) : written) : List.of()));
        });
        return shown;
    }

    /** A settlement says which value stands from then on. */
    private static GroupChange settled(GroupChange written) {
        String value = written.value();
        try {
            return new GroupChange(
                    null,
                    value == null ? null : Wire.read(Settlement.class, value).value());
        } catch (MalformedException e) {
            return new GroupChange(null, null); // it came back: the step says so
        }
    }

    private List<HistoryPage.Member> members(GroupChange change) {
        Map<String, String> before = texts(change.base());
        Map<String, String> after = texts(change.value());
        return GroupValues.members(List.of(before, after)).stream()
                .filter(member -> !before.getOrDefault(member, "").equals(after.getOrDefault(member, "")))
                .map(member -> new HistoryPage.Member(
                        Words.field(member), before.getOrDefault(member, ""), after.getOrDefault(member, "")))
                .toList();
    }

    private Map<String, String> texts(@Nullable String json) {
        try {
            return values.texts(json);
        } catch (MalformedException e) {
            return Map.of(); // no JSON: it came back, and the step says so
        }
    }
}
