package org.tournee.server.workflow;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.closure.Closure;
import org.tournee.closure.ClosureCarried.Refusal;
import org.tournee.closure.ClosureWorkflow;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.FormFields;
import org.tournee.server.page.Section;
import org.tournee.server.web.Frames;
import org.tournee.server.web.Words;
import org.tournee.server.web.WorkerNames;
import org.tournee.server.workflow.SegmentPage.Message;

/** Lays out how a follow-up ended, and what the viewer may do about it. Rules: R-SEG-5, R-SHARE. */
@Singleton
class ClosurePages {

    static final String ID = "cloture";
    static final String AFTER = "vues";
    static final String EXIT = "issue";
    static final String ORIENTED_TO = "relais";
    static final String REASON = "motif";

    private final Frames frames;
    private final WorkerNames workers;

    ClosurePages(Frames frames, WorkerNames workers) {
        this.frames = frames;
        this.workers = workers;
    }

    /** @param typed what was sent with a form that was not carried out: nothing of it is typed again */
    ClosurePage of(WebSession session, SegmentReader.Seen seen, FormFields typed, @Nullable Message message) {
        DossierContents contents = seen.contents();
        Optional<Entry<Closure>> standing = ClosureWorkflow.standing(contents);
        boolean may = ClosureWorkflow.mayChange(contents, seen.signer());
        Refusal refusal = standing.isPresent() ? Refusal.NOT_YOURS_TO_REOPEN : Refusal.NOT_YOURS_TO_CLOSE;
        return new ClosurePage(
                frames.of(session, standing.isPresent() ? "Dossier clos" : "Clore le dossier", Section.DOSSIERS),
                "/dossiers/" + contents.id(),
                contents.dossier().value().household().name(),
                standing.isPresent(),
                past(contents, workers.of(session.organisation())),
                may ? form(standing.orElse(null), contents, typed) : null,
                may ? "" : Words.of(refusal) + " " + Words.advice(refusal),
                message);
    }

    private static ClosurePage.Form form(
            @Nullable Entry<Closure> standing, DossierContents contents, FormFields typed) {
        boolean again = typed.id(ID).isPresent();
        String fresh = standing == null
                ? UuidCreator.getTimeOrderedEpoch().toString()
                : standing.id().toString();
        return new ClosurePage.Form(
                again && standing == null ? typed.text(ID) : fresh,
                contents.closures().size(),
                standing == null ? exits(typed.text(EXIT)) : List.of(),
                typed.text(ORIENTED_TO),
                typed.text(REASON));
    }

    private static List<ClosurePage.Exit> exits(String chosen) {
        return Arrays.stream(Closure.Exit.values())
                .map(exit -> new ClosurePage.Exit(
                        exit.name(), Words.of(exit), exit.name().equals(chosen)))
                .toList();
    }

    private static List<ClosurePage.Line> past(DossierContents contents, WorkerNames.Names names) {
        List<ClosurePage.Line> lines = new ArrayList<>();
        contents.closures().stream()
                .sorted(Comparator.comparing(
                                (Entry<Closure> entry) -> entry.value().ending().closedOn())
                        .reversed())
                .map(Entry::value)
                .forEach(closure -> {
                    Closure.Reopening reopening = closure.reopening();
                    if (reopening != null) {
                        lines.add(new ClosurePage.Line(
                                "Rouvert",
                                "Le " + Words.day(reopening.reopenedOn()) + ", " + names.of(reopening.reopenedBy()),
                                reopening.reason()));
                    }
                    lines.add(ended(closure.ending(), names));
                });
        return lines;
    }

    private static ClosurePage.Line ended(Closure.Ending ending, WorkerNames.Names names) {
        String orientedTo = ending.orientedTo() == null ? "" : " (" + ending.orientedTo() + ")";
        return new ClosurePage.Line(
                "Clos : " + Words.of(ending.exit()) + orientedTo,
                "Le " + Words.day(ending.closedOn()) + ", " + names.of(ending.closedBy()),
                ending.reason());
    }
}
