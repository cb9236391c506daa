package org.tournee.server.reference;

import java.util.List;
import org.tournee.server.page.Shell;

/**
 * The figures of a segment, a mandate or a group, to be changed from a day on. Rule: R-SEG-0.
 *
 * @param judged which day's value counts, in words
 * @param path where its form is sent
 * @param wrong why what was sent does not stand; empty for nothing
 * @param version of the profile that the viewer sees
 * @param changes what would change, in words; empty before it was looked at
 * @param planned what is planned besides, in words
 */
public record NormPage(
        Shell shell,
        String title,
        String judged,
        String path,
        List<String> wrong,
        int version,
        String from,
        String source,
        List<Field> fields,
        List<String> changes,
        String changesFrom,
        List<String> planned) {

    /**
     * One figure.
     *
     * @param hint its unit and its bounds
     * @param optional whether there may be none
     */
    public record Field(String name, String label, String hint, String value, boolean optional) {}
}
