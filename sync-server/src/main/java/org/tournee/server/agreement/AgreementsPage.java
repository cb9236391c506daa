package org.tournee.server.agreement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.server.page.Shell;

/**
 * The agreements of a dossier, under the name that the profile gives them. Rule: R-SEG-9.
 *
 * @param title what one is called
 * @param standing how the dossier stands, in words
 * @param tone the class of that chip
 * @param wrong what keeps from being written what was sent; empty for nothing
 * @param kept the words that were typed into the form of one that is gone; empty for none
 * @param empty null for whoever only reads
 */
public record AgreementsPage(
        Shell shell,
        String dossierPath,
        String household,
        String title,
        String standing,
        String tone,
        List<String> wrong,
        List<String> kept,
        List<AgreementView> agreements,
        @Nullable Form empty) {

    /** Where its forms are sent. */
    public String path() {
        return dossierPath + "/conventions";
    }

    /**
     * One agreement.
     *
     * @param when signed when, until when
     * @param form by which it is corrected; null for whoever only reads
     * @param end by which it is ended; null where it is none to be ended, or not by the viewer
     */
    public record AgreementView(
            String id,
            String when,
            List<Part> parts,
            @Nullable Form form,
            @Nullable End end) {}

    /** One of its parts, with its heading. */
    public record Part(String title, String text) {}

    /** Something that can be chosen. */
    public record Option(String value, String label, boolean chosen) {}

    /** The form by which one is ended. */
    public record End(long rev, String last) {}

    /**
     * The form of an agreement, with what was typed or what stands.
     *
     * @param rev 0 for a new one
     * @param open whether it is shown at once
     */
    public record Form(
            String id,
            long rev,
            boolean exception,
            String commitments,
            String service,
            List<Option> goals,
            String starts,
            String ends,
            List<Option> persons,
            List<Option> workers,
            String signed,
            String reason,
            boolean open) {}
}
