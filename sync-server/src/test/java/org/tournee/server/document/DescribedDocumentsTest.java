package org.tournee.server.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.document.Document;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.ServerTest;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.sync.Action;
import org.tournee.sync.Conflict;
import org.tournee.sync.GroupChange;
import org.tournee.sync.Groups;
import org.tournee.sync.Outcome.Verdict;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.ReturnReason;
import org.tournee.sync.ReturnedChange;
import org.tournee.sync.Wire;

/** What is said of a document, corrected by two phones: case M15 of docs/sync.md. Rules: R-DOC, R-REC. */
class DescribedDocumentsTest extends ServerTest {

    private static final byte[] PHOTO = TusPhone.photo(3_000);

    @Inject
    ApplicationContext beans;

    private DossierId dossier;
    private TestPhone phone;
    private TestPhone other;
    private RecordId document;

    @BeforeEach
    void aDocumentThatBothSee() {
        ServiceFixture service = new ServiceFixture(beans, server.getURL().toString());
        WorkerId referent = service.worker(Role.SOCIAL_WORKER);
        dossier = service.dossier(referent);
        phone = service.phone(referent).pull();
        other = service.phone(referent).pull();
        document = new TusPhone(phone, dossier).describe(PHOTO);
        phone.pull();
        other.pull();
    }

    @Test
    void m15ADescriptionIsCorrectedForEverybodyAndTheBytesStayWhatTheyAre() {
        Document.Content before = now(phone).content();

        assertThat(write(phone, described(phone, "titre de séjour"))).isEqualTo(Verdict.APPLIED);

        assertThat(now(other).description().kind()).isEqualTo("titre de séjour");
        assertThat(now(other).content()).isEqualTo(before);
    }

    @Test
    void m15TwoOtherDescriptionsAreAConflict() {
        TestPhone.Change late = described(other, "livret de famille");
        write(phone, described(phone, "titre de séjour"));

        assertThat(write(other, late)).isEqualTo(Verdict.CONFLICT);

        Conflict conflict = Groups.parse(
                        other.pull().ofKind(RecordKind.CONFLICT).get(0).groups())
                .as(Conflict.class);
        assertThat(conflict.subject().group()).isEqualTo(Document.Description.GROUP);
        assertThat(now(other).description().kind()).isEqualTo("titre de séjour");
    }

    @Test
    void m15ThatTheServiceHoldsTheBytesMeanwhileIsNobodysWrite() {
        TestPhone.Change seenBefore = described(phone, "titre de séjour");
        TusPhone sender = new TusPhone(phone, dossier);
        sender.begin(document, PHOTO);
        assertThat(sender.send(document, PHOTO, 0).statusCode()).isEqualTo(204);

        assertThat(write(phone, seenBefore)).isEqualTo(Verdict.APPLIED);

        assertThat(now(other).isHeld()).isTrue();
        assertThat(now(other).description().kind()).isEqualTo("titre de séjour");
        assertThat(sender.content(document).body()).isEqualTo(PHOTO);
    }

    @Test
    void m15BytesOfADocumentThatIsDescribedOtherwiseMeanwhileAreStillHeld() {
        write(phone, described(phone, "titre de séjour"));

        TusPhone sender = new TusPhone(phone, dossier);
        assertThat(sender.begin(document, PHOTO).statusCode()).isEqualTo(201);
        assertThat(sender.send(document, PHOTO, 0).statusCode()).isEqualTo(204);

        assertThat(now(other).isHeld()).isTrue();
    }

    @Test
    void m15AnotherContentOrGroundComesBackWholeWithTheReason() {
        Document otherBytes = TusPhone.describing(TusPhone.photo(4_000));
        Document otherGround = new Document(
                now(phone).description(), now(phone).content(), new Document.Ground(null, "ordonnance du juge"), null);

        comesBack(change(otherBytes.described(new Document.Description("devis", null, List.of(), List.of(), null))));
        assertThat(refusal().detail()).isEqualTo("content. WRITTEN_ONCE");
        comesBack(change(otherGround));

        assertThat(now(other)).isEqualTo(TusPhone.describing(PHOTO));
    }

    @Test
    void m15AnotherDocumentUnderTheSameIdComesBack() {
        TestPhone.Change create =
                TestPhone.create(RecordKind.DOCUMENT, document, TusPhone.describing(TusPhone.photo(4_000)));

        comesBack(create);

        assertThat(now(other)).isEqualTo(TusPhone.describing(PHOTO));
    }

    @Test
    void m15ADocumentStaysAsLongAsItsDossier() {
        comesBack(new TestPhone.Change(
                Action.DELETE,
                RecordKind.DOCUMENT,
                document,
                null,
                phone.row(document).rev(),
                java.util.Map.of()));

        assertThat(now(other)).isEqualTo(TusPhone.describing(PHOTO));
    }

    private void comesBack(TestPhone.Change change) {
        assertThat(write(phone, change)).isEqualTo(Verdict.RETURNED);
        assertThat(refusal().reason()).isEqualTo(ReturnReason.INVALID);
    }

    private ReturnedChange.Refusal refusal() {
        return Groups.parse(
                        phone.pull().ofKind(RecordKind.RETURNED_CHANGE).get(0).groups())
                .as(ReturnedChange.class)
                .refusal();
    }

    /** All that differs from what the phone saw. */
    private TestPhone.Change change(Document after) {
        Groups seen = Groups.parse(phone.row(document).groups());
        Groups said = Groups.of(after);
        java.util.Map<String, GroupChange> changes = new java.util.HashMap<>(said.changesSince(seen));
        changes.remove(Document.Custody.GROUP);
        return new TestPhone.Change(
                Action.CHANGE,
                RecordKind.DOCUMENT,
                document,
                null,
                phone.row(document).rev(),
                changes);
    }

    private TestPhone.Change described(TestPhone by, String kind) {
        Document.Description said = new Document.Description(
                kind, null, List.of(), List.of(), now(by).description().expiresOn());
        return by.change(RecordKind.DOCUMENT, document, Document.Description.GROUP, Wire.json(said));
    }

    private Verdict write(TestPhone by, TestPhone.Change change) {
        by.save(dossier, change);
        return by.push().get(0).verdict();
    }

    private Document now(TestPhone on) {
        return Groups.parse(on.pull().row(document).groups()).as(Document.class);
    }
}
