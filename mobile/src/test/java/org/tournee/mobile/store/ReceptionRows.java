package org.tournee.mobile.store;

import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.SiteId;
import org.tournee.reception.Desk;
import org.tournee.reception.DeskDay;
import org.tournee.reception.NamedTeam;
import org.tournee.reception.ReceptionRegister;
import org.tournee.sync.BucketId;
import org.tournee.sync.FeedRow;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** A site with its desks and their register, as its workers' phones hold them. Rule: R-PER. */
public final class ReceptionRows {

    /** The site of the desks: that of everybody here. */
    public static final SiteId SITE = new SiteId(new UUID(0x0190_1000_0000_7000L, 0x8000_0000_0000_0901L));

    /** A permanence that is held on the day of these tests, and the desk of its site. */
    public static final RecordId PERMANENCE = HouseholdRows.record(901, 1);

    /** The register of the quarter. */
    public static final DossierId REGISTER =
            new DossierId(HouseholdRows.record(901, 2).value());

    private ReceptionRows() {}

    /** What the phone of somebody who receives holds besides: desks, a team, and the register, with nothing in it yet. */
    public static List<FeedRow> reception() {
        Desk permanence = new Desk(new Desk.Place(
                SITE, "MDS de Poitiers", "Gençay", HouseholdRows.TODAY.getDayOfWeek(), LocalTime.of(9, 0), 2, true));
        Desk own = new Desk(new Desk.Place(SITE, "MDS de Poitiers", "Poitiers", null, null, 1, true));
        Desk other = new Desk(new Desk.Place(
                SITE,
                "MDS de Poitiers",
                "Vivonne",
                HouseholdRows.TODAY.plusDays(2).getDayOfWeek(),
                LocalTime.of(14, 0),
                1,
                true));
        return List.of(
                HouseholdRows.row(BucketId.REFERENCE, 60, PERMANENCE, RecordKind.DESK, permanence, HouseholdRows.TODAY),
                HouseholdRows.row(
                        BucketId.REFERENCE, 61, new RecordId(SITE.value()), RecordKind.DESK, own, HouseholdRows.TODAY),
                HouseholdRows.row(
                        BucketId.REFERENCE,
                        62,
                        HouseholdRows.record(901, 4),
                        RecordKind.DESK,
                        other,
                        HouseholdRows.TODAY),
                HouseholdRows.row(
                        BucketId.REFERENCE,
                        63,
                        new RecordId(HouseholdRows.TEAM.value()),
                        RecordKind.TEAM,
                        new NamedTeam(new NamedTeam.Identity("Secteur Sud", SITE)),
                        HouseholdRows.TODAY),
                HouseholdRows.row(
                        BucketId.service(REGISTER),
                        1,
                        new RecordId(REGISTER.value()),
                        RecordKind.RECEPTION_REGISTER,
                        ReceptionRegister.of(SITE, "MDS de Poitiers", HouseholdRows.TODAY),
                        HouseholdRows.TODAY));
    }

    /** The permanence of that day is open: one talks undisturbed, whoever comes is received, and there is no network. */
    public static DeskDay open() {
        return new DeskDay(
                new DeskDay.Session(PERMANENCE, HouseholdRows.TODAY),
                new DeskDay.Conditions(
                        DeskDay.Confidentiality.GOOD,
                        DeskDay.Connection.NONE,
                        DeskDay.Admission.WITHOUT_APPOINTMENT,
                        List.of()),
                null);
    }
}
