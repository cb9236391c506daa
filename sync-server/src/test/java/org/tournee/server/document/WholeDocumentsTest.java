package org.tournee.server.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.ServerTest;
import org.tournee.server.ServiceFixture;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.sync.RecordId;

/**
 * A server that stopped between the last piece of a document and its hash: what it says then. A phone that is told of all
 * bytes takes the document for held, and may let go of its own. Rules: R-DOC, R-SYN.
 */
class WholeDocumentsTest extends ServerTest {

    private static final byte[] PHOTO = TusPhone.photo(1_200_000);

    @Inject
    ApplicationContext beans;

    @Inject
    DocumentSettings settings;

    private ServiceFixture service;
    private TusPhone phone;
    private RecordId id;

    @BeforeEach
    void allBytesAreThereAndNotHashed() {
        service = new ServiceFixture(beans, server.getURL().toString());
        WorkerId referent = service.worker(Role.SOCIAL_WORKER);
        phone = new TusPhone(service.phone(referent).pull(), service.dossier(referent));
        id = phone.describe(PHOTO);
        phone.begin(id, PHOTO);
        phone.send(id, PHOTO, 0);
        change("state = 'ARRIVING'");
    }

    @Test
    void theyAreHashedBeforeAnybodyIsToldOfThem() {
        assertThat(phone.offset(id)).isEqualTo(PHOTO.length);
        assertThat(phone.content(id).body()).isEqualTo(PHOTO);
    }

    @Test
    void whatIsNotAsAnnouncedIsGone() {
        change("sha256 = repeat('0', 64)");

        assertThat(phone.head(id).statusCode()).isEqualTo(422);
        assertThat(phone.head(id).statusCode()).isEqualTo(404);
    }

    /** As after a restore, or on a disk that turns bits: it would fail at each attempt, and stop every other document. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatTheStoreLostOrAlteredIsSentAgain(boolean lost) throws IOException {
        damage(Path.of(settings.folder(), service.organisation() + "/" + id + "/0"), lost);

        assertThat(phone.head(id).statusCode()).isEqualTo(422);
        assertThat(phone.head(id).statusCode()).isEqualTo(404);
        phone.begin(id, PHOTO);
        assertThat(phone.send(id, PHOTO, 0).statusCode()).isEqualTo(204);
        assertThat(phone.content(id).body()).isEqualTo(PHOTO);
    }

    /** It says nothing of the bytes: a service that was started with another key throws none away. */
    @Test
    void whereItsKeyCannotBeOpenedTheBytesStay() {
        change("wrapped_key = set_byte(wrapped_key, 20, get_byte(wrapped_key, 20) # 1)");
        assertThat(phone.head(id).statusCode()).isEqualTo(500);

        change("wrapped_key = set_byte(wrapped_key, 20, get_byte(wrapped_key, 20) # 1)");
        assertThat(phone.offset(id)).isEqualTo(PHOTO.length);
    }

    private static void damage(Path piece, boolean lost) throws IOException {
        byte[] sealed = Files.readAllBytes(piece);
        sealed[sealed.length / 2] ^= 1;
        if (lost) {
            Files.delete(piece);
        } else {
            Files.write(piece, sealed);
        }
    }

    private void change(String what) {
        service.bean(Database.class)
                .write(connection ->
                        Sql.change(connection, "update document_upload set " + what + " where document_id = ?", id));
    }
}
