package org.tournee.server.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.person.Person;
import org.tournee.server.ServerTest;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.store.ServerDossiers;
import org.tournee.server.store.TombstonePurge;
import org.tournee.server.sync.Samples;
import org.tournee.sync.BucketId;
import org.tournee.sync.Groups;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.ReturnReason;

/** Two dossiers of one household become one, and two again; phones that were offline lose nothing. Rule: R-DUP. */
class DossierMergesTest extends ServerTest {

    @Inject
    ApplicationContext context;

    @Inject
    DossierMerges merges;

    private ServiceFixture service;
    private WorkerId reviewer;
    private DossierId kept;
    private DossierId merged;
    private TestPhone keeping;
    private TestPhone offline;

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = new LinkedHashMap<>(super.getProperties());
        properties.put("tournee.test.clock", "true");
        properties.put("tournee.duplicates.delay", "10h");
        return properties;
    }

    @BeforeEach
    void twoDossiersOfOneHousehold() {
        service = new ServiceFixture(context, server.getURL().toString());
        reviewer = service.worker(Role.BACK_OFFICE);
        WorkerId referent = service.worker(Role.SOCIAL_WORKER);
        WorkerId colleague = service.worker(Role.SOCIAL_WORKER);
        kept = service.dossier(referent);
        merged = service.dossier(colleague);
        keeping = service.phone(referent).pull();
        offline = service.phone(colleague).pull();
    }

    @Test
    void bothReferentsHoldTheOneDossierThatIsLeft() {
        RecordId contact = recordContact(merged);
        offline.push();

        merge();

        assertThat(keeping.pull().row(contact).bucket()).isEqualTo(BucketId.service(kept));
        assertThat(granted(offline)).contains(BucketId.service(kept)).doesNotContain(BucketId.service(merged));
        assertThat(contents(kept).contacts()).hasSize(1);
        assertThat(contents(kept).household()).hasSize(1);
        assertThat(contents(kept).persons()).hasSize(2);
    }

    @Test
    void whatAPhoneMadeOfflineForTheMergedDossierFindsItsWay() {
        RecordId contact = recordContact(merged);
        offline.save(merged, offline.change(RecordKind.DOSSIER, own(merged), "reachability", "{\"phone\":\"0549\"}"));

        merge();

        assertThat(offline.push()).extracting(Outcome::verdict).containsOnly(Outcome.Verdict.APPLIED);
        keeping.pull();
        assertThat(keeping.row(contact).bucket()).isEqualTo(BucketId.service(kept));
        assertThat(contents(kept).dossier().value().reachability()).isNotNull();
    }

    @Test
    void anEditOfTheMergedPersonMeetsTheOneWhoGoesOn() {
        offline.save(merged, offline.change(RecordKind.PERSON, adult(merged), "identity", identity("Anna")));
        keeping.save(kept, keeping.change(RecordKind.PERSON, adult(kept), "identity", identity("Annie-Rose")));
        keeping.push();

        merge();

        assertThat(offline.push()).extracting(Outcome::verdict).containsExactly(Outcome.Verdict.CONFLICT);
        keeping.pull();
        assertThat(keeping.ofKind(RecordKind.CONFLICT))
                .singleElement()
                .satisfies(conflict ->
                        assertThat(conflict.groups()).contains("Anna").contains("Annie-Rose"));
    }

    @Test
    void undoneTheyAreTwoAgainAndWhatCameSinceGoesWhereItWasMeant() {
        RecordId before = recordContact(merged);
        offline.push();
        DossierMerges.Result done = merge();
        RecordId late = recordContact(merged);
        RecordId here = TestPhone.newId();
        keeping.pull().save(kept, TestPhone.create(RecordKind.CONTACT, here, Samples.contact(kept)));
        offline.push();
        keeping.push();

        undo(done);

        assertThat(contents(kept).contacts()).extracting(entry -> entry.id()).containsExactly(here);
        assertThat(contents(merged).contacts()).extracting(entry -> entry.id()).containsExactlyInAnyOrder(before, late);
        assertThat(contents(merged).household()).hasSize(1);
        assertThat(granted(offline)).contains(BucketId.service(merged)).doesNotContain(BucketId.service(kept));
        assertThat(granted(keeping)).contains(BucketId.service(kept)).doesNotContain(BucketId.service(merged));
        offline.pull();
        keeping.pull();
    }

    @Test
    void aMergedDossierIsNotMergedAgainAndTheLastMergeIsUndoneFirst() {
        DossierMerges.Result first = merge();
        DossierId third = service.dossier(service.worker(Role.SOCIAL_WORKER));

        assertThat(merge(third, merged)).isEqualTo(new DossierMerges.Refused(DossierMerges.Reason.MERGED_ALREADY));
        DossierMerges.Result second = merge(third, kept);

        assertThat(undo(first)).isEqualTo(new DossierMerges.Refused(DossierMerges.Reason.MERGED_FURTHER));
        RecordId contact = recordContact(merged);
        assertThat(offline.push()).extracting(Outcome::verdict).containsExactly(Outcome.Verdict.APPLIED);
        assertThat(contents(third).contacts()).extracting(entry -> entry.id()).containsExactly(contact);
        assertThat(undo(second)).isInstanceOf(DossierMerges.Done.class);
        assertThat(contents(kept).contacts())
                .as("it came through the dossier that goes back")
                .extracting(entry -> entry.id())
                .containsExactly(contact);
        assertThat(undo(first)).isInstanceOf(DossierMerges.Done.class);
        assertThat(contents(merged).contacts()).extracting(entry -> entry.id()).containsExactly(contact);
        assertThat(undo(first)).isEqualTo(new DossierMerges.Refused(DossierMerges.Reason.UNKNOWN));
    }

    /** A tombstone is emptied then: a merged dossier is none. */
    @Test
    void aMergeOfLastYearIsUndoneWithoutLosingAnything() {
        DossierMerges.Result done = merge();
        service.bean(TombstonePurge.class)
                .purge(ServiceFixture.NOON.plus(TombstonePurge.KEPT).plusSeconds(1), 1_000);

        undo(done);

        assertThat(contents(merged).dossier().value().household()).isNotNull();
        assertThat(contents(merged).household()).hasSize(1);
    }

    @Test
    void noPhoneSaysThatAPersonIsMerged() {
        String forged = "{\"into\":\"" + adult(kept) + "\"}";
        offline.save(merged, offline.change(RecordKind.PERSON, adult(merged), Person.Merged.GROUP, forged));

        assertThat(offline.push()).extracting(Outcome::reason).containsExactly(ReturnReason.COMMAND_ONLY);
    }

    private DossierMerges.Result merge() {
        return merges.merge(
                service.service(), reviewer, kept, merged, Map.of(adult(merged), adult(kept)), ServiceFixture.NOON);
    }

    private DossierMerges.Result merge(DossierId into, DossierId from) {
        return merges.merge(service.service(), reviewer, into, from, Map.of(), ServiceFixture.NOON);
    }

    private DossierMerges.Result undo(DossierMerges.Result merge) {
        assertThat(merge).isInstanceOf(DossierMerges.Done.class);
        return merges.undo(service.service(), reviewer, ((DossierMerges.Done) merge).merge(), ServiceFixture.NOON);
    }

    private RecordId recordContact(DossierId dossier) {
        RecordId contact = TestPhone.newId();
        offline.save(dossier, TestPhone.create(RecordKind.CONTACT, contact, Samples.contact(dossier)));
        return contact;
    }

    private DossierContents contents(DossierId dossier) {
        ServerDossiers.Reading reading =
                service.bean(ServerDossiers.class).read(service.service(), dossier, ServiceFixture.NOON);
        assertThat(reading).isInstanceOf(ServerDossiers.Opened.class);
        return ((ServerDossiers.Opened) reading).contents();
    }

    private static List<BucketId> granted(TestPhone phone) {
        return phone.ask(null, null).manifest().buckets().stream()
                .map(bucket -> bucket.bucket())
                .toList();
    }

    private static RecordId own(DossierId dossier) {
        return new RecordId(dossier.value());
    }

    private static RecordId adult(DossierId dossier) {
        return new RecordId(ServiceFixture.adultOf(dossier).value());
    }

    private static String identity(String given) {
        return Groups.of(new Person(
                        new Person.Identity("Lefèvre", given, LocalDate.of(1971, 4, 2)),
                        new Person.Membership(org.tournee.person.HouseholdRole.ADULT),
                        null))
                .get("identity");
    }
}
