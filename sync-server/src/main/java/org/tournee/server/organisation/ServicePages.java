package org.tournee.server.organisation;

import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.Permanence;
import org.tournee.organisation.Role;
import org.tournee.organisation.SiteId;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.Wording;
import org.tournee.server.access.Passwords;
import org.tournee.server.access.WebSession;
import org.tournee.server.organisation.ServicePage.Option;
import org.tournee.server.page.FormFields;
import org.tournee.server.page.Section;
import org.tournee.server.page.Shell;
import org.tournee.server.web.Communes;
import org.tournee.server.web.Frames;
import org.tournee.server.web.Words;

/** Lays out the service and its forms; a form that comes back holds what was typed. Rule: R-BO. */
@Singleton
class ServicePages {

    static final String NAME = "nom";
    static final String LOGIN = "identifiant";
    static final String ROLE = "role-";
    static final String TIME = "temps";
    static final String TEAM = "equipe";
    static final String ACTIVE = "present";
    static final String MAILBOX = "courriel";
    static final String REV = "rev";
    static final String PASSWORD = "motdepasse";
    static final String SITE = "site";
    static final String HEAD = "responsable";
    static final String COMMUNE = "commune";
    static final String DAY = "jour";
    static final String OPENS = "heure";
    static final String WEEKS = "semaines";

    private final Frames frames;
    private final Staff staff;
    private final Places places;
    private final Communes communes;

    ServicePages(Frames frames, Staff staff, Places places, Communes communes) {
        this.frames = frames;
        this.staff = staff;
        this.places = places;
        this.communes = communes;
    }

    ServicePage all(WebSession session) {
        OrganisationId organisation = session.organisation();
        List<Member> members = staff.all(organisation);
        List<Places.TeamRow> teams = places.teams(organisation);
        List<Places.SiteRow> known = places.sites(organisation);
        Map<SiteId, String> sites = known.stream().collect(Collectors.toMap(Places.SiteRow::id, Places.SiteRow::name));
        Map<String, String> served = communes.of(organisation);
        Shell shell = shell(session, "Service");
        return new ServicePage(
                shell,
                members.stream()
                        .map(member -> worker(member, teams, shell.wording()))
                        .toList(),
                teams.stream()
                        .map(team -> new ServicePage.TeamLine(
                                "/service/equipes/" + team.id(),
                                team.name(),
                                sites.getOrDefault(team.site(), ""),
                                members.stream()
                                        .filter(member -> member.id().equals(team.head()))
                                        .map(Member::name)
                                        .findFirst()
                                        .orElse("à nommer")))
                        .toList(),
                places.permanences(organisation).stream()
                        .map(place -> new ServicePage.PlaceLine(
                                "/service/permanences/" + place.id(),
                                served.getOrDefault(place.communeCode(), place.communeCode()),
                                when(place),
                                sites.getOrDefault(place.site(), "")))
                        .toList(),
                known.stream()
                        .map(site -> new ServicePage.SiteLine(
                                "/service/sites/" + site.id(),
                                site.name(),
                                served.getOrDefault(site.communeCode(), site.communeCode())))
                        .toList(),
                places.territories(organisation).stream()
                        .map(territory -> new ServicePage.TerritoryLine(
                                territory.name(),
                                Words.of(territory.arrangement()),
                                sites.getOrDefault(territory.site(), ""),
                                territory.communeCodes().stream()
                                        .map(code -> served.getOrDefault(code, code))
                                        .collect(Collectors.joining(", "))))
                        .toList());
    }

    private static ServicePage.WorkerLine worker(Member member, List<Places.TeamRow> teams, Wording wording) {
        return new ServicePage.WorkerLine(
                "/service/intervenants/" + member.id(),
                member.name(),
                member.roles().stream().map(role -> Words.of(role, wording)).collect(Collectors.joining(", ")),
                member.fullTimePercent() + " %",
                teamName(teams, String.valueOf(member.team())).orElse(""),
                member.active());
    }

    private static String when(Permanence place) {
        String every = place.everyWeeks() == 1 ? "chaque semaine" : "toutes les " + place.everyWeeks() + " semaines";
        return day(place.day()) + " à " + place.opens() + ", " + every;
    }

