package org.tournee.server.page;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.tournee.organisation.Role;

/** The parts of the back office, by task; each names the roles that may open it. */
public enum Section {
    INBOX("À traiter", "/a-traiter"),
    DOSSIERS("Dossiers", "/dossiers"),
    DECISIONS("Décisions", "/decisions"),
    TEAM("Équipe", "/equipe"),
    RECEPTION("Accueil", "/accueil"),
    DIRECTORY("Annuaire et droits", "/annuaire"),
    DEVICES("Appareils", "/appareils"),
    JOURNAL("Journal", "/journal"),
    SERVICE("Service", "/service"),
    OPERATION("Exploitation", "/exploitation");

    private final String title;
    private final String path;

    Section(String title, String path) {
        this.title = title;
        this.path = path;
    }

    public String title() {
        return title;
    }

    public String path() {
        return path;
    }

    /** Whether somebody with these roles may open it; what they see there is decided for each thing. */
    public boolean isOpenTo(Set<Role> roles) {
        return roles.stream().anyMatch(this::isOpenTo);
    }

    private boolean isOpenTo(Role role) {
        return switch (role) {
            case TEAM_HEAD -> this != OPERATION && this != SERVICE;
            case SOCIAL_WORKER, ADMIN_ASSISTANT, INTAKE_WORKER ->
                this == INBOX || this == DOSSIERS || this == DECISIONS || this == RECEPTION || this == DIRECTORY;
            case BACK_OFFICE -> this == INBOX || this == DOSSIERS || this == RECEPTION || this == DIRECTORY;
            case DIRECTION -> this == TEAM || this == RECEPTION;
            case ADMINISTRATOR ->
                this == INBOX || this == DEVICES || this == JOURNAL || this == SERVICE || this == OPERATION;
        };
    }

    /** Those that somebody with these roles may open, in the order of the navigation. */
    public static List<Section> openTo(Set<Role> roles) {
        return Arrays.stream(values())
                .filter(section -> section.isOpenTo(roles))
                .toList();
    }
}
