package org.tournee.server.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.server.page.Shell;

/**
 * « Ouvrir un dossier »: look first, then open. Rules: R-REQ, R-DUP, R-ORG.
 *
 * @param openedForOthers whether the viewer has just opened one that they may not see
 * @param message what is missing and what to do; empty for nothing
 * @param first whoever comes first
 * @param communes those that the organisation serves
 * @param searched whether somebody was looked for
 * @param seen those who look alike and may be seen
 * @param hidden those who exist, with whom to ask
 * @param opening the second form; null until somebody was looked for
 */
public record NewDossierPage(
        Shell shell,
        boolean openedForOthers,
        String message,
        PersonFields first,
        String phone,
        List<Option> communes,
        boolean searched,
        List<SeenLine> seen,
        List<HiddenLine> hidden,
        @Nullable OpeningForm opening) {

    /** Whether anybody looks alike. */
    public boolean anyKnown() {
        return !seen.isEmpty() || !hidden.isEmpty();
    }

    /** A person's fields as typed. {@code suffix} is of the fields' names. */
    public record PersonFields(String suffix, String family, String given, String birth, boolean child) {

        /** Whether nothing was typed of them. */
        public boolean isEmpty() {
            return family.isEmpty() && given.isEmpty() && birth.isEmpty();
        }
    }

    /** A choice of a list. */
    public record Option(String value, String label, boolean chosen) {}

    /**
     * Somebody who looks alike: their name, and what speaks for it.
     *
     * @param field whose tick says that it is somebody else
     */
    public record SeenLine(String path, String name, String said, String field, boolean toldApart) {}

    /** That somebody very much alike is known, and whom to ask. */
    public record HiddenLine(String whom, String field, boolean toldApart) {}

    /**
     * What is needed besides.
     *
     * @param reason why the chosen referent is proposed; empty where nobody is
     */
    public record OpeningForm(
            String id,
            String street,
            String postcode,
            List<PersonFields> others,
            List<Option> referents,
            String reason,
            List<Option> subjects,
            List<Option> origins,
            List<Option> urgencies,
            String text) {}
}
