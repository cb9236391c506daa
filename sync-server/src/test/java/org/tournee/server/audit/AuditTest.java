package org.tournee.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.ServerTest;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPostgres;
import org.tournee.server.store.Actor;
import org.tournee.server.store.ServerDossiers;

/** Whoever saw or changed a dossier is found in its audit, and nobody can take that out again. Rule: R-AUD. */
class AuditTest extends ServerTest {

    @Inject
    ApplicationContext beans;

    @Inject
    AuditCheck check;

    private ServiceFixture service;
    private WorkerId referent;
    private DossierId dossier;

    @BeforeEach
    void aDossierThatWasReadTwice() {
        service = new ServiceFixture(beans, server.getURL().toString());
        referent = service.worker(Role.SOCIAL_WORKER);
        dossier = service.dossier(referent);
        read(referent);
        read(referent);
    }

    private ServerDossiers.Reading read(WorkerId worker) {
        return service.bean(ServerDossiers.class)
                .read(new Actor(service.organisation(), worker, null), dossier, ServiceFixture.NOON);
    }

    private AuditCheck.Verdict verdict() {
        return check.check(service.organisation(), dossier.toString());
    }

    private void tamper(String sql) throws Exception {
        try (Connection connection = TestPostgres.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(sql.formatted(dossier));
        }
    }

    @Test
    void everyReadingStandsInTheChainOfItsDossier() {
        assertThat(verdict()).isEqualTo(new AuditCheck.Intact(3));
    }

    @Test
    void anAlteredRowIsFound() throws Exception {
        tamper("update audit set worker_id = gen_random_uuid() where chain = '%s' and seq = 2");

        assertThat(verdict()).isEqualTo(new AuditCheck.Broken(2));
    }

    @Test
    void aRemovedRowIsFoundAlsoAtTheEnd() throws Exception {
        tamper("delete from audit where chain = '%s' and seq = 3");

        assertThat(verdict()).isEqualTo(new AuditCheck.Broken(3));
    }

    @Test
    void theDatabaseItselfRefusesToAlterTheAudit() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> {
                    try (Connection connection = TestPostgres.connect();
                            Statement statement = connection.createStatement()) {
                        statement.execute("update audit set detail = 'x'");
                    }
                })
                .hasMessageContaining("append-only");
    }

    @Test
    void aStrangerIsRefusedAndThatIsAuditedToo() {
        WorkerId stranger = new WorkerId(java.util.UUID.randomUUID());

        assertThat(read(stranger)).isInstanceOf(ServerDossiers.Refused.class);
        assertThat(verdict()).isEqualTo(new AuditCheck.Intact(4));
    }

    @Test
    void theReferentReadsTheWholeDossier() {
        assertThat(read(referent)).isInstanceOfSatisfying(ServerDossiers.Opened.class, opened -> {
            assertThat(opened.contents().dossier().value().household().name()).isEqualTo("Lefèvre");
            assertThat(opened.contents().persons()).hasSize(1);
            assertThat(opened.contents().stays()).hasSize(1);
            assertThat(opened.hidden()).isZero();
        });
    }

    @Test
    void theBackOfficeReadsAdministrativeFieldsAlone() {
        WorkerId clerk = service.worker(Role.BACK_OFFICE);

        assertThat(read(clerk)).isInstanceOfSatisfying(ServerDossiers.Opened.class, opened -> {
            assertThat(opened.contents().dossier().value().address().street()).isEqualTo("3 rue des Écoles");
            assertThat(opened.contents().stays()).isEmpty();
        });
    }

    @Test
    void whoRunsTheMachinesReadsNothing() {
        assertThat(read(service.worker(Role.ADMINISTRATOR))).isInstanceOf(ServerDossiers.Refused.class);
    }
}
