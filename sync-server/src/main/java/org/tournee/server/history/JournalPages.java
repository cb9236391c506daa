package org.tournee.server.history;

import jakarta.inject.Singleton;
import java.text.Collator;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.tournee.organisation.WorkerId;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Section;
import org.tournee.server.segment.Profiles;
import org.tournee.server.web.Frames;
import org.tournee.server.web.Words;
import org.tournee.server.web.WorkerNames;

/** Lays out the journal. */
@Singleton
class JournalPages {

    private final Frames frames;
    private final Profiles profiles;
    private final WorkerNames workers;

    JournalPages(Frames frames, Profiles profiles, WorkerNames workers) {
        this.frames = frames;
        this.profiles = profiles;
        this.workers = workers;
    }

    /** @param size of a page: one step more than that means that there is an earlier one */
    JournalPage of(
            WebSession session,
            JournalFilter filter,
            List<Step> steps,
            List<WorkerId> known,
            boolean team,
            String checked,
            int size) {
        ZoneId zone = profiles.of(session.organisation()).zone();
        WorkerNames.Names names = workers.of(session.organisation());
        List<Step> shown = steps.subList(0, Math.min(size, steps.size()));
        return new JournalPage(
                frames.of(session, "Journal", Section.JOURNAL),
                shown.stream().map(step -> line(step, names, zone)).toList(),
                Arrays.stream(JournalFilter.Part.values())
                        .map(part -> new HistoryPage.Choice(part.inAddress(), part.label(), part == filter.part()))
                        .toList(),
                known.stream()
                        .map(worker -> new HistoryPage.Choice(
                                worker.toString(), names.of(worker), worker.equals(filter.worker())))
                        .sorted(Comparator.comparing(
                                HistoryPage.Choice::label, Collator.getInstance(Locale.FRENCH)::compare))
                        .toList(),
                team,
                checked,
                steps.size() > size ? filter.path(shown.getLast().seq()) : "");
    }

    private static JournalPage.Line line(Step step, WorkerNames.Names names, ZoneId zone) {
        return new JournalPage.Line(
                Words.time(step.at(), zone),
                names.of(step.worker()),
                Words.act(step.act().name()),
                switch (step.act()) {
                    case SIGN_IN_FAILED, REFUSE -> "orange";
                    case FREEZE, REVOKE, RECOVER -> "plum";
                    case ENROL -> "accent";
                    default -> "";
                },
                from(step, names));
    }

    private static String from(Step step, WorkerNames.Names names) {
        return switch (step.act()) {
            case SIGN_IN, SIGN_IN_FAILED, SIGN_OUT, RECOVER, CHANGE_PASSWORD -> Words.door(step.detail());
            case CHANGE_CATALOGUE, CHANGE_PROFILE -> "version " + step.detail();
            case CHANGE_STAFF ->
                step.record()
                        .map(record -> names.of(new WorkerId(record.value())))
                        .orElseGet(step::from);
            default -> step.from();
        };
    }
}
