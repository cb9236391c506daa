package org.tournee.server.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tournee.contact.Topic;
import org.tournee.directory.DirectoryNote;
import org.tournee.organisation.Role;
import org.tournee.reception.CollectiveAction;
import org.tournee.reception.LiaisonSheet;
import org.tournee.reception.WalkIn;
import org.tournee.request.Request;
import org.tournee.rights.ShippedCatalogue;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.store.Actor;
import org.tournee.server.store.DoorKeys;
import org.tournee.server.store.ReferenceData;
import org.tournee.server.store.Streams;
import org.tournee.server.sync.SealingPhone;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** The door, the inbox and what the service keeps of itself, as they are seen. */
class SeenServicePagesIT extends SeenPages {

    @Test
    void theDoor() {
        look("connexion", "/connexion", "");
        look("introuvable", "/nulle-part", browser(head).cookie());
    }

    @Test
    void theInboxOfEachRole() {
        clash();
        clash("situation", "{\"facts\":[\"JOB_LOSS\"]}", "{\"facts\":[\"TENANT\"]}");
        addressThatCameBack();
        open(stranger());
        service.phone(colleague).send(List.of());

        look("a-traiter-responsable", "/a-traiter", browser(head).cookie());
        look("a-traiter-gestion", "/a-traiter", browser(backOffice).cookie());
        look(
                "a-traiter-technique",
                "/a-traiter",
                browser(worker("Tom Petit", Role.ADMINISTRATOR)).cookie());
        look(
                "a-traiter-vide",
                "/a-traiter?quoi=ouvertures&mien=oui",
                browser(referent).cookie());
    }

    @Test
    void theServiceItself() {
        String administrator = browser(worker("Tom Petit", Role.ADMINISTRATOR)).cookie();
        look("service", "/service", administrator);
        look("service-nouveau-compte", "/service/intervenants/nouveau", administrator);
        look("service-compte", "/service/intervenants/" + referent, administrator);
        look("mot-de-passe", "/compte/mot-de-passe", administrator);
        look("service-equipe", "/service/equipes/nouvelle", administrator);
        look("service-permanence", "/service/permanences/nouvelle", administrator);
    }

    @Test
    void theDirectory() {
        Browser keeper = browser(backOffice);
        look("annuaire-vide", "/annuaire", keeper.cookie());
        RecordId partner = DirectoryPagesTest.listed(keeper);
        TestPhone phone = phone().pull();
        RecordId need = new RecordId(UUID.randomUUID());
        DirectoryNote note = new DirectoryNote(
                DirectoryNote.Note.need(Topic.HEALTH, "Un dentiste près de Civray", ServiceFixture.TODAY), null);
        phone.save(dossier, TestPhone.create(RecordKind.DIRECTORY_NOTE, need, note))
                .push();
        look("annuaire", "/annuaire", keeper.cookie());
        look("annuaire-fiche", "/annuaire/fiches/" + partner, keeper.cookie());
        look(
                "annuaire-fiche-lue",
                "/annuaire/fiches/" + partner,
                browser(referent).cookie());
        look("annuaire-remarques", "/annuaire/remarques", keeper.cookie());
        look("annuaire-remarque", "/annuaire/remarques/" + need, keeper.cookie());
    }

    @Test
    void theCatalogueBeingEdited() {
        service.bean(ReferenceData.class)
                .publish(
                        service.service(),
                        RecordKind.CATALOGUE,
                        Map.of(new RecordId(UUID.randomUUID()), ShippedCatalogue.FR.catalogue()),
                        ServiceFixture.NOON);
        String draft = "/reference/droits/brouillon";
        Browser keeper = browser(backOffice);
        look("catalogue-brouillon-vide", draft, keeper.cookie());
        look("catalogue-droit", draft + "/droits/css", keeper.cookie(), page -> page.click("details summary"));
        CatalogueEditPagesTest.add(keeper, "Aide numérique de Civray");
        String seen = field(keeper.get(draft + "/droits/css").html(), "vu");
        keeper.submit(draft + "/droits/css/retrait", Map.of("vu", seen));
        look("catalogue-brouillon", draft, keeper.cookie());
        keeper.submit(
                draft + "/publication", Map.of("vu", field(keeper.get(draft).html(), "vu")));
        look("catalogue", "/reference/droits", keeper.cookie());
        look(
                "catalogue-versions",
                "/reference/droits/versions",
                browser(referent).cookie());
        look(
                "catalogue-version",
                "/reference/droits/versions/1",
                browser(referent).cookie());
    }

