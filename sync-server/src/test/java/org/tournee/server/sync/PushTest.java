package org.tournee.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.ServerTest;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** What a phone sends is held exactly once, and what it wrote is found again. Rules: R-SYN, R-REC. */
class PushTest extends ServerTest {

    @Inject
    ApplicationContext beans;

    private ServiceFixture service;
    private WorkerId referent;
    private DossierId dossier;
    private TestPhone phone;

    @BeforeEach
    void aServiceWithOneDossier() {
        service = new ServiceFixture(beans, server.getURL().toString());
        referent = service.worker(Role.SOCIAL_WORKER);
        dossier = service.dossier(referent);
        phone = service.phone(referent);
    }

    @Test
    void aContactSavedOnThePhoneIsAppliedAndComesBackInThePull() {
        RecordId contact = TestPhone.newId();
        phone.pull();

        List<Outcome> outcomes = phone.save(
                        dossier, TestPhone.create(RecordKind.CONTACT, contact, Samples.contact(dossier)))
                .push();

        assertThat(outcomes).extracting(Outcome::reason).containsOnlyNulls();
        assertThat(outcomes).extracting(Outcome::verdict).containsExactly(Outcome.Verdict.APPLIED);
        assertThat(phone.pull().row(contact).groups()).contains("Bail à revoir, « urgent ».");
        assertThat(phone.row(contact).position()).isEqualTo(outcomes.get(0).position());
        assertThat(phone.session().lastOpSeq()).isEqualTo(1);
    }
}
