package org.tournee.server.workflow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.segment.Stay;
import org.tournee.server.store.Draft;
import org.tournee.sync.BucketId;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.workflow.Carried;
import org.tournee.workflow.DossierCourse;
import org.tournee.workflow.SegmentChange;

/** The records that a command which was carried out writes: decisions and stays. Rules: R-SEG-4, R-SEG-6. */
final class DecidedDrafts {

    private final DossierId dossier;
    private final DossierCourse course;
    private final Supplier<RecordId> ids;

    DecidedDrafts(DossierId dossier, DossierCourse course, Supplier<RecordId> ids) {
        this.dossier = dossier;
        this.course = course;
        this.ids = ids;
    }

    /** The decision itself comes first. */
    List<Draft> of(Carried.Done done, LocalDate today) {
        List<Draft> drafts = new ArrayList<>();
        Entry<SegmentChange> open = course.open();
        SegmentChange answered = done.answered();
        RecordId id = open != null && answered == null ? open.id() : ids.get();
        drafts.add(draft(id, RecordKind.SEGMENT_CHANGE, done.change()));
        if (open != null && answered != null) {
            drafts.add(draft(open.id(), RecordKind.SEGMENT_CHANGE, answered));
        }
        for (Carried.Effect effect : done.effects()) {
            switch (effect) {
                case Carried.Effect.NewStay begun -> {
                    endRunning(today, drafts);
                    drafts.add(draft(ids.get(), RecordKind.STAY, begun.stay()));
                }
                case Carried.Effect.Allocated allocated -> allocate(allocated.allocation(), drafts);
                case Carried.Effect.NewReferent answers -> {} // a term and its grants, no record of these kinds
            }
        }
        return drafts;
    }

    private void endRunning(LocalDate today, List<Draft> drafts) {
        Entry<Stay> running = course.stay();
        if (running != null) {
            Stay.Span span = running.value().span();
            Stay.Span ended = new Stay.Span(span.segment(), span.enteredOn(), today);
            drafts.add(draft(
                    running.id(),
                    RecordKind.STAY,
                    new Stay(ended, running.value().allocation())));
        }
    }

    private void allocate(Stay.Allocation allocation, List<Draft> drafts) {
        Entry<Stay> running = course.stay();
        if (running != null) {
            drafts.add(draft(
                    running.id(), RecordKind.STAY, new Stay(running.value().span(), allocation)));
        }
    }

    private Draft draft(RecordId id, RecordKind kind, Object typed) {
        return new Draft(id, kind, dossier, BucketId.service(dossier), Groups.of(typed));
    }
}
