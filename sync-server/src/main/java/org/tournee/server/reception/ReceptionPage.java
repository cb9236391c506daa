package org.tournee.server.reception;

import java.util.List;
import org.tournee.server.page.Shell;

/**
 * What goes to the viewer, what the desks count, and the collective actions. Rules: R-PER, R-COL, R-IND.
 *
 * @param liaisons that go to the viewer or their team
 * @param late those that nobody took over for long, of which the viewer is told
 * @param desk whose days are shown; empty where all desks are summed up
 * @param period that is counted, in words
 * @param published whether small cells are hidden, and no desk is shown day by day
 */
public record ReceptionPage(
        Shell shell,
        List<Liaison> liaisons,
        List<Late> late,
        String desk,
        String period,
        boolean published,
        List<Row> rows,
        List<Action> actions) {

    public ReceptionPage {
        liaisons = List.copyOf(liaisons);
        late = List.copyOf(late);
        rows = List.copyOf(rows);
        actions = List.copyOf(actions);
    }

    /** One liaison sheet in a line; its words are read on a page of its own. */
    public record Liaison(String path, String urgency, String sentOn, boolean open) {}

    /** A liaison sheet that nobody took over, without its words. */
    public record Late(String sentOn, String to, String urgency) {}

    /**
     * A desk, or one day of it.
     *
     * @param path of a desk's days; empty for a day, and where a desk's days are not shown
     * @param days on how many days it was open; 1 for a day
     * @param conditions of a day in words; empty for a desk
     */
    public record Row(String path, String name, int days, String conditions, Counts counts) {}

    /**
     * Who came, as whoever looks may read it: a number, or what stands for it.
     *
     * @param waited the median, in words; empty where nobody was received
     */
    public record Counts(
            String came, String byAppointment, String settled, String passedOn, String left, String waited) {}

    /** A collective action with its sessions counted. */
    public record Action(
            String title,
            String topic,
            String service,
            String since,
            int sessions,
            String participants,
            String firstTime) {}
}
