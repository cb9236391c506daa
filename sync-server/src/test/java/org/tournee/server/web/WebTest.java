package org.tournee.server.web;

import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.ShippedProfile;
import org.tournee.server.ServerTest;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.access.Passwords;
import org.tournee.server.access.TestClock;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.store.ReferenceData;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** A small service with people who can sign in: a referent, a colleague, their head, the back office, the direction. */
abstract class WebTest extends ServerTest {

    static final String PASSWORD = "un mot de passe long";
    static final String SCHOOL =
            "{\"street\":\"9 rue de l'École\",\"postcode\":\"86400\",\"commune_code\":\"86078\",\"commune_name\":\"Civray\"}";
    static final String STATION =
            "{\"street\":\"12 rue de la Gare\",\"postcode\":\"86400\",\"commune_code\":\"86078\",\"commune_name\":\"Civray\"}";

    static final String NOWHERE =
            "{\"street\":\"3 rue des Écoles\",\"postcode\":\"86400 86400 86400 86400 86400 86400\",\"commune_code\":\"86078\",\"commune_name\":\"Civray\"}";

    @Inject
    ApplicationContext context;

    @Inject
    TestClock clock;

    ServiceFixture service;
    WorkerId referent;
    WorkerId colleague;
    WorkerId head;
    WorkerId backOffice;
    WorkerId direction;
    DossierId dossier;

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = new LinkedHashMap<>(super.getProperties());
        properties.put("tournee.test.clock", "true");
        properties.put("tournee.access.password.memory-kib", "64");
        properties.put("tournee.access.secure-cookie", "false");
        properties.put("tournee.reminders.enabled", "false");
        return properties;
    }

    @BeforeEach
    void aService() {
        service = new ServiceFixture(context, server.getURI().toString());
        service.bean(ReferenceData.class)
                .publish(
                        service.service(),
                        RecordKind.PROFILE,
                        Map.of(new RecordId(UUID.randomUUID()), ShippedProfile.VIENNE.profile()),
                        ServiceFixture.NOON);
        head = worker("Hélène Robin", Role.TEAM_HEAD);
        service.head(head);
        referent = worker("Camille Moreau", Role.SOCIAL_WORKER);
        colleague = worker("Dominique Girard", Role.SOCIAL_WORKER);
        backOffice = worker("Gaëlle Marchand", Role.BACK_OFFICE);
        direction = worker("Noé Lambert", Role.DIRECTION);
        dossier = service.dossier(referent, colleague);
    }

    WorkerId worker(String name, Role role) {
        WorkerId worker = service.worker(role);
        String hash = service.bean(Passwords.class).hash(PASSWORD);
        service.bean(Database.class)
                .write(connection -> Sql.change(
                        connection,
                        "update worker set name = ?, password_hash = ? where org_id = ? and worker_id = ?",
                        name,
                        hash,
                        service.organisation(),
                        worker));
        return worker;
    }

    /** The organisation's day. */
    LocalDate today() {
        return LocalDate.ofInstant(
                clock.instant(), ShippedProfile.VIENNE.profile().zone());
    }

    Browser browser() {
        return new Browser(server.getURI().toString());
    }

    Browser browser(WorkerId worker) {
        return browser().signIn("login-" + worker, PASSWORD);
    }

    /** Both write another address without knowing of each other. */
    RecordId clash() {
        return clash("address", SCHOOL, STATION);
    }

    RecordId clash(String group, String one, String other) {
        RecordId own = new RecordId(dossier.value());
        TestPhone first = phone().pull();
        TestPhone second = service.phone(colleague).clockAt(clock.instant()).pull();
        first.save(dossier, first.change(RecordKind.DOSSIER, own, group, one)).push();
        second.save(dossier, second.change(RecordKind.DOSSIER, own, group, other))
                .push();
        return first.pull().ofKind(RecordKind.CONFLICT).get(0).id();
    }

    /** The referent's phone, whose clock is right. */
    TestPhone phone() {
        return service.phone(referent).clockAt(clock.instant());
    }

    /** The referent writes an address that no rule allows, and it comes back. */
    RecordId addressThatCameBack() {
        return cameBack(RecordKind.DOSSIER, new RecordId(dossier.value()), "address", NOWHERE);
    }

    RecordId cameBack(RecordKind kind, RecordId record, String group, String json) {
        TestPhone phone = phone().pull();
        phone.save(dossier, phone.change(kind, record, group, json)).push();
        return phone.pull().ofKind(RecordKind.RETURNED_CHANGE).getFirst().id();
    }

    /** A social worker of no team of theirs. */
    WorkerId stranger() {
        WorkerId stranger = worker("Yann Le Goff", Role.SOCIAL_WORKER);
        service.leaveTeam(stranger);
        return stranger;
    }

    String path(RecordId conflict) {
        return "/divergences/" + dossier + "/" + conflict;
    }

    static String field(String html, String name) {
        var found = java.util.regex.Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"")
                .matcher(html);
        return found.find() ? found.group(1) : "";
    }
}
