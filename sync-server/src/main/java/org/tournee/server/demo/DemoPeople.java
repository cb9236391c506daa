package org.tournee.server.demo;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tournee.organisation.Worker;
import org.tournee.profile.ShippedProfile;
import org.tournee.rights.RightsCatalogue;
import org.tournee.server.store.Actor;
import org.tournee.server.store.Workers.Admission;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Founds the organisation of the demonstration: its places, its people, its profile and its catalogue of rights. */
final class DemoPeople {

    /** Everybody's, and no secret: the service is invented. */
    static final String PASSWORD = "tournee-demo";

    private final Doors doors;
    private final OrganisationTables tables;
    private final DemoOrganisation organisation;

    DemoPeople(Doors doors, OrganisationTables tables, DemoOrganisation organisation) {
        this.doors = doors;
        this.tables = tables;
        this.organisation = organisation;
    }

    /** Founds it at that time, as the server's clock would have said. */
    void found(RightsCatalogue catalogue, Instant at) throws SQLException {
        Actor service = Actor.service(organisation.id());
        doors.workers().createOrganisation(organisation.id(), DemoOrganisation.NAME, DemoOrganisation.ZONE, at);
        tables.write(organisation);
        String hash = doors.passwords().hash(PASSWORD);
        List<Admission> admissions = organisation.staff().members().stream()
                .map(member -> new Admission(member.id(), member.login(), hash, profile(member)))
                .toList();
        doors.workers().admit(service, admissions, at);
        doors.referenceData()
                .publish(
                        service,
                        RecordKind.PROFILE,
                        Map.of(named("profile"), ShippedProfile.VIENNE.profile().withoutHours()),
                        at);
        doors.referencePlaces().publish(service, at);
        doors.referenceData().publish(service, RecordKind.CATALOGUE, Map.of(named("catalogue"), catalogue), at);
        doors.referenceData()
                .publish(
                        service,
                        RecordKind.PARTNER,
                        DemoDirectory.on(LocalDate.ofInstant(at, ZoneId.of(DemoOrganisation.ZONE))),
                        at);
    }

    private static Worker.Profile profile(Staff.Member member) {
        DemoSite site = member.site();
        return new Worker.Profile(
                member.name(),
                List.of(member.role()),
                member.fullTimePercent(),
                member.team(),
                site == null ? null : site.label);
    }

    private RecordId named(String what) {
        return new RecordId(UUID.nameUUIDFromBytes((organisation.id() + "/" + what).getBytes(StandardCharsets.UTF_8)));
    }
}
