package org.tournee.server.catalogue;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
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
import java.util.function.UnaryOperator;
import org.tournee.rights.CatalogueEdit;
import org.tournee.rights.Right;
import org.tournee.server.access.WebSession;
import org.tournee.server.catalogue.CatalogueDrafts.Standing;
import org.tournee.server.page.Html;
import org.tournee.server.problem.Problem;
import org.tournee.server.web.Viewer;
import org.tournee.server.web.Words;
import org.tournee.sync.CatalogueChecks;

/** The back office edits the catalogue of rights, looks at what changes, and publishes it. Rules: R-CAT, R-BO. */
@Controller("/reference/droits/brouillon")
@Secured("BACK_OFFICE")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class CatalogueController {

    static final String PATH = "/reference/droits/brouillon";

    private static final String CHOOSE = "Choisissez le domaine, et s’il est de droit ou facultatif.";
    private static final String MEANWHILE_RIGHT =
            "Quelqu’un a changé ce droit entre-temps : voici ce qu’il en dit. Enregistrez à nouveau pour garder votre texte.";
    private static final String MEANWHILE =
            "Le brouillon a changé entre-temps : voici où l’on en est. Relisez, puis publiez à nouveau.";

    private final CatalogueDrafts drafts;
    private final CataloguePages pages;
    private final Viewer viewer;
    private final Html html;

    CatalogueController(CatalogueDrafts drafts, CataloguePages pages, Viewer viewer, Html html) {
        this.drafts = drafts;
        this.pages = pages;
        this.viewer = viewer;
        this.html = html;
    }

    @Get
    HttpResponse<String> show(WebSession session) {
        return html.ok("catalogue/draft", pages.draft(session, standing(session), ""));
    }

    @Get("/nouveau")
    HttpResponse<String> begin(WebSession session) {
        standing(session);
        return html.ok("catalogue/right", pages.right(session, new RightForm(Map.of()).typed("", ""), "", List.of()));
    }

    @Get("/droits/{right}")
    HttpResponse<String> open(WebSession session, @PathVariable String right) {
        Standing standing = standing(session);
        Right known = known(standing, right);
        return html.ok(
                "catalogue/right",
                pages.right(
                        session,
                        RightForm.of(known, CatalogueDrafts.digest(standing.edit(), right)),
                        known.name(),
                        List.of()));
    }

    @Post("/droits")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> save(WebSession session, @Body Map<String, String> fields) {
        RightForm form = new RightForm(fields);
        CatalogueEdit edit = standing(session).edit();
        String given = form.text(RightForm.ID);
        String id = given.isEmpty() ? edit.idFor(form.text(RightForm.NAME)) : given;
        Optional<Right> right = form.right(id);
        List<String> wrong = right.map(CatalogueController::wrong).orElseGet(() -> List.of(CHOOSE));
        if (!given.isEmpty()) {
            known(standing(session), given);
        }
        if (!wrong.isEmpty()) {
            return again(session, form.typed(given, form.seen()), wrong);
        }
        return drafts.change(viewer.actor(session), id, form.seen(), now -> now.with(right.orElseThrow()), viewer.now())
                ? HttpResponse.seeOther(URI.create(PATH))
                : meanwhile(session, form, given);
    }

    private HttpResponse<String> meanwhile(WebSession session, RightForm form, String id) {
        CatalogueEdit now = standing(session).edit();
        return html.of(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "catalogue/right",
                pages.right(
                        session,
                        form.typed(id, CatalogueDrafts.digest(now, id)),
                        form.text(RightForm.NAME),
                        List.of(MEANWHILE_RIGHT),
                        now.next().right(id)));
    }

    private HttpResponse<String> again(WebSession session, RightPage.Typed typed, List<String> wrong) {
        return html.of(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "catalogue/right",
                pages.right(session, typed, typed.id().isEmpty() ? "" : typed.name(), wrong));
    }

    private static List<String> wrong(Right right) {
        return CatalogueChecks.of(right).stream()
                .map(violation -> Words.catalogueField(violation.field()) + " : " + Words.of(violation.code()) + ".")
                .toList();
    }

    @Post("/droits/{right}/retrait")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> retire(WebSession session, @PathVariable String right, @Body Map<String, String> fields) {
        return change(session, right, fields, edit -> edit.retired(right));
    }

    @Post("/droits/{right}/maintien")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> keep(WebSession session, @PathVariable String right, @Body Map<String, String> fields) {
        return change(session, right, fields, edit -> edit.kept(right));
    }

    private HttpResponse<?> change(
            WebSession session, String right, Map<String, String> fields, UnaryOperator<CatalogueEdit> change) {
        known(standing(session), right);
        String seen = new RightForm(fields).seen();
        return answered(session, drafts.change(viewer.actor(session), right, seen, change, viewer.now()), PATH);
    }

    @Post("/publication")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> publish(WebSession session, @Body Map<String, String> fields) {
        standing(session);
        String seen = new RightForm(fields).seen();
        return answered(session, drafts.publish(viewer.actor(session), seen, viewer.now()), "/reference/droits");
    }

    @Post("/abandon")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> discard(WebSession session, @Body Map<String, String> fields) {
        standing(session);
        return answered(session, drafts.discard(viewer.actor(session), new RightForm(fields).seen()), PATH);
    }

    private HttpResponse<?> answered(WebSession session, boolean done, String next) {
        return done
                ? HttpResponse.seeOther(URI.create(next))
                : html.of(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "catalogue/draft",
                        pages.draft(session, standing(session), MEANWHILE));
    }

    private Standing standing(WebSession session) {
        return drafts.standing(session.organisation())
                .orElseThrow(() -> Problem.of(
                                HttpStatus.NOT_FOUND, "no-catalogue", "L’organisation n’a pas encore de catalogue.")
                        .asException());
    }

    private static Right known(Standing standing, String right) {
        return standing.edit()
                .next()
                .right(right)
                .orElseThrow(
                        () -> Problem.of(HttpStatus.NOT_FOUND, "unknown-right", "Ce droit n’est pas dans le catalogue.")
                                .asException());
    }
}
