package org.tournee.server.dossier;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tournee.duplicate.PersonSketch;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Html;
import org.tournee.server.store.Organisations;
import org.tournee.server.web.Communes;
import org.tournee.server.web.Viewer;
import org.tournee.server.web.Words;

/** Opens a dossier: look for the person first, in the body of a request, then open. Rules: R-REQ, R-DUP, R-BO. */
@Controller("/dossiers/nouveau")
@Secured({"TEAM_HEAD", "SOCIAL_WORKER", "ADMIN_ASSISTANT", "INTAKE_WORKER"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class NewDossierController {

    private static final String TEMPLATE = "dossier/new";
    private static final String NEXT = "/dossiers/nouveau/suivant";
    private static final String NO_NAME = "Écrivez au moins le nom, le prénom et la commune, puis cherchez.";
    private static final String MISSING =
            "Il manque quelque chose : la rue (ou « sans domicile stable »), la commune, qui suit le dossier et le prénom de chaque personne écrite sont nécessaires. Rien de ce que vous avez écrit n’est perdu.";
    private static final String LOOKS_KNOWN =
            "Quelqu’un qui y ressemble est connu du service. Regardez d’abord ; pour chacune qui n’est pas la même personne, cochez-le.";

    private final Viewer viewer;
    private final KnownHouseholds known;
    private final OpenHousehold opening;
    private final NewDossierPages pages;
    private final Communes communes;
    private final Organisations organisations;
    private final Html html;

    NewDossierController(
            Viewer viewer,
            KnownHouseholds known,
            OpenHousehold opening,
            NewDossierPages pages,
            Communes communes,
            Organisations organisations,
            Html html) {
        this.viewer = viewer;
        this.known = known;
        this.opening = opening;
        this.pages = pages;
        this.communes = communes;
        this.organisations = organisations;
        this.html = html;
    }

    @Get
    HttpResponse<String> begin(WebSession session) {
        return html.ok(TEMPLATE, pages.search(session, NewDossierForm.EMPTY, ""));
    }

    /** After a dossier was opened for a team that is not the viewer's. */
    @Get("/suivant")
    HttpResponse<String> next(WebSession session) {
        return html.ok(TEMPLATE, pages.next(session));
    }

    @Post("/recherche")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> search(WebSession session, @Body Map<String, String> fields) {
        NewDossierForm form = new NewDossierForm(fields);
        Optional<PersonSketch> sought = form.sought();
        if (sought.isEmpty() || form.text(NewDossierForm.COMMUNE).isEmpty()) {
            return html.of(HttpStatus.BAD_REQUEST, TEMPLATE, pages.search(session, form, NO_NAME));
        }
        return html.ok(TEMPLATE, pages.found(session, form, like(session, sought.stream()), ""));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> open(WebSession session, @Body Map<String, String> fields) {
        NewDossierForm form = new NewDossierForm(fields);
        Optional<NewDossier> wanted = form.wanted(
                communes.of(session.organisation()), organisations.today(session.organisation(), viewer.now()));
        if (wanted.isEmpty()) {
            return again(session, form, like(session, form.sought().stream()), MISSING);
        }
        NewDossier dossier = wanted.get();
        return switch (opening.open(session, viewer.actor(session), dossier, viewer.now())) {
            case OpenHousehold.Opened opened ->
                HttpResponse.seeOther(URI.create(opened.seenByOpener() ? "/dossiers/" + dossier.id() : NEXT));
            case OpenHousehold.LooksKnown alike -> again(session, form, alike.known(), LOOKS_KNOWN);
            case OpenHousehold.Refused refused ->
                again(
                        session,
                        form,
                        like(session, dossier.sketches()),
                        Words.of(refused.reason()) + " " + wrong(dossier) + Words.advice(refused.reason()));
        };
    }

    /** What does not stand, field by field; empty where every value does. */
    private static String wrong(NewDossier dossier) {
        return dossier.violations().stream()
                .map(violation -> Words.field(violation.field()) + " : " + Words.of(violation.code()) + ". ")
                .distinct()
                .collect(Collectors.joining());
    }

    /** Nothing is typed again. */
    private HttpResponse<String> again(
            WebSession session, NewDossierForm form, List<KnownHouseholds.Known> known, String message) {
        return html.of(HttpStatus.UNPROCESSABLE_ENTITY, TEMPLATE, pages.found(session, form, known, message));
    }

    private List<KnownHouseholds.Known> like(WebSession session, Stream<PersonSketch> sought) {
        return known.like(viewer.actor(session), session.worker(), sought, viewer.now());
    }
}
