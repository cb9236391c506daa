package org.tournee.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.Role;
import org.tournee.server.ServerTest;
import org.tournee.server.ServiceFixture;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;

/** A key that was destroyed on purpose is told from one that was lost. Rule: R-GDPR. */
class MissingKeyTest extends ServerTest {

    @Inject
    ApplicationContext beans;

    @Inject
    Database database;

    @Inject
    ServerDossiers dossiers;

    private ServiceFixture service;
    private DossierId dossier;

    @BeforeEach
    void aDossierWithoutItsKey() {
        service = new ServiceFixture(beans, server.getURL().toString());
        dossier = service.dossier(service.worker(Role.SOCIAL_WORKER));
        change("delete from sealing_key where org_id = ? and owner_id = ?");
        service.bean(Keyring.class).forget(service.organisation(), List.of(dossier.value()));
    }

    /** Phones would try again for ever, and nobody would hear of it. */
    @Test
    void aKeyThatNobodyDestroyedIsNoTemporaryFailure() {
        Throwable failure = catchThrowable(this::read);

        assertThat(failure).isInstanceOf(IllegalStateException.class).hasMessageContaining(dossier.toString());
        assertThat(TemporaryFailure.is(failure)).isFalse();
    }

    @Test
    void theKeyOfAnErasedDossierIsGoneForWhoeverTriesAgain() {
        change("""
                insert into erased_dossier (org_id, dossier_id, reason, decided_by, erased_at)
                select org_id, record_id, 'ORDERED', record_id, now() from record where org_id = ? and record_id = ?""");

        assertThat(TemporaryFailure.is(catchThrowable(this::read))).isTrue();
    }

    private void read() {
        dossiers.read(service.service(), dossier, ServiceFixture.NOON);
    }

    private void change(String sql) {
        assertThat(database.<Integer>write(connection -> Sql.change(connection, sql, service.organisation(), dossier)))
                .isOne();
    }
}
