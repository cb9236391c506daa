package org.tournee.access;

import java.util.Set;
import org.tournee.access.Decision.Refusal;
import org.tournee.organisation.Role;
import org.tournee.sync.RecordKind;

/**
 * Who may do what with a dossier: one function for the phone, the server and its pages. Rule: R-SHARE. Source: 000
 * §2.2.5, §2.5.5.
 */
public final class AccessRules {

    private static final Decision ALLOWED = new Decision.Allowed(false);
    private static final Decision ALLOWED_AND_TOLD = new Decision.Allowed(true);

    private static final Set<Role> FIELD_ROLES =
            Set.of(Role.SOCIAL_WORKER, Role.ADMIN_ASSISTANT, Role.TEAM_HEAD, Role.INTAKE_WORKER);

    private AccessRules() {}

    /**
     * Decides.
     *
     * @param roles of the worker; several add up
     * @param links of the worker to the dossier and to the record; empty for none
     * @param reasonStated whether the worker stated a reason to open a dossier that is not theirs
     */
    public static Decision decide(Set<Role> roles, Set<Link> links, Act act, Subject subject, boolean reasonStated) {
        if (subject.isOfRegister()) {
            return desk(roles, links, act, subject);
        }
        Decision best = new Decision.Refused(Refusal.NOT_FOR_ROLE);
        if (roles.contains(Role.BACK_OFFICE)) {
            best = backOffice(act, subject);
        }
        if (!best.isAllowed() && worksInField(roles)) {
            best = field(new Standpoint(roles, links), act, subject, reasonStated);
        }
        return best;
    }

    /** Whether somebody with those roles may open a dossier, for their own team. Rule: R-REQ. */
    public static boolean mayOpen(Set<Role> roles) {
        return worksInField(roles);
    }

    /** Whether one of those roles is of the field: with people, or above those who are. */
    public static boolean worksInField(Set<Role> roles) {
        return roles.stream().anyMatch(FIELD_ROLES::contains);
    }

    /**
     * What is written at a desk belongs to those who receive there: no reason opens it to others, nothing in it is
     * restricted to some of them, and a liaison sheet is read and taken over by whom it goes to. The back office reads what
     * names nobody. Rule: R-PER.
     */
    private static Decision desk(Set<Role> roles, Set<Link> links, Act act, Subject subject) {
        boolean reads = act == Act.SEE_EXISTENCE || act == Act.VIEW;
        if (reads && roles.contains(Role.BACK_OFFICE) && subject.isAdministrative()) {
            return ALLOWED;
        }
        if (!worksInField(roles)) {
            return new Decision.Refused(Refusal.NOT_FOR_ROLE);
        }
        boolean receives = links.contains(Link.DESK) && !subject.isRestricted();
        boolean goesToThem = links.contains(Link.ADDRESSEE) && subject.kind() == RecordKind.LIAISON;
        return switch (act) {
            case SEE_EXISTENCE, VIEW, CHANGE -> allowedIf(receives || goesToThem, Refusal.OTHER_DESK);
            case RECORD, SETTLE_CONFLICT -> allowedIf(receives, Refusal.OTHER_DESK);
            case SET_AUDIENCE, REVIEW_DUPLICATE, CLOSE, DECIDE, ERASE -> new Decision.Refused(Refusal.NOT_FOR_ROLE);
        };
    }

    /** Sees that something exists; sees and settles administrative groups, whoever's the dossier is. */
    private static Decision backOffice(Act act, Subject subject) {
        boolean allowed = switch (act) {
            case SEE_EXISTENCE, REVIEW_DUPLICATE -> true;
            case VIEW, SETTLE_CONFLICT -> subject.isAdministrative();
            case RECORD, CHANGE, SET_AUDIENCE, CLOSE, DECIDE, ERASE -> false;
        };
        return allowed ? ALLOWED : new Decision.Refused(Refusal.NOT_FOR_ROLE);
    }

    private static Decision field(Standpoint standpoint, Act act, Subject subject, boolean reasonStated) {
        if (standpoint.isStranger()) {
            return stranger(act, subject, reasonStated);
        }
        return switch (act) {
            case SEE_EXISTENCE -> ALLOWED;
            case VIEW -> allowedIf(!subject.isRestricted() || standpoint.seesRestricted(), Refusal.RESTRICTED);
            case RECORD -> allowedIf(standpoint.works(), Refusal.VIEW_ONLY);
            case CHANGE -> change(standpoint, subject);
            case SET_AUDIENCE -> allowedIf(standpoint.changesRestricted(), Refusal.RESTRICTED);
            case SETTLE_CONFLICT ->
                allowedIf(
                        standpoint.settlesAll() || (standpoint.settlesAdministrative() && subject.isAdministrative()),
                        Refusal.NOT_YOURS_TO_SETTLE);
            case CLOSE -> allowedIf(standpoint.closes(), Refusal.NOT_YOURS_TO_CLOSE);
            case REVIEW_DUPLICATE, DECIDE, ERASE -> allowedIf(standpoint.isHead(), Refusal.ONLY_THE_HEAD);
        };
    }

    private static Decision change(Standpoint standpoint, Subject subject) {
        if (subject.isRestricted()) {
            return allowedIf(standpoint.changesRestricted(), Refusal.RESTRICTED);
        }
        return allowedIf(standpoint.works() || standpoint.isAuthor(), Refusal.VIEW_ONLY);
    }

    /** Not linked: a stated reason opens the view and lets a fact be recorded, never what is restricted. */
    private static Decision stranger(Act act, Subject subject, boolean reasonStated) {
        return switch (act) {
            case SEE_EXISTENCE, VIEW, RECORD -> {
                if (act == Act.VIEW && subject.isRestricted()) {
                    yield new Decision.Refused(Refusal.RESTRICTED);
                }
                yield reasonStated ? ALLOWED_AND_TOLD : new Decision.Refused(Refusal.NEEDS_REASON);
            }
            case CHANGE, SET_AUDIENCE -> new Decision.Refused(Refusal.NEEDS_REASON);
            case SETTLE_CONFLICT -> new Decision.Refused(Refusal.NOT_YOURS_TO_SETTLE);
            case CLOSE -> new Decision.Refused(Refusal.NOT_YOURS_TO_CLOSE);
            case REVIEW_DUPLICATE, DECIDE, ERASE -> new Decision.Refused(Refusal.ONLY_THE_HEAD);
        };
    }

    private static Decision allowedIf(boolean allowed, Refusal otherwise) {
        return allowed ? ALLOWED : new Decision.Refused(otherwise);
    }
}
