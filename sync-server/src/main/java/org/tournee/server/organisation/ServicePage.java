package org.tournee.server.organisation;

import java.util.List;
import org.tournee.server.page.Shell;

/** « Service »: who works here, in which team, and where the public is received. Rule: R-BO. */
public record ServicePage(
        Shell shell,
        List<WorkerLine> workers,
        List<TeamLine> teams,
        List<PlaceLine> places,
        List<SiteLine> sites,
        List<TerritoryLine> territories) {

    public record SiteLine(String path, String name, String commune) {}

    /** Communes served together, and who serves them. */
    public record TerritoryLine(String name, String arrangement, String site, String communes) {}

    public record WorkerLine(String path, String name, String roles, String time, String team, boolean active) {}

    public record TeamLine(String path, String name, String site, String head) {}

    public record PlaceLine(String path, String commune, String when, String site) {}

    /** A choice of a list. */
    public record Option(String value, String label, boolean chosen) {}

    /**
     * A worker's form.
     *
     * @param path where it is sent
     * @param isNew whether they have no account yet
     * @param own whether it is the viewer's own, which they do not change
     * @param mailbox where they hear that something is due; empty for nowhere
     * @param mailRefused whether the last message there was not taken
     * @param rev of the account that was read
     * @param message why nothing happened, and what to do; empty for nothing
     * @param kept what was typed otherwise than the form shows, where somebody else wrote meanwhile
     */
    public record WorkerForm(
            Shell shell,
            String path,
            boolean isNew,
            boolean own,
            String login,
            String name,
            List<Option> roles,
            String fullTimePercent,
            List<Option> teams,
            boolean active,
            String mailbox,
            boolean mailRefused,
            long rev,
            int shortestPassword,
            String message,
            List<Typed> kept) {}

    /** A field that was typed, by its label. */
    public record Typed(String label, String value) {}

    /** A team's form. */
    public record TeamForm(
            Shell shell,
            String path,
            boolean isNew,
            String name,
            List<Option> sites,
            List<Option> heads,
            String message) {}

    /** A site's form. */
    public record SiteForm(
            Shell shell, String path, boolean isNew, String name, List<Option> communes, String message) {}

    /** A permanence's form. */
    public record PlaceForm(
            Shell shell,
            String path,
            boolean isNew,
            List<Option> sites,
            List<Option> communes,
            List<Option> days,
            String opens,
            String everyWeeks,
            String message) {}
}
