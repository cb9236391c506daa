package org.tournee.server.reference;

import java.util.List;
import org.tournee.server.page.Shell;

/**
 * « Droits »: the catalogue in force, by domain. Rules: R-BO, R-CAT.
 *
 * @param said which one, its version and day, in words; empty where there is none
 */
public record CataloguePage(Shell shell, String said, List<Domain> domains) {

    public record Domain(String title, List<RightLine> rights) {}

    /**
     * One right.
     *
     * @param said institution, by law or at discretion, renewal
     * @param page the official one
     */
    public record RightLine(String name, String said, String conditions, List<String> documents, String page) {}
}
