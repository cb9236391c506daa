package org.tournee.server.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.organisation.TeamHeads;
import org.tournee.profile.OrganisationProfile;
import org.tournee.reminder.Reminder;
import org.tournee.reminder.ReminderKind;
import org.tournee.reminder.ReminderRules;
import org.tournee.reminder.ReminderSetting;
import org.tournee.reminder.RenewalNotice;
import org.tournee.rights.RightCheck;
import org.tournee.rights.RightsCatalogue;

/** The held rights of a dossier for which resources are to be declared anew, as its reminders say. Rules: R-REM, R-RDD. */
public final class DueDeclarations {

    /**
     * One right.
     *
     * @param dueOn the last day on which it is in time
     * @param countsFrom the first day on which a declaration is one for this renewal
     */
    public record Due(Entry<RightCheck> check, LocalDate dueOn, LocalDate countsFrom) {}

    private DueDeclarations() {}

    /** Those that are told on that day of the organisation, each once. */
    public static List<Due> of(
            DossierContents contents, LocalDate today, OrganisationProfile profile, RightsCatalogue catalogue) {
        return ReminderRules.of(contents, today, new ReminderSetting(profile, catalogue, TeamHeads.UNKNOWN)).stream()
                .filter(reminder -> reminder.kind() == ReminderKind.DECLARATION_DUE)
                .flatMap(reminder -> due(contents, reminder, profile))
                .distinct()
                .toList();
    }

    private static Stream<Due> due(DossierContents contents, Reminder reminder, OrganisationProfile profile) {
        LocalDate countsFrom = RenewalNotice.firstDay(reminder.dueOn(), profile).orElseGet(reminder::dueOn);
        return contents.rightChecks().stream()
                .filter(entry -> reminder.about().filter(entry.id()::equals).isPresent())
                .map(entry -> new Due(entry, reminder.dueOn(), countsFrom));
    }
}
