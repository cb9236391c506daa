package org.tournee.server.catalogue;

import java.util.List;
import org.tournee.server.page.Shell;

/**
 * « Droits »: the catalogue in force, or an earlier version, by domain. Rules: R-BO, R-CAT.
 *
 * @param said which one, its version and day, in words; empty where there is none
 * @param earlier whether it is in force no more
 * @param edits whether the viewer edits it
 */
public record CataloguePage(Shell shell, String said, boolean earlier, boolean edits, List<Domain> domains) {

    public record Domain(String title, List<RightLine> rights) {}

    /**
     * One right.
     *
     * @param said institution, by law or at discretion, renewal
     * @param page the official one
     */
    public record RightLine(String name, String said, String conditions, List<String> documents, String page) {}
}
