package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.Role;
import org.tournee.organisation.TeamId;
import org.tournee.organisation.Worker;
import org.tournee.organisation.WorkerId;
import org.tournee.reception.ReceptionRegister;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.store.ReferencePlaces;
import org.tournee.server.store.Registers;
import org.tournee.server.store.Workers;
import org.tournee.sync.Groups;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Two sites with their teams and a permanence of the northern one. */
final class ReceptionFixture {

    final UUID permanence = UUID.randomUUID();
    final TeamId northTeam = new TeamId(UUID.randomUUID());
    final TeamId southTeam = new TeamId(UUID.randomUUID());
    final LocalDate today;

    final UUID north = UUID.randomUUID();
    final UUID south = UUID.randomUUID();
    private final ServiceFixture service;
    private final Instant now;

    ReceptionFixture(ServiceFixture service, Instant now) {
        this.service = service;
        this.now = now;
        this.today = LocalDate.ofInstant(now, ZoneId.of("Europe/Paris"));
        service.bean(Database.class).write(connection -> {
            for (UUID site : List.of(north, south)) {
                Sql.change(
                        connection,
                        "insert into site (org_id, site_id, name, commune_code) values (?, ?, ?, '86078')",
                        service.organisation(),
                        site,
                        site.equals(north) ? "Loudun" : "Civray");
            }
            Sql.change(
                    connection,
                    "insert into team (org_id, team_id, site_id, name) values (?, ?, ?, 'Nord'), (?, ?, ?, 'Sud')",
                    service.organisation(),
                    northTeam,
                    north,
                    service.organisation(),
                    southTeam,
                    south);
            return Sql.change(
                    connection,
                    """
                    insert into permanence (org_id, permanence_id, site_id, commune_code, day, opens, every_weeks)
                    values (?, ?, ?, '86078', ?, ?, 2)""",
                    service.organisation(),
                    permanence,
                    north,
                    DayOfWeek.MONDAY.getValue(),
                    LocalTime.of(9, 0));
        });
        service.bean(ReferencePlaces.class).publish(service.service(), now);
        service.bean(Registers.class).keepUp(service.organisation(), now);
    }

    /** From now on. */
    void worksIn(WorkerId worker, Role role, TeamId team) {
        Worker.Profile profile = new Worker.Profile("Camille", List.of(role), 100, team, "Loudun");
        service.bean(Workers.class).change(service.service(), worker, profile, true, now);
    }

    /** The register of today that the phone holds. */
    DossierId register(TestPhone phone) {
        return register(phone, today);
    }

    /** The register of that day that the phone holds. */
    DossierId register(TestPhone phone, LocalDate day) {
        return phone.ofKind(RecordKind.RECEPTION_REGISTER).stream()
                .filter(row -> Groups.parse(row.groups())
                        .as(ReceptionRegister.class)
                        .span()
                        .holds(day))
                .map(row -> new DossierId(row.id().value()))
                .findFirst()
                .orElseThrow();
    }

    /** What the phone writes at its desk today. */
    RecordId written(TestPhone phone, RecordKind kind, Object value) {
        RecordId id = new RecordId(UUID.randomUUID());
        assertThat(phone.save(register(phone), TestPhone.create(kind, id, value))
                        .push())
                .extracting(Outcome::verdict)
                .containsExactly(Outcome.Verdict.APPLIED);
        return id;
    }
}
