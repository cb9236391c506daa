package org.tournee.server.demo;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Names of invented people, as one meets them in a French department. */
final class Names {

    private static final List<String> FAMILY = words("""
            Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefebvre Leroy Roux
            David Bertrand Morel Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Muller Lefevre Faure
            Andre Mercier Blanc Guerin Boyer Garnier Chevalier Francois Legrand Gauthier Garcia Perrin Robin Clement
            Morin Nicolas Henry Roussel Mathieu Gautier Masson Marchand Duval Denis Dumont Marie Lemaire Noel Meyer
            Dufour Meunier Brun Blanchard Giraud Joly Riviere Lucas Brunet Gaillard Barbier Arnaud Martinez Gerard
            Roche Renard Schmitt Roy Leroux Colin Vidal Caron Picard Roger Fabre Aubert Lemoine Renaud Dumas Lacroix
            Olivier Philippe Bourgeois Pierre Benoit Rey Leclerc Payet Rolland Leclercq Guillaume Lecomte Lopez Jean
            Dupuy Guillot Hubert Berger Carpentier Sanchez Dupuis Moulin Louis Deschamps Huet Vasseur Perez Boucher
            Fleury Royer Klein Jacquet Adam Paris Poirier Marty Aubry Guyot Carre Charles Renault Charpentier Menard
            Maillard Baron Bertin Bailly Herve Schneider Fernandez Collet Leger Bouvier Julien Prevost Millet Perrot
            Daniel Cousin Germain Breton Besson Langlois Remy Pelletier Leveque Perrier Leblanc Barre Lebrun Marchal
            Weber Mallet Hamon Boulanger Jacob Monnier Michaud Rodriguez Guichard Gillet Etienne Grondin Poulain
            Tessier Chevallier Collin Chauvin Bouchet Gay Lemaitre Benard Marechal Humbert Reynaud Antoine Hoarau
            Perret Barthelemy Cordier Pichon Lejeune Gilbert Lamy Delaunay Pasquier Carlier Laporte Diallo Traore
            Benali Haddad Mansouri Cisse Camara Keita Coulibaly Ndiaye Sow Ba Toure Konate Bensaid Belkacem Cherif
            Saidi Amrani Yilmaz Kaya Demir Nguyen Tran Pham Le Ferreira DaSilva Pereira Santos Oliveira Popescu
            Ionescu Kowalski Nowak Petrov Ivanova Hassan Ahmadi Rahimi Osman Tesfaye Mbemba Nzinga Rakoto Savin
            Texier Guignard Brault Courtois Billaud Chaigneau Papuchon Ripault Fradet Bonneau Naudin Marteau""");
    private static final List<String> WOMEN = words("""
            Claire Sophie Nathalie Isabelle Sylvie Catherine Martine Valérie Sandrine Stéphanie Céline Julie Aurélie
            Émilie Camille Léa Manon Chloé Emma Inès Sarah Laura Pauline Marine Mathilde Élodie Virginie Laetitia
            Karine Patricia Véronique Christine Françoise Monique Jacqueline Odette Yvette Fatima Aminata Aïcha Leïla
            Samira Nadia Khadija Mariam Awa Fatoumata Elif Zeynep Linh Maria Ana Beatriz Ioana Agnieszka Olga Sahar
            Hodan Grâce Lucie Jeanne Alice Louise Juliette Margaux Anaïs Charlotte Marion Océane Clara Zoé""");
    private static final List<String> MEN = words("""
            Thomas Nicolas Julien David Christophe Stéphane Laurent Frédéric Olivier Philippe Alain Michel Patrick
            Pierre Jean Bernard Gérard René Marcel Antoine Alexandre Maxime Kevin Romain Florian Jérémy Mickaël
            Sébastien Vincent Guillaume Lucas Hugo Théo Louis Jules Gabriel Raphaël Arthur Nathan Enzo Mohamed Karim
            Rachid Youssef Ibrahim Mamadou Ousmane Abdoulaye Moussa Mehmet Emre Minh Carlos Paulo João Andrei Piotr
            Dmitri Reza Omar Yonas Cédric Fabrice Ludovic Damien Benoît Adrien Clément Quentin Baptiste Mathis""");
    private static final List<String> STREETS = List.of(
            "rue de la Mairie",
            "rue des Écoles",
            "rue du Four",
            "impasse des Tilleuls",
            "rue de la Gare",
            "route de Poitiers",
            "place de l'Église",
            "rue du Moulin",
            "chemin des Vignes",
            "rue Victor-Hugo",
            "rue Jean-Jaurès",
            "allée des Acacias",
            "rue du Stade",
            "rue de la Fontaine",
            "résidence Les Peupliers",
            "rue des Lavandières",
            "rue du Clain",
            "rue Marie-Curie",
            "avenue de la Libération",
            "rue du Champ-de-Foire",
            "lieu-dit La Grange",
            "lieu-dit Les Brosses",
            "rue Pasteur",
            "rue du Puits",
            "rue des Jardins");

    private Names() {}

    static String family(Dice dice) {
        String name = dice.oneOf(FAMILY);
        return "DaSilva".equals(name) ? "Da Silva" : name;
    }

    static String given(Dice dice, boolean woman) {
        return dice.oneOf(woman ? WOMEN : MEN);
    }

    static String street(Dice dice) {
        return dice.between(1, 98) + " " + dice.oneOf(STREETS);
    }

    /** A number of the range that is kept free for fiction: it can belong to nobody. */
    static String mobilePhone(Dice dice) {
        return "06 39 98 %02d %02d".formatted(dice.between(0, 99), dice.between(0, 99));
    }

    /** {@code claire.moreau}: without accents, spaces and capitals. */
    static String login(String given, String family) {
        String plain = Normalizer.normalize(given + "." + family, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[ ']", "-");
        return plain.toLowerCase(Locale.ROOT);
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+", -1));
    }
}
