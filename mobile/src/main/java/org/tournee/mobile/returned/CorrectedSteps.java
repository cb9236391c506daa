package org.tournee.mobile.returned;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.mandate.Mandate;
import org.tournee.mandate.MandateEnd;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.conflict.GroupText;
import org.tournee.mobile.conflict.SettlementDraft;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.dossier.TypedDay;
import org.tournee.mobile.draft.DraftName;
import org.tournee.mobile.request.MandateEndDraft;
import org.tournee.mobile.request.RequestStepDraft;
import org.tournee.mobile.rights.OutcomeDraft;
import org.tournee.mobile.rights.ReasonDraft;
import org.tournee.request.HandlingMerge;
import org.tournee.request.Request;
import org.tournee.request.RequestStep;
import org.tournee.rights.RightCheck;
import org.tournee.sync.Command;
import org.tournee.sync.Conflict;
import org.tournee.sync.GroupChange;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.ReturnedChange;
import org.tournee.sync.Settlement;
import org.tournee.sync.Wire;

/** What was done to a record that is there, and came back: as it is done there again. Rules: R-REC, R-RDD, R-REQ, R-MAN. */
final class CorrectedSteps {

    /** The group in which a settlement travels. */
    static final String SETTLEMENT = "settlement";

    private final Phone phone;
    private final DossierContents now;

    CorrectedSteps(Phone phone, DossierContents now) {
        this.phone = phone;
        this.now = now;
    }

    /** How a follow-up ended and why somebody declined are typed; other answers are tapped where the rights are. */
    Optional<Correction> right(ReturnedChange.Origin origin) {
        RecordId id = origin.recordId();
        Map<String, GroupChange> changes = ReturnedGroups.of(origin);
        Optional<Entry<RightCheck>> held = id == null ? Optional.empty() : DossierDesk.current(now.rightChecks(), id);
        Groups before = held.map(entry -> Groups.of(entry.value())).orElse(Groups.NONE);
        RightCheck said = ReturnedGroups.over(before, origin).as(RightCheck.class);
        RightCheck.Ending ending = said.ending();
        if (changes.containsKey("ending") && ending != null && held.isPresent()) {
            return Optional.of(new Correction(
                    DraftName.of(
                            DraftName.Form.RIGHT_OUTCOME, now.id(), held.get().id()),
                    new OutcomeDraft(ending.outcome(), TypedDay.text(ending.endedOn(), phone.messages()))));
        }
        RecordId checkup = said.subject().checkup();
        if (DossierDesk.current(now.rightsCheckups(), checkup).isEmpty()) {
            return Optional.empty();
        }
        String reason = said.finding().reason();
        return Optional.of(
                changes.containsKey("finding") && reason != null
                        ? new Correction(
                                DraftName.of(
                                        DraftName.Form.DECLINED_RIGHT,
                                        now.id(),
                                        checkup,
                                        said.subject().rightId()),
                                new ReasonDraft(reason))
                        : new Correction(new Destination.RightsSweep(now.id(), checkup)));
    }

    /** The step of a request, where it may still be taken. */
    Optional<Correction> request(ReturnedChange.Origin origin) {
        RecordId id = origin.recordId();
        GroupChange change = ReturnedGroups.of(origin).get(Request.Handling.GROUP);
        if (id == null || change == null) {
            return Optional.empty();
        }
        Request.Handling written = handling(change.value());
        return DossierDesk.current(now.requests(), id)
                .flatMap(entry -> HandlingMerge.steps(handling(change.base()), written).stream()
                        .filter(RequestStep.openTo(entry.value())::contains)
                        .findFirst())
                .map(step -> new Correction(
                        DraftName.of(DraftName.Form.REQUEST_STEP, now.id(), id, step),
                        new RequestStepDraft(
                                TypedDay.text(step.on(written).orElseThrow(), phone.messages()), written.decision())));
    }

    private static Request.Handling handling(@Nullable String json) {
        return json == null ? Request.Handling.NONE : Wire.read(Request.Handling.class, json);
    }

    /** The end of a mandate that goes on. */
    Optional<Correction> end(ReturnedChange.Origin origin) {
        RecordId id = origin.recordId();
        Optional<Entry<Mandate>> mandate = id == null ? Optional.empty() : DossierDesk.current(now.mandates(), id);
        return mandate.filter(entry -> entry.value().runsOn(phone.today()))
                .flatMap(entry -> value(origin, Command.GROUP)
                        .flatMap(Command::read)
                        .flatMap(MandateEnd::of)
                        .map(end -> new Correction(
                                DraftName.of(DraftName.Form.MANDATE_END, now.id(), entry.id()),
                                new MandateEndDraft(TypedDay.text(end.lastDay(), phone.messages())))));
    }

    /** The conflict that was settled, where it is open still; what was written stands in its fields. */
    Optional<Correction> settlement(ReturnedChange.Origin origin) {
        RecordId id = origin.recordId();
        Optional<Entry<Conflict>> open = id == null ? Optional.empty() : DossierDesk.current(now.openConflicts(), id);
        return open.flatMap(conflict -> value(origin, SETTLEMENT)
                .map(json -> Wire.read(Settlement.class, json))
                .map(settlement -> settled(conflict.id(), settlement)));
    }

    private Correction settled(RecordId conflict, Settlement settlement) {
        Map<String, String> free = new LinkedHashMap<>();
        new GroupText(phone)
                .lines(settlement.value()).stream()
                        .filter(GroupText.Line::free)
                        .forEach(line -> free.put(line.field(), line.value()));
        return free.isEmpty()
                ? new Correction(new Destination.ConflictPage(now.id(), conflict))
                : new Correction(
                        DraftName.of(DraftName.Form.CONFLICT_TEXT, now.id(), conflict), new SettlementDraft(free));
    }

    private static Optional<String> value(ReturnedChange.Origin origin, String group) {
        return Optional.ofNullable(ReturnedGroups.of(origin).get(group)).map(GroupChange::value);
    }
}
