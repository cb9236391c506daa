package org.tournee.server.catalogue;

import java.util.List;
import org.tournee.dossier.HouseholdFact;
import org.tournee.server.page.Shell;

/**
 * The form of one right. Rule: R-CAT.
 *
 * @param title its name, or that it is new
 * @param wrong why what was sent does not stand; empty for nothing
 * @param now what somebody else wrote meanwhile, line by line; empty for nothing
 */
public record RightPage(Shell shell, String title, List<String> wrong, List<DraftPage.Value> now, Typed typed) {

    /**
     * What stands in its fields.
     *
     * @param id empty for a new one
     * @param seen what the form was made from
     */
    public record Typed(
            String id,
            String seen,
            String name,
            String institution,
            String domain,
            String nature,
            String conditions,
            String documents,
            String page,
            String renewal,
            List<HouseholdFact> facts) {}
}
