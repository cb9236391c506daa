package org.tournee.server.workflow;

import java.util.List;
import org.tournee.server.page.Shell;

/**
 * Who answers for a dossier, who did, and for its head the forms that change it. Rule: R-REF.
 *
 * @param forms empty but for the head
 * @param written what was sent with a form that was refused: nothing of it is typed again
 * @param message why it was refused and what to do; empty for nothing
 */
public record ReferentsPage(
        Shell shell,
        String dossierPath,
        String household,
        List<TermLine> now,
        List<TermLine> before,
        List<Form> forms,
        Written written,
        String message) {

    /** Where its forms are sent. */
    public String path() {
        return dossierPath + "/referents";
    }

    /**
     * A term.
     *
     * @param note what was told at the hand-over; empty for nothing
     * @param ending the id of a replacement that the viewer may end; empty otherwise
     */
    public record TermLine(String quality, String who, String when, String note, String ending) {}

    /**
     * A form, closed until it is opened or comes back.
     *
     * @param role the code of the quality in which somebody is to answer
     * @param hasEnd whether it asks for the day of the return
     * @param open whether it came back
     */
    public record Form(String role, String title, boolean hasEnd, List<Choice> workers, boolean open) {}

    /** Somebody who may be chosen. {@code load} is how many dossiers they answer for. */
    public record Choice(String id, String name, long load) {}

    /** A form's fields as they were sent. */
    public record Written(String worker, String from, String until, String note) {

        static final Written NOTHING = new Written("", "", "", "");
    }

    ReferentsPage refused(Written sent, String role, String why) {
        List<Form> opened = forms.stream()
                .map(form -> new Form(
                        form.role(),
                        form.title(),
                        form.hasEnd(),
                        form.workers(),
                        form.role().equals(role)))
                .toList();
        return new ReferentsPage(shell, dossierPath, household, now, before, opened, sent, why);
    }
}
