package org.tournee.server.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tournee.contact.Topic;
import org.tournee.directory.Partner;
import org.tournee.sync.RecordId;

/** The directory of the demonstration: invented partners in real towns of the Vienne. Rule: R-DIR. */
final class DemoDirectory {

    private static final int SLOTS = 60;

    private final LocalDate today;
    private final Map<RecordId, Partner> partners = new LinkedHashMap<>();

    private DemoDirectory(LocalDate today) {
        this.today = today;
    }

    /** All of them; each was checked some weeks before that day. */
    static Map<RecordId, Partner> on(LocalDate today) {
        DemoDirectory made = new DemoDirectory(today);
        made.housing();
        made.health();
        made.daily();
        made.work();
        return made.partners;
    }

    private void housing() {
        add(
                "Relais logement du Clain",
                "86000",
                "Poitiers",
                "Accès au logement, impayés de loyer, médiation avec le bailleur",
                "Ménages en difficulté de logement",
                Topic.HOUSING,
                Topic.FINANCE);
        add(
                "Accueil de jour L’Escale",
                "86000",
                "Poitiers",
                "Douches, repas du midi, courrier, accueil sans condition",
                "Personnes sans domicile",
                Topic.HOUSING,
                Topic.DAILY_LIFE);
        add(
                "Atelier énergie du Montmorillonnais",
                "86500",
                "Montmorillon",
                "Visite du logement, petits travaux, dossiers d’aide à l’énergie",
                "Locataires et propriétaires modestes",
                Topic.HOUSING,
                Topic.ACCESS_TO_RIGHTS);
    }

    private void health() {
        add(
                "Point santé des Deux Rives",
                "86100",
                "Châtellerault",
                "Soins infirmiers et médecin sans avance de frais",
                "Personnes sans couverture complète",
                Topic.HEALTH,
                Topic.ACCESS_TO_RIGHTS);
        add(
                "Maison des adolescents du Poitou",
                "86000",
                "Poitiers",
                "Écoute, psychologue, groupe de parole",
                "De 11 à 21 ans, et leurs parents",
                Topic.HEALTH,
                Topic.FAMILY);
        add(
                "Consultation Passage",
                "86100",
                "Châtellerault",
                "Consultation en addictologie, entourage reçu",
                "",
                Topic.ADDICTION,
                Topic.HEALTH);
    }

    private void daily() {
        add(
                "Épicerie sociale du Civraisien",
                "86400",
                "Civray",
                "Produits à prix réduit, atelier cuisine",
                "Sur orientation d’un travailleur social",
                Topic.DAILY_LIFE,
                Topic.FINANCE);
        add(
                "Vestiaire solidaire de Loudun",
                "86200",
                "Loudun",
                "Vêtements, linge de maison, équipement de bébé",
                "",
                Topic.DAILY_LIFE,
                Topic.FAMILY);
        add(
                "Maison des familles de Chauvigny",
                "86300",
                "Chauvigny",
                "Lieu d’accueil enfants-parents, relais d’assistantes maternelles",
                "Parents de jeunes enfants",
                Topic.FAMILY);
        add(
                "Point numérique de Gençay",
                "86160",
                "Gençay",
                "Démarches en ligne, prêt d’ordinateur",
                "",
                Topic.ACCESS_TO_RIGHTS);
    }

    private void work() {
        add(
                "Garage solidaire Roule",
                "86500",
                "Montmorillon",
                "Location de voiture et de mobylette à bas prix, réparation",
                "Personnes en recherche d’emploi",
                Topic.EMPLOYMENT_INTEGRATION);
        add(
                "Chantier du Val de Gartempe",
                "86500",
                "Montmorillon",
                "Chantier d’insertion : maraîchage et bâtiment",
                "Bénéficiaires de minima sociaux",
                Topic.EMPLOYMENT_INTEGRATION);
        add(
                "Permanence budget Vienne Sud",
                "86400",
                "Civray",
                "Conseil budgétaire, dossier de surendettement, microcrédit",
                "",
                Topic.FINANCE,
                Topic.ACCESS_TO_RIGHTS);
    }

    private void add(String name, String postcode, String commune, String what, String audience, Topic... topics) {
        int number = partners.size() + 1;
        partners.put(
                new RecordId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))),
                new Partner(
                        new Partner.Identity(name),
                        new Partner.Offer(List.of(topics), what, audience, ""),
                        new Partner.Place(
                                number + " place du Marché", postcode, commune, "Du mardi au vendredi, 9 h à 12 h"),
                        new Partner.Reach(
                                null,
                                "05 49 00 20 %02d".formatted(number),
                                "accueil%d@partenaire.exemple".formatted(number)),
                        new Partner.Standing(today.minusDays(number * 17L % SLOTS), true)));
    }
}
