package org.tournee.server.workflow;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.ReferentWish;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.access.WebSession;
import org.tournee.server.segment.Loads;
import org.tournee.server.segment.Loads.Load;
import org.tournee.workload.Offer;
import org.tournee.workload.Workload;

/**
 * Who may take a dossier: the social workers of a head's teams with what they carry, and to whom the rule offers it; or
 * somebody themselves. The head confirms the offer or picks another. Rules: R-SEG-5, R-ORG.
 */
@Singleton
public class Colleagues {

    /** Somebody who may take it; {@code carries} is empty where nothing is compared. */
    public record Colleague(WorkerId id, String name, String carries) {}

    /**
     * Those who may take it, by name.
     *
     * @param offered to whom the rule offers it; empty where it offers it to nobody
     * @param reason why them, in words; empty without an offer
     */
    public record Choice(List<Colleague> colleagues, String offered, String reason) {

        static final Choice NONE = new Choice(List.of(), "", "");

        /** The same with something more that whoever decides is to know. */
        Choice beside(String known) {
            return new Choice(colleagues, offered, (reason + " " + known).strip());
        }
    }

    private final Loads loads;

    Colleagues(Loads loads) {
        this.loads = loads;
    }

    /**
     * The viewer alone where they head no team.
     *
     * @param wish what the person wishes of a referent; null while they said nothing. Rule: R-REF
     */
    Choice receivers(WebSession session, DossierId dossier, @Nullable ReferentWish wish) {
        if (!session.has(Role.TEAM_HEAD)) {
            return new Choice(List.of(new Colleague(session.worker(), session.name(), "")), "", "");
        }
        List<Load> team = loads.ofTeamsOf(session.organisation(), session.worker());
        Optional<Offer> offer = loads.offer(session.organisation(), dossier, team, wish == null ? null : wish.worker());
        return choice(team.stream().filter(Load::takesDossiers).toList(), offer);
    }

    /** Whom the viewer may give a dossier of that commune that is not open yet, intake workers included. */
    public Choice takers(WebSession session, String commune) {
        List<Load> team = loads.forOpening(session.organisation(), session.worker(), commune);
        return choice(team, loads.offer(session.organisation(), commune, team));
    }

    private static Choice choice(List<Load> team, Optional<Offer> offer) {
        return new Choice(
                team.stream()
                        .map(load -> new Colleague(load.weighed().worker(), load.name(), carries(load.weighed())))
                        .toList(),
                offer.map(made -> made.worker().toString()).orElse(""),
                offer.map(made -> reason(made, team)).orElse(""));
    }

    private static String carries(Workload load) {
        return load.perFullTime() + " points à plein temps, " + load.dossiers()
                + (load.dossiers() > 1 ? " dossiers" : " dossier");
    }

    private static String reason(Offer offer, List<Load> team) {
        String name = name(offer.worker(), team);
        return switch (offer.reason()) {
            case Offer.Reason.Wished wished -> "Proposé : " + name + ". Souhait de la personne ; à vous de décider.";
            case Offer.Reason.OwnReferent own -> "Proposé : " + name + ", qui suit cette commune.";
            case Offer.Reason.LeastLoaded least -> {
                Workload next = least.next();
                String others =
                        next == null ? "" : ", puis " + name(next.worker(), team) + " avec " + next.perFullTime();
                yield "Proposé : " + name + ". Personne de l’équipe ne porte moins : "
                        + least.load().perFullTime() + " points à plein temps" + others + ".";
            }
        };
    }

    private static String name(WorkerId worker, List<Load> team) {
        return team.stream()
                .filter(load -> load.weighed().worker().equals(worker))
                .map(Load::name)
                .findFirst()
                .orElseThrow();
    }
}
