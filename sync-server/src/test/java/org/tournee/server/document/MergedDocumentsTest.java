package org.tournee.server.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.document.Document;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.ServerTest;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.duplicate.DossierMerges;
import org.tournee.sync.BucketId;
import org.tournee.sync.FeedRow;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;

/** Documents of a dossier that is merged into another while their bytes are on the way. Rules: R-DOC, R-DUP. */
class MergedDocumentsTest extends ServerTest {

    private static final byte[] PHOTO = TusPhone.photo(1_500_000);
    private static final byte[] FIRST = Arrays.copyOf(PHOTO, TusPhone.CHUNK);

    @Inject
    ApplicationContext beans;

    @Inject
    DocumentHousekeeping housekeeping;

    @Inject
    DossierMerges merges;

    private ServiceFixture service;
    private WorkerId reviewer;
    private DossierId kept;
    private DossierId merged;
    private TestPhone keeping;
    private TusPhone phone;

    @BeforeEach
    void twoDossiersOfOneHousehold() {
        service = new ServiceFixture(beans, server.getURL().toString());
        reviewer = service.worker(Role.BACK_OFFICE);
        WorkerId referent = service.worker(Role.SOCIAL_WORKER);
        WorkerId colleague = service.worker(Role.SOCIAL_WORKER);
        kept = service.dossier(referent);
        merged = service.dossier(colleague);
        keeping = service.phone(referent).pull();
        phone = new TusPhone(service.phone(colleague).pull(), merged);
    }

    private UUID merge() {
        return done(merges.merge(service.service(), reviewer, kept, merged, Map.of(), ServiceFixture.NOON));
    }

    private void undo(UUID merge) {
        done(merges.undo(service.service(), reviewer, merge, ServiceFixture.NOON));
    }

    private static UUID done(DossierMerges.Result result) {
        assertThat(result).isInstanceOf(DossierMerges.Done.class);
        return ((DossierMerges.Done) result).merge();
    }

    private void isHeldIn(DossierId dossier, RecordId document, TestPhone on) {
        FeedRow row = on.pull().row(document);
        assertThat(row.bucket()).isEqualTo(BucketId.service(dossier));
        assertThat(Groups.parse(row.groups()).as(Document.class).isHeld()).isTrue();
        assertThat(new TusPhone(on, dossier).content(document).body()).isEqualTo(PHOTO);
    }

    @Test
    void anUploadUnderWayLandsWithTheDossierThatGoesOn() {
        RecordId id = phone.describe(PHOTO);
        phone.begin(id, PHOTO);
        phone.chunk(id, 0, FIRST);

        merge();

        assertThat(phone.begin(id, PHOTO).statusCode()).as("asked again").isEqualTo(201);
        assertThat(phone.offset(id)).isEqualTo(TusPhone.CHUNK);
        assertThat(phone.send(id, PHOTO, TusPhone.CHUNK).statusCode()).isEqualTo(204);
        isHeldIn(kept, id, keeping);
    }

    @Test
    void aDocumentThatWasTakenInOfflineIsSentAfterTheMerge() {
        merge();

        RecordId id = phone.describe(PHOTO);
        assertThat(phone.begin(id, PHOTO).statusCode()).isEqualTo(201);
        assertThat(phone.send(id, PHOTO, 0).statusCode()).isEqualTo(204);

        isHeldIn(kept, id, keeping);
    }

    @Test
    void bytesThatCameBeforeTheMergeAreDescribedAfterIt() {
        RecordId before = TestPhone.newId();
        phone.begin(before, PHOTO);
        phone.send(before, PHOTO, 0);
        merge();
        RecordId after = TestPhone.newId();
        assertThat(phone.begin(after, PHOTO).statusCode())
                .as("under a grant once held")
                .isEqualTo(201);
        phone.send(after, PHOTO, 0);

        phone.describe(before, PHOTO);
        phone.describe(after, PHOTO);
        housekeeping.endDescribed();

        isHeldIn(kept, before, keeping);
        isHeldIn(kept, after, keeping);
    }

    @Test
    void anUploadThatOutlivesAMergeAndItsUndoingLandsWhereItWasMeant() {
        RecordId id = phone.describe(PHOTO);
        phone.begin(id, PHOTO);
        phone.chunk(id, 0, FIRST);

        undo(merge());

        assertThat(phone.send(id, PHOTO, TusPhone.CHUNK).statusCode()).isEqualTo(204);
        isHeldIn(merged, id, phone.phone());
    }

    @Test
    void anUploadThatBeganAfterTheMergeLandsWithTheOtherDossierOnceThatIsUndone() {
        UUID merge = merge();
        RecordId id = phone.describe(PHOTO);
        phone.begin(id, PHOTO);
        phone.chunk(id, 0, FIRST);

        undo(merge);

        assertThat(phone.begin(id, PHOTO).statusCode()).as("asked again").isEqualTo(201);
        assertThat(phone.send(id, PHOTO, TusPhone.CHUNK).statusCode()).isEqualTo(204);
        isHeldIn(merged, id, phone.phone());
    }

    @Test
    void whatIsHeldGoesWithItsDossierAndBack() {
        RecordId id = DocumentSample.sent(phone.phone(), merged, PHOTO);

        UUID merge = merge();
        isHeldIn(kept, id, keeping);

        undo(merge);
        isHeldIn(merged, id, phone.phone());
    }

    @Test
    void aStrangerSendsNothingThroughAMerge() {
        merge();
        WorkerId elsewhere = service.worker(Role.SOCIAL_WORKER);
        service.leaveTeam(elsewhere);
        TusPhone stranger = new TusPhone(service.phone(elsewhere).pull(), merged);

        assertThat(stranger.begin(TestPhone.newId(), PHOTO).statusCode()).isEqualTo(403);
    }
}
