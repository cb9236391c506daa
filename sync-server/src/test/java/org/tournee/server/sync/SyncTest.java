package org.tournee.server.sync;

import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.ServerTest;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.database.Database;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** A service with one dossier, its referent and their phone, which has pulled. */
abstract class SyncTest extends ServerTest {

    @Inject
    ApplicationContext beans;

    ServiceFixture service;
    WorkerId referent;
    DossierId dossier;
    TestPhone phone;

    @BeforeEach
    void aServiceWithOneDossier() {
        service = new ServiceFixture(beans, server.getURL().toString());
        referent = service.worker(Role.SOCIAL_WORKER);
        dossier = service.dossier(referent);
        phone = service.phone(referent).pull();
    }

    RecordId dossierRecord() {
        return new RecordId(dossier.value());
    }

    TestPhone.Change contact(RecordId id) {
        return TestPhone.create(RecordKind.CONTACT, id, Samples.contact(dossier));
    }

    /** Asks the database itself; {@code ?1} of the query is the organisation. */
    long count(String query, Object... parameters) {
        return service.bean(Database.class).read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(query)) {
                select.setObject(1, service.organisation().value());
                for (int at = 0; at < parameters.length; at++) {
                    select.setObject(at + 2, parameters[at]);
                }
                try (ResultSet rows = select.executeQuery()) {
                    rows.next();
                    return rows.getLong(1);
                }
            }
        });
    }

    static List<byte[]> lines(byte[]... lines) {
        return List.of(lines);
    }
}
