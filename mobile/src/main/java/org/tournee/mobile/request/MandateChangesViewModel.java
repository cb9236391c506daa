package org.tournee.mobile.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tournee.dossier.Entry;
import org.tournee.mandate.Mandate;
import org.tournee.mandate.MandateEnd;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.draft.DraftName;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.Writing;
import org.tournee.mobile.store.Edit;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/**
 * What changes of a mandate that is there: its mission is corrected, its end prepared. An end is done when the service takes
 * it, and never shown as done before. Rules: R-MAN, R-SHARE, R-SYN.
 */
public final class MandateChangesViewModel {

    private final DossierDesk desk;
    private final Writing<MissionForm> mission;
    private final Writing<MandateEndForm> end;

    /** Goes on with forms that were left half written. */
    public MandateChangesViewModel(DossierDesk desk) {
        this.desk = desk;
        this.mission = desk.writing();
        this.end = desk.writing();
        for (Entry<Mandate> entry : desk.contents().mandates()) {
            if (missionDraft(entry.id()).kept().isPresent()) {
                beginMission(entry);
            }
            if (endDraft(entry.id()).kept().isPresent() && prepared(entry).isEmpty()) {
                beginEnd(entry);
            }
        }
    }

    private FormDraft<MissionDraft> missionDraft(RecordId about) {
        return desk.draft(DraftName.Form.MANDATE_MISSION, MissionDraft.class, about);
    }

    private FormDraft<MandateEndDraft> endDraft(RecordId about) {
        return desk.draft(DraftName.Form.MANDATE_END, MandateEndDraft.class, about);
    }

    /** Whether this worker may correct it. */
    public boolean mayCorrect(Entry<Mandate> entry) {
        return desk.mayChange(RecordKind.MANDATE, entry);
    }

    /** Whether this worker may prepare its end: it is not over, the service knows it, and no end waits. */
    public boolean mayEnd(Entry<Mandate> entry) {
        LocalDate over = entry.value().term().end();
        boolean goesOn = over == null || over.isAfter(desk.phone().today());
        return goesOn && prepared(entry).isEmpty() && mayCorrect(entry);
    }

    /** The end that was prepared here, of which the phone does not show yet what became of it. */
    public Optional<MandateEnd> prepared(Entry<Mandate> entry) {
        return Optional.ofNullable(
                desk.phone().store().preparedEnds(desk.dossier()).get(entry.id()));
    }

    /** Opens the form that corrects it, with its draft. */
    public void beginMission(Entry<Mandate> about) {
        mission.begin(missionForm(about));
    }

    private MissionForm missionForm(Entry<Mandate> about) {
        return new MissionForm(missionDraft(about.id()), about);
    }

    /** Opens the form that ends it, with its draft. */
    public void beginEnd(Entry<Mandate> about) {
        end.begin(endForm(about));
    }

    private MandateEndForm endForm(Entry<Mandate> about) {
        return new MandateEndForm(endDraft(about.id()), about, desk.phone().today());
    }

    /** Keeps the correction; what is wrong stands beside its field. */
    public void keepMission() {
        mission.form()
                .get()
                .ifPresent(form -> form.corrected()
                        .ifPresent(after -> desk.save(
                                desk.phone().messages().get("mandate.mission.kept"),
                                () -> mission.done(form),
                                new Edit.Update(RecordKind.MANDATE, form.mandate(), after))));
    }

    /** Prepares the end; what is wrong, or why not, stands beside the day. */
    public void keepEnd() {
        desk.refresh(); // somebody may have ended it since the page was shown
        end.form()
                .get()
                .ifPresent(form -> DossierDesk.current(
                                desk.contents().mandates(), form.mandate().id())
                        .ifPresent(now -> form.end(now.value()).ifPresent(asked -> prepare(form, now, asked))));
    }

    private void prepare(MandateEndForm form, Entry<Mandate> now, MandateEnd asked) {
        desk.writer().saveOnce(() -> List.of(new Edit.EndMandate(now, asked)), () -> {
            end.done(form);
            desk.refresh();
            desk.phone().navigator().say(desk.phone().messages().get("mandate.end.kept"));
        });
    }

    /** Closes the form that corrects and throws its draft away; can be undone for a moment, as the next one. */
    public void giveUpMission() {
        mission.giveUp(closed -> missionForm(closed.mandate()));
    }

    /** Closes the form that ends. */
    public void giveUpEnd() {
        end.giveUp(closed -> endForm(closed.mandate()));
    }

    /** The correction of that mandate that is being written; empty while none is. */
    public Optional<MissionForm> mission(Entry<Mandate> entry) {
        return mission.form().get().filter(form -> form.mandate().id().equals(entry.id()));
    }

    /** The end of that mandate that is being prepared; empty while none is. */
    public Optional<MandateEndForm> end(Entry<Mandate> entry) {
        return end.form().get().filter(form -> form.mandate().id().equals(entry.id()));
    }
}
