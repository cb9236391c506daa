package org.tournee.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.tournee.dossier.ReferentRole;
import org.tournee.dossier.ReferentTerm;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.store.Assignments;
import org.tournee.sync.Action;
import org.tournee.sync.Conflict;
import org.tournee.sync.GroupChange;
import org.tournee.sync.Groups;
import org.tournee.sync.Outcome.Verdict;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.Settlement;
import org.tournee.sync.Wire;

/** Two phones on one dossier, and what their tests ask of them. */
abstract class TwoPhonesTest extends SyncTest {

    static final String SCHOOL = "{\"street\":\"12 rue des Écoles\",\"postcode\":\"86400\","
            + "\"commune_code\":\"86078\",\"commune_name\":\"Civray\"}";
    static final String STATION = SCHOOL.replace("12 rue des Écoles", "1 place de la Gare");
    static final String MARKET = SCHOOL.replace("12 rue des Écoles", "8 place du Marché");
    static final String PHONE = "{\"phone\":\"05 49 00 00 01\"}";

    WorkerId colleague;
    TestPhone other;

    @BeforeEach
    void aColleagueOnTheSameDossier() {
        colleague = service.worker(Role.SOCIAL_WORKER);
        service.bean(Assignments.class)
                .assign(
                        service.service(),
                        dossier,
                        new ReferentTerm.Term(colleague, ReferentRole.REPLACEMENT, LocalDate.of(2026, 1, 1), null),
                        ServiceFixture.NOON);
        other = service.phone(colleague).pull();
        phone.pull();
    }

    TestPhone.Change address(TestPhone on, String json) {
        return on.change(RecordKind.DOSSIER, dossierRecord(), "address", json);
    }

    Verdict write(TestPhone on, TestPhone.Change... changes) {
        return on.save(dossier, changes).push().get(0).verdict();
    }

    String current(String group) {
        return Groups.parse(phone.pull().row(dossierRecord()).groups()).get(group);
    }

    Conflict conflict(TestPhone on) {
        return Groups.parse(on.pull().ofKind(RecordKind.CONFLICT).get(0).groups())
                .as(Conflict.class);
    }

    RecordId conflictId(TestPhone on) {
        return on.pull().ofKind(RecordKind.CONFLICT).get(0).id();
    }

    static List<String> values(Conflict conflict) {
        return conflict.variants().all().stream().map(Conflict.Variant::value).toList();
    }

    static List<String> ids(Conflict conflict) {
        return conflict.variants().all().stream().map(Conflict.Variant::id).toList();
    }

    void clash() {
        assertThat(write(phone, address(phone, SCHOOL))).isEqualTo(Verdict.APPLIED);
        assertThat(write(other, address(other, STATION))).isEqualTo(Verdict.CONFLICT);
    }

    RecordId anAction() {
        RecordId id = TestPhone.newId();
        phone.save(dossier, TestPhone.create(RecordKind.ACTION_ITEM, id, Samples.action("Rassembler les quittances")));
        phone.push();
        phone.pull();
        other.pull();
        return id;
    }

    static String task(String what) {
        return "{\"what\":" + Wire.json(what) + ",\"by\":\"PERSON\",\"horizon\":\"SHORT\"}";
    }

    TestPhone.Change settlement(TestPhone on, List<String> seen, String value, long rev) {
        return new TestPhone.Change(
                Action.SETTLE,
                RecordKind.CONFLICT,
                on.ofKind(RecordKind.CONFLICT).get(0).id(),
                null,
                rev,
                Map.of("settlement", new GroupChange(null, Wire.json(new Settlement(seen, value)))));
    }

    Verdict settle(TestPhone on, List<String> seen, String value) {
        long rev = on.ofKind(RecordKind.CONFLICT).get(0).rev();
        return write(on, settlement(on, seen, value, rev));
    }
}