    private static String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.FRENCH);
    }

    /** The fields of an account as they are today. */
    static FormFields fields(Member member) {
        Stream<Map.Entry<String, String>> roles =
                member.roles().stream().map(role -> Map.entry(ROLE + role.name(), "oui"));
        Stream<Map.Entry<String, String>> others = Stream.of(
                Map.entry(NAME, member.name()),
                Map.entry(LOGIN, member.login()),
                Map.entry(TIME, Integer.toString(member.fullTimePercent())),
                Map.entry(TEAM, member.team() == null ? "" : member.team().toString()),
                Map.entry(MAILBOX, member.mailbox()),
                Map.entry(REV, Long.toString(member.rev())),
                Map.entry(ACTIVE, member.active() ? "oui" : ""));
        return new FormFields(
                Stream.concat(roles, others).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    ServicePage.WorkerForm worker(WebSession session, UUID id, boolean isNew, FormFields typed, String message) {
        return worker(session, id, isNew, typed, typed, message);
    }

    /** The account as it stands now, and beside it what was typed otherwise. */
    ServicePage.WorkerForm meanwhile(WebSession session, Member now, FormFields typed, String message) {
        return worker(session, now.id().value(), false, fields(now), typed, message);
    }

    private ServicePage.WorkerForm worker(
            WebSession session, UUID id, boolean isNew, FormFields shown, FormFields typed, String message) {
        Shell shell = shell(session, isNew ? "Nouveau compte" : "Compte");
        List<Places.TeamRow> teams = places.teams(session.organisation());
        return new ServicePage.WorkerForm(
                shell,
                "/service/intervenants/" + id,
                isNew,
                session.worker().value().equals(id),
                shown.text(LOGIN),
                shown.text(NAME),
                Arrays.stream(Role.values())
                        .map(role ->
                                new Option(ROLE + role.name(), Words.of(role, shell.wording()), hasRole(shown, role)))
                        .toList(),
                shown.text(TIME),
                options(teams.stream(), team -> team.id().toString(), Places.TeamRow::name, shown.text(TEAM)),
                !shown.text(ACTIVE).isEmpty(),
                shown.text(MAILBOX),
                staff.isMailRefused(session.organisation(), new WorkerId(id)),
                shown.number(REV),
                Passwords.SHORTEST,
                message,
                differences(inWords(shown, teams, shell.wording()), inWords(typed, teams, shell.wording())));
    }

    private static boolean hasRole(FormFields account, Role role) {
        return !account.text(ROLE + role.name()).isEmpty();
    }

    private static List<ServicePage.Typed> differences(Map<String, String> shown, Map<String, String> typed) {
        return typed.entrySet().stream()
                .filter(field -> !field.getValue().equals(shown.get(field.getKey())))
                .map(field -> new ServicePage.Typed(field.getKey(), field.getValue()))
                .toList();
    }

    /** The fields of an account by their labels; a password is not shown again. */
    private static Map<String, String> inWords(FormFields account, List<Places.TeamRow> teams, Wording wording) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("Prénom et nom", account.text(NAME));
        words.put(
                "Fonction",
                Arrays.stream(Role.values())
                        .filter(role -> hasRole(account, role))
                        .map(role -> Words.of(role, wording))
                        .collect(Collectors.joining(", ")));
        words.put("Temps de travail", account.text(TIME) + " %");
        words.put("Équipe", teamName(teams, account.text(TEAM)).orElse("Tout le service"));
        words.put("Adresse électronique", account.text(MAILBOX));
        words.put("Travaille ici", account.text(ACTIVE).isEmpty() ? "non" : "oui");
        if (!account.text(PASSWORD).isEmpty()) {
            words.put("Nouveau mot de passe", "à saisir à nouveau");
        }
        return words;
    }

    private static Optional<String> teamName(List<Places.TeamRow> teams, String id) {
        return teams.stream()
                .filter(team -> team.id().toString().equals(id))
                .map(Places.TeamRow::name)
                .findFirst();
    }

    ServicePage.TeamForm team(WebSession session, UUID id, boolean isNew, FormFields typed, String message) {
        Predicate<Member> mayHead = member -> member.active() && member.roles().contains(Role.TEAM_HEAD);
        return new ServicePage.TeamForm(
                shell(session, isNew ? "Nouvelle équipe" : "Équipe"),
                "/service/equipes/" + id,
                isNew,
                typed.text(NAME),
                sites(session, typed),
                options(
                        staff.all(session.organisation()).stream().filter(mayHead),
                        member -> member.id().toString(),
                        Member::name,
                        typed.text(HEAD)),
                message);
    }

    ServicePage.SiteForm site(WebSession session, UUID id, boolean isNew, FormFields typed, String message) {
        return new ServicePage.SiteForm(
                shell(session, isNew ? "Nouveau site" : "Site"),
                "/service/sites/" + id,
                isNew,
                typed.text(NAME),
                options(
                        communes.of(session.organisation()).entrySet().stream(),
                        Map.Entry::getKey,
                        Map.Entry::getValue,
                        typed.text(COMMUNE)),
                message);
    }

    ServicePage.PlaceForm place(WebSession session, UUID id, boolean isNew, FormFields typed, String message) {
        return new ServicePage.PlaceForm(
                shell(session, isNew ? "Nouvelle permanence" : "Permanence"),
                "/service/permanences/" + id,
                isNew,
                sites(session, typed),
                options(
                        communes.of(session.organisation()).entrySet().stream(),
                        Map.Entry::getKey,
                        Map.Entry::getValue,
                        typed.text(COMMUNE)),
                options(Arrays.stream(DayOfWeek.values()), Enum::name, ServicePages::day, typed.text(DAY)),
                typed.text(OPENS),
                typed.text(WEEKS),
                message);
    }

    private List<Option> sites(WebSession session, FormFields typed) {
        return options(
                places.sites(session.organisation()).stream(),
                site -> site.id().toString(),
                Places.SiteRow::name,
                typed.text(SITE));
    }

    private static <T> List<Option> options(
            Stream<T> all, Function<T, String> value, Function<T, String> label, String chosen) {
        return all.map(one -> new Option(
                        value.apply(one), label.apply(one), value.apply(one).equals(chosen)))
                .toList();
    }

    private Shell shell(WebSession session, String title) {
        return frames.of(session, title, Section.SERVICE);
    }
}
