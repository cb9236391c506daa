package org.tournee.server.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.dossier.DossierId;
import org.tournee.duplicate.Evidence;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.ServerTest;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Persons are compared after they were written, and what somebody decided stays. Rule: R-DUP. */
class DuplicateSweepTest extends ServerTest {

    private static final int ALL = 1_000;

    @Inject
    ApplicationContext context;

    @Inject
    DuplicateSweep sweep;

    @Inject
    Duplicates duplicates;

    private ServiceFixture service;
    private WorkerId referent;
    private DossierId one;
    private DossierId other;

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = new LinkedHashMap<>(super.getProperties());
        properties.put("tournee.test.clock", "true");
        properties.put("tournee.duplicates.delay", "10h"); // only this test sweeps
        return properties;
    }

    @BeforeEach
    void twoHouseholdsOfOnePerson() {
        service = new ServiceFixture(context, server.getURL().toString());
        referent = service.worker(Role.SOCIAL_WORKER);
        one = service.dossier(referent);
        other = service.dossier(service.worker(Role.SOCIAL_WORKER));
    }

    @Test
    void thePersonOfTwoDossiersIsProposedWithItsEvidence() {
        sweep.sweep(service.organisation(), ALL);

        assertThat(duplicates.open(service.organisation(), ALL)).singleElement().satisfies(proposal -> {
            assertThat(List.of(proposal.oneDossier(), proposal.otherDossier())).containsExactlyInAnyOrder(one, other);
            assertThat(proposal.evidence()).containsExactlyInAnyOrder(Evidence.SAME_NAMES, Evidence.SAME_BIRTH_DATE);
        });
    }

    @Test
    void theIndexHoldsNoNames() {
        sweep.sweep(service.organisation(), ALL);

        List<String> keys = context.getBean(Database.class)
                .read(connection -> Sql.all(
                        connection,
                        "select encode(key_hash, 'escape') as clear from person_key where org_id = ?",
                        row -> row.getString("clear"),
                        service.organisation()));
        assertThat(keys).isNotEmpty().noneMatch(key -> key.contains("lefevre") || key.contains("annie"));
    }

    @Test
    void whoWasToldApartIsNotProposedAgain() {
        sweep.sweep(service.organisation(), ALL);
        Duplicates.Proposal proposal =
                duplicates.open(service.organisation(), ALL).get(0);

        assertThat(duplicates.dismiss(service.service(), referent, proposal, ServiceFixture.NOON))
                .isTrue();
        assertThat(duplicates.dismiss(service.service(), referent, proposal, ServiceFixture.NOON))
                .isFalse();

        rename("Annie", "Lefèvre");
        sweep.sweep(service.organisation(), ALL);
        assertThat(duplicates.open(service.organisation(), ALL)).isEmpty();
    }

    @Test
    void aCorrectedNameWithdrawsTheProposal() {
        sweep.sweep(service.organisation(), ALL);

        rename("Chantal", "Roche");
        sweep.sweep(service.organisation(), ALL);

        assertThat(duplicates.open(service.organisation(), ALL)).isEmpty();
    }

    private void rename(String given, String family) {
        TestPhone phone = service.phone(referent);
        phone.pull();
        RecordId person = new RecordId(ServiceFixture.adultOf(one).value());
        String identity =
                "{\"family_name\":\"%s\",\"given_name\":\"%s\",\"birth_date\":\"1971-04-02\"}".formatted(family, given);
        phone.save(one, phone.change(RecordKind.PERSON, person, "identity", identity));
        phone.push();
    }
}
