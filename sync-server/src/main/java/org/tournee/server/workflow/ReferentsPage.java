package org.tournee.server.workflow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.server.page.FormFields;
import org.tournee.server.page.Shell;

/**
 * Who answers for a dossier, who did, and for its head the forms that change it. Rule: R-REF.
 *
 * @param wish what the person wishes of a referent, in words; empty while they said nothing
 * @param wishForm by which the viewer writes it down; null where they may not
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
        String wish,
        @Nullable WishForm wishForm,
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

    /**
     * Somebody who may be chosen.
     *
     * @param load how many dossiers they answer for
     * @param wished whether the person wishes for them
     */
    public record Choice(String id, String name, long load, boolean wished) {

        Choice wishedFor() {
            return new Choice(id, name, load, true);
        }
    }

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
        return new ReferentsPage(shell, dossierPath, household, now, before, wish, wishForm, opened, sent, why);
    }

    /** With what was sent of a wish that was not kept, where it may still be written. */
    ReferentsPage refused(FormFields sent, String why) {
        WishForm again = wishForm == null ? null : wishForm.typed(sent);
        return new ReferentsPage(shell, dossierPath, household, now, before, wish, again, forms, Written.NOTHING, why);
    }
}
