package org.tournee.mobile.round;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.Names;
import org.tournee.mobile.ui.Mark;
import org.tournee.mobile.ui.Notice;
import org.tournee.mobile.ui.Tone;
import org.tournee.outreach.Ground;
import org.tournee.outreach.SafetyNote;
import org.tournee.outreach.Visit;

/** What one sees of a household before one goes: why, what to know, what was tried. Rule: R-OUT. */
public final class VisitMarks {

    private final Phone phone;
    private final Messages messages;

    public VisitMarks(Phone phone) {
        this.phone = phone;
        this.messages = phone.messages();
    }

    /** A fact, who noted it and until when it is shown. */
    public Notice safety(SafetyNote.Note note) {
        LocalDate until = note.expiresOn();
        return new Notice(
                Tone.CONFLICT,
                messages.get(
                        "round.safety",
                        note.fact(),
                        Names.of(phone, note.author()),
                        DateTexts.of(phone).day(until)));
    }

    /** They do not want to be approached. */
    public Notice opposed() {
        return new Notice(Tone.CONFLICT, messages.get("round.opposed"));
    }

    Node grounds(List<Ground> grounds) {
        String words = grounds.stream().map(messages::of).collect(Collectors.joining(" · "));
        return new Mark(Tone.DUE, Material2AL.FLAG, words);
    }

    /** Failed attempts and the last contact. */
    List<Node> past(Stop stop) {
        List<Node> marks = new ArrayList<>();
        if (stop.attempts() > 0) {
            marks.add(attempts(stop.attempts()));
        }
        String last = stop.lastContact()
                .map(at -> messages.get("round.last", DateTexts.of(phone).moment(at)))
                .orElseGet(() -> messages.get("round.noContact"));
        marks.add(new Mark(Tone.NEUTRAL, Material2AL.HISTORY, last));
        return marks;
    }

    Node attempts(int attempts) {
        return new Mark(Tone.NEUTRAL, Material2MZ.REPLAY, messages.get("round.attempts", attempts));
    }

    /** "9 mars : absent, par Moi". */
    Node past(Visit visit) {
        Visit.State state =
                visit.ending() == null ? Visit.State.LEFT_OUT : visit.ending().state();
        String words = messages.get(
                "round.visit",
                DateTexts.of(phone).day(visit.plan().day()),
                name(state),
                Names.of(phone, visit.plan().worker()));
        return new Mark(state == Visit.State.MET ? Tone.DONE : Tone.NEUTRAL, icon(state), words);
    }

    Node state(Visit.State state) {
        return new Mark(state == Visit.State.MET ? Tone.DONE : Tone.NEUTRAL, icon(state), name(state));
    }

    String name(Visit.State state) {
        return messages.get("round.state." + state.name());
    }

    static Ikon icon(Visit.State state) {
        return switch (state) {
            case MET -> Material2AL.CHECK;
            case ABSENT -> Material2MZ.PERSON_OUTLINE;
            case REFUSED -> Material2AL.DO_NOT_DISTURB;
            case LEFT_OUT -> Material2AL.CLOSE;
        };
    }
}
