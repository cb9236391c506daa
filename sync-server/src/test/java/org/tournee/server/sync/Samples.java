package org.tournee.server.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.tournee.bilan.ActionItem;
import org.tournee.contact.Channel;
import org.tournee.contact.Contact;
import org.tournee.contact.Happening;
import org.tournee.contact.Place;
import org.tournee.contact.Planning;
import org.tournee.contact.Result;
import org.tournee.contact.Topic;
import org.tournee.dossier.DossierId;
import org.tournee.rights.RightCheck;
import org.tournee.rights.RightState;
import org.tournee.rights.RightsCheckup;
import org.tournee.server.ServiceFixture;
import org.tournee.sync.RecordId;

/** Records as workers make them; the people are invented. */
public final class Samples {

    private Samples() {}

    public static Contact contact(DossierId dossier) {
        return contact(dossier, "Bail à revoir, « urgent ».");
    }

    public static Contact contact(DossierId dossier, String narrative) {
        return new Contact(
                new Contact.Meeting(
                        Instant.parse("2026-03-09T09:00:00Z"),
                        Channel.IN_PERSON,
                        Place.HOME,
                        Planning.PLANNED,
                        Happening.HELD,
                        45),
                new Contact.Attendance(List.of(ServiceFixture.adultOf(dossier))),
                new Contact.Content(List.of(Topic.HOUSING), true, narrative, Result.FOLLOW_UP),
                null);
    }

    static ActionItem actionDue(String day) {
        return new ActionItem(
                new ActionItem.Task(
                        "Rassembler les quittances",
                        ActionItem.By.PERSON,
                        ActionItem.Horizon.SHORT,
                        LocalDate.parse(day)),
                new ActionItem.Progress(ActionItem.State.TO_DO, null));
    }

    static RightsCheckup checkup() {
        return new RightsCheckup(
                new RightsCheckup.Occasion(RightsCheckup.Trigger.SEPARATION, RightsCheckup.Origin.PERSON, "fr", 1),
                new RightsCheckup.Course(ServiceFixture.NOON, 30, true));
    }

    static RightCheck rightOf(RecordId checkup) {
        return new RightCheck(
                new RightCheck.Subject(checkup, "rsa"),
                new RightCheck.Finding(RightState.HELD, null),
                null,
                null,
                null);
    }

    static ActionItem action(String what) {
        return new ActionItem(
                new ActionItem.Task(what, ActionItem.By.PERSON, ActionItem.Horizon.SHORT, LocalDate.of(2026, 3, 20)),
                new ActionItem.Progress(ActionItem.State.TO_DO, null));
    }
}
