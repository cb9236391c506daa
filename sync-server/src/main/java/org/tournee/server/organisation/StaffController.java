package org.tournee.server.organisation;

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
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tournee.organisation.Role;
import org.tournee.organisation.TeamId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.FormFields;
import org.tournee.server.page.Html;
import org.tournee.server.web.Viewer;
import org.tournee.server.web.Words;

/** The service as lists, and who has an account in it. Rules: R-BO, R-SHARE. */
@Controller("/service")
@Secured("ADMINISTRATOR")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class StaffController {

    private static final String TEMPLATE = "organisation/worker";
    private static final FormFields NEW = new FormFields(
            Map.of(ServicePages.TIME, "100", ServicePages.ACTIVE, "oui", ServicePages.ROLE + "SOCIAL_WORKER", "oui"));

    private final Viewer viewer;
    private final Staff staff;
    private final ServicePages pages;
    private final Html html;

    StaffController(Viewer viewer, Staff staff, ServicePages pages, Html html) {
        this.viewer = viewer;
        this.staff = staff;
        this.pages = pages;
        this.html = html;
    }

    @Get
    HttpResponse<String> all(WebSession session) {
        return html.ok("organisation/service", pages.all(session));
    }

    @Get("/intervenants/nouveau")
    HttpResponse<String> begin(WebSession session) {
        return html.ok(TEMPLATE, pages.worker(session, UUID.randomUUID(), true, NEW, ""));
    }

    @Get("/intervenants/{worker}")
    HttpResponse<String> show(WebSession session, @PathVariable UUID worker) {
        Member member = staff.find(session.organisation(), new WorkerId(worker))
                .orElseThrow(() -> ServiceProblems.unknown("Ce compte n’existe pas."));
        return html.ok(TEMPLATE, pages.worker(session, worker, false, ServicePages.fields(member), ""));
    }

    @Post("/intervenants/{worker}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> write(WebSession session, @PathVariable UUID worker, @Body Map<String, String> sent) {
        FormFields form = new FormFields(sent);
        Optional<Member> known = staff.find(session.organisation(), new WorkerId(worker));
        Member wanted = new Member(
                new WorkerId(worker),
                known.map(Member::login).orElseGet(() -> form.text(ServicePages.LOGIN)),
                form.text(ServicePages.NAME),
                roles(form),
                (int) form.number(ServicePages.TIME),
                form.id(ServicePages.TEAM).map(TeamId::new).orElse(null),
                !form.text(ServicePages.ACTIVE).isEmpty(),
                form.text(ServicePages.MAILBOX),
                form.number(ServicePages.REV));
        Staff.Result result = staff.write(
                viewer.actor(session),
                session.worker(),
                wanted,
                sent.getOrDefault(ServicePages.PASSWORD, ""),
                viewer.now());
        return result == Staff.Result.DONE
                ? HttpResponse.seeOther(URI.create("/service"))
                : html.of(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        TEMPLATE,
                        again(session, wanted, known.isEmpty(), result, form));
    }

    /**
     * What was typed; where somebody else wrote meanwhile, what stands now, with what was typed beside it: it is looked at
     * before it is written over.
     */
    private ServicePage.WorkerForm again(
            WebSession session, Member wanted, boolean isNew, Staff.Result result, FormFields typed) {
        String message = Words.of(result) + " " + Words.advice(result);
        return Optional.of(result)
                .filter(Staff.Result.MEANWHILE::equals)
                .flatMap(meanwhile -> staff.find(session.organisation(), wanted.id()))
                .map(now -> pages.meanwhile(session, now, typed, message))
                .orElseGet(() -> pages.worker(
                        session,
                        wanted.id().value(),
                        isNew,
                        typed.with(ServicePages.LOGIN, wanted.login()), // that of an account is in no form
                        message));
    }

    private static Set<Role> roles(FormFields form) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values())
                .filter(role -> !form.text(ServicePages.ROLE + role.name()).isEmpty())
                .forEach(roles::add);
        return roles;
    }
}
