package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tournee.organisation.Role;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;

/** Coming in, staying in, going out; and what is refused whoever asks. Rule: R-SHARE. */
class SessionPagesTest extends WebTest {

    /** Their rules are in the configuration: the first is public, the second the technical administrator's. */
    private static final Set<String> MANAGEMENT = Set.of("/health", "/health/{selector}", "/prometheus");

    @Inject
    Router router;

    @Test
    void aStrangerIsSentToSignInAndThenToThePageTheyWanted() {
        Browser.Page sent = browser().get("/equipe");

        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.location()).isEqualTo("/connexion?suite=%2Fequipe");
        Map<String, String> form = Map.of("login", "login-" + head, "password", PASSWORD, "suite", "/equipe");
        assertThat(browser().post("/connexion", form, Map.of()).location()).isEqualTo("/equipe");
    }

    @Test
    void nobodyIsSentToAnotherSiteAfterSigningIn() {
        for (String elsewhere : List.of("//evil.example", "https://evil.example", "/\\evil.example", "/a?b")) {
            Map<String, String> form = Map.of("login", "login-" + head, "password", PASSWORD, "suite", elsewhere);
            assertThat(browser().post("/connexion", form, Map.of()).location()).isEqualTo("/");
        }
    }

    @Test
    void aWrongPasswordIsToldPlainlyAndTheLoginStays() {
        Browser.Page page = browser()
                .post("/connexion", Map.of("login", "login-" + head, "password", "faux", "suite", "/"), Map.of());

        assertThat(page.status()).isEqualTo(401);
        assertThat(page.html()).contains("L’identifiant ou le mot de passe ne convient pas.", "login-" + head);
        assertThat(page.html()).doesNotContain("faux\"");
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() {
        Browser.Page page = browser()
                .post("/connexion", Map.of("login", "login-" + head, "password", PASSWORD, "suite", "/"), Map.of());

        assertThat(page.header("set-cookie")).containsIgnoringCase("HttpOnly").contains("SameSite=Strict");
    }

    @Test
    void signingOutEndsTheSessionForGood() {
        Browser browser = browser(head);
        browser.get("/equipe");
        String cookie = browser.cookie();

        assertThat(browser.submit("/deconnexion", Map.of()).location()).isEqualTo("/connexion");
        assertThat(cookie).isNotEqualTo(browser.cookie());
        assertThat(browser.get("/equipe").status()).isEqualTo(303);
    }

    @Test
    void aSessionEndsAfterAnHourWithoutAPage() {
        Browser browser = browser(head);
        clock.advance(Duration.ofMinutes(59));
        assertThat(browser.get("/equipe").status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(61));

        assertThat(browser.get("/equipe").status()).isEqualTo(303);
    }

    @Test
    void whoIsNoLongerActiveIsOutAtOnce() {
        Browser browser = browser(head);
        service.bean(Database.class)
                .write(connection ->
                        Sql.change(connection, "update worker set active = false where worker_id = ?", head));

        assertThat(browser.get("/equipe").status()).isEqualTo(303);
    }

    @Test
    void everyFormNeedsTheTokenOfThePageThatShowedIt() {
        Browser browser = browser(head);
        List<String> forms = router.uriRoutes()
                .filter(route -> route.getHttpMethodName().equals("POST"))
                .map(route -> route.getUriMatchTemplate().toPathString())
                .filter(path -> !path.startsWith("/auth") && !path.startsWith("/sync") && !path.equals("/connexion"))
                .map(path -> path.replaceAll("\\{[^}]*}", dossier.toString()))
                .toList();

        assertThat(forms).isNotEmpty();
        for (String form : forms) {
            assertThat(browser.post(form, Map.of("csrf", "faux"), Map.of()).status())
                    .as(form)
                    .isEqualTo(403);
        }
    }

    @Test
    void aFormOfAnotherSiteIsRefusedEvenWithTheToken() {
        Browser browser = browser(head);
        browser.get("/equipe");

        Browser.Page page =
                browser.post("/deconnexion", Map.of("csrf", browser.csrf()), Map.of("Sec-Fetch-Site", "cross-site"));

        assertThat(page.status()).isEqualTo(403);
        assertThat(browser.get("/equipe").status()).isEqualTo(200);
    }

    @Test
    void everyRouteSaysWhoMayUseItAndOnlyTheseArePublic() {
        List<UriRouteInfo<?, ?>> routes = router.uriRoutes().collect(Collectors.<UriRouteInfo<?, ?>>toList());
        Set<String> open = routes.stream()
                .filter(route ->
                        !MANAGEMENT.contains(route.getUriMatchTemplate().toPathString()))
                .filter(SessionPagesTest::isPublic)
                .map(route -> route.getHttpMethodName() + " "
                        + route.getUriMatchTemplate().toPathString())
                .collect(Collectors.toSet());

        assertThat(routes).hasSizeGreaterThan(15);
        assertThat(open)
                .containsOnly(
                        "POST /auth/v1/enrol",
                        "POST /auth/v1/recover",
                        "POST /auth/v1/refresh",
                        "POST /sync/v1/door", // opened by the signature of the stream, and lets nothing out
                        "GET /connexion",
                        "HEAD /connexion",
                        "POST /connexion",
                        "GET /openapi",
                        "HEAD /openapi");
    }

    private static boolean isPublic(UriRouteInfo<?, ?> route) {
        String[] rules = route.getAnnotationMetadata().stringValues("io.micronaut.security.annotation.Secured");
        assertThat(rules).as(route.toString()).isNotEmpty();
        return rules[0].equals("isAnonymous()");
    }

    @Test
    void theBrowsersCookieMeansNothingToTheApi() {
        Browser browser = browser(referent);

        assertThat(browser.post("/auth/v1/sign-out", Map.of(), Map.of()).status())
                .isIn(401, 406, 415);
        assertThat(browser.get("/sync/v1/session").status()).isIn(401, 406);
    }

    @Test
    void theDirectionOpensNoDossierAndTheTechnicalAccountNothing() {
        assertThat(browser(direction).get("/dossiers/" + dossier).status()).isEqualTo(403);
        Browser technical = browser(worker("Tom Petit", Role.ADMINISTRATOR));
        assertThat(technical.get("/dossiers").status()).isEqualTo(403);
        assertThat(technical.get("/").location()).isEqualTo("/a-traiter");
        assertThat(technical.get("/prometheus").status()).isEqualTo(401);
    }

    @Test
    void pagesRunNothingAndShowNowhereElse() {
        Browser.Page page = browser(head).get("/equipe");

        assertThat(page.header("content-security-policy")).contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(page.header("x-frame-options")).isEqualTo("DENY");
        assertThat(page.header("cache-control")).isEqualTo("no-store");
        assertThat(page.html()).doesNotContain("<script", "style=\"", "http://", "https://");
    }

    @Test
    void whatIsNotThereHasAPlainPage() {
        Browser.Page page = browser(head).get("/nulle-part");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.html()).contains("Cette adresse ne mène à rien.");
    }
}
