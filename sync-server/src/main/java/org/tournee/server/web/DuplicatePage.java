package org.tournee.server.web;

import java.util.List;
import org.tournee.server.page.Shell;

/**
 * Two records that look like one person's, side by side. Rule: R-DUP.
 *
 * @param evidence what speaks for it
 * @param message what came of the last attempt; empty for none
 * @param sameDossier whether both are in one dossier, so that no dossier has to be chosen
 * @param together what will hold of that which both have and one dossier has once
 */
public record DuplicatePage(
        Shell shell,
        String path,
        String evidence,
        String message,
        boolean sameDossier,
        List<Side> sides,
        List<String> together) {

    /**
     * One of the two.
     *
     * @param key what keeping this one is called in the form
     * @param segment the running one with its first day; empty for none, and for a viewer who may not see it
     * @param decides whether a decision on it waits for a signature
     * @param household the others who live there
     */
    public record Side(
            String key,
            String person,
            String born,
            String reference,
            String name,
            String address,
            String openedOn,
            String answering,
            String segment,
            boolean decides,
            List<String> household) {}
}