    @Test
    void theFiguresOfTheProfile() {
        String cookie = browser(backOffice).cookie();
        look("profil-gestion", "/reference/profil", cookie);
        look("profil-norme", "/reference/profil/segment-A", cookie);
        look("profil-groupe", "/reference/profil/groupe-WEIGHTS", cookie);
        look("profil-norme-apercu", "/reference/profil/segment-A", cookie, page -> {
            page.fill("#MINIMUM", "5");
            page.fill("#source", "Décision du conseil du 3 décembre");
            page.click("[data-test=preview-button]");
            page.waitForSelector("[data-test=preview]");
        });
    }

    @Test
    void reception() {
        look("accueil-vide", "/accueil", browser(direction).cookie());
        ReceptionFixture desks = new ReceptionFixture(service, clock.instant());
        desks.worksIn(referent, Role.SOCIAL_WORKER, desks.northTeam);
        TestPhone phone = phone().pull();
        RecordId sheet = new RecordId(UUID.randomUUID());
        phone.save(
                        desks.register(phone),
                        TestPhone.create(
                                RecordKind.WALK_IN,
                                new RecordId(UUID.randomUUID()),
                                WalkIn.arrived(new RecordId(desks.permanence), desks.today, clock.instant())),
                        TestPhone.create(
                                RecordKind.COLLECTIVE_ACTION,
                                new RecordId(UUID.randomUUID()),
                                new CollectiveAction(
                                        new CollectiveAction.Theme(
                                                Topic.FINANCE, "Atelier budget", "Loudun", desks.today),
                                        null)),
                        TestPhone.create(
                                RecordKind.LIAISON,
                                sheet,
                                new LiaisonSheet(
                                        new LiaisonSheet.Message(
                                                sheet,
                                                "M. Roux",
                                                "06 00 00 00 01",
                                                "Coupure d’électricité lundi",
                                                Request.Urgency.IMMEDIATE,
                                                desks.today),
                                        LiaisonSheet.Address.to(referent),
                                        null)))
                .push();
        String cookie = browser(referent).cookie();
        look("accueil", "/accueil", cookie);
        look("accueil-lieu", "/accueil?lieu=" + desks.permanence, cookie);
        look("fiche-de-liaison", "/accueil/liaisons/" + sheet, cookie);
    }

    @Test
    void theTeam() {
        look("equipe", "/equipe", browser(head).cookie());
        look("profil", "/reference/profil", browser(referent).cookie());
        look("droits", "/reference/droits", browser(referent).cookie());
        look("indicateurs", "/equipe/indicateurs", browser(head).cookie());
        look(
                "indicateurs-dossiers",
                "/equipe/indicateurs/dossiers?quoi=OPENED&du=2020-01-01&au=2026-12-31",
                browser(head).cookie());
        look("indicateurs-direction", "/equipe/indicateurs", browser(direction).cookie());
        look("equipes", "/equipe", browser(direction).cookie());
    }

    @Test
    void operation() {
        TestPhone phone = phone().pull();
        phone.save(dossier, phone.change(RecordKind.DOSSIER, new RecordId(dossier.value()), "address", SCHOOL))
                .push();
        service.phone(colleague).send(List.of());
        String operator = browser(worker("Tom Petit", Role.ADMINISTRATOR)).cookie();

        look("journal", "/journal?verifier=oui", browser(head).cookie());
        look("appareils", "/appareils", operator);
        look("appareil", "/appareils/" + phone.stream(), operator);
        look("exploitation", "/exploitation", operator);
        look("exploitation-trace", "/exploitation?flux=" + phone.stream() + "&numero=1", operator);
        look("exploitation-rien", "/exploitation?autre=toto", operator);
    }

    @Test
    void quarantine() {
        SealingPhone sealing = new SealingPhone(
                server.getURL().toString(),
                service.organisation(),
                service.bean(DoorKeys.class).current(service.organisation()));
        TestPhone phone = service.phone(referent, sealing.publicKey())
                .clockAt(clock.instant())
                .pull();
        String path = "/appareils/" + phone.stream() + "/mis-de-cote";
        String cookie = browser(head).cookie();
        look("mis-de-cote-rien", path, cookie);
        phone.save(dossier, phone.change(RecordKind.DOSSIER, new RecordId(dossier.value()), "address", SCHOOL));
        service.bean(Streams.class)
                .revoke(new Actor(service.organisation(), head, null), phone.stream(), clock.instant());
        sealing.deliver(
                phone.stream(),
                sealing.seal(phone.stream(), 1, List.of(phone.outbox().getFirst())));

        look("mis-de-cote", path, cookie);
    }
}
