package org.tournee.endtoend;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tournee.dossier.DossierId;

/** A real Chromium on the pages of the back office. */
public final class Browser implements AutoCloseable {

    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;
    private final Page page;
    private final URI server;
    private final Pictures pictures;

    public Browser(URI server, Pictures pictures) {
        this.server = server;
        this.pictures = pictures;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Path executable = PLACES.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No Chromium: apt-get install chromium"));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setChromiumSandbox(false)
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
        page = browser.newPage(new com.microsoft.playwright.Browser.NewPageOptions().setViewportSize(1280, 860));
    }

    public void signIn(Demo.Account account, String password) {
        page.navigate(server.resolve("/connexion").toString());
        picture("bureau-connexion");
        page.fill("[data-test=login]", account.login());
        page.fill("[data-test=password]", password);
        page.click("[data-test=sign-in]");
        page.waitForURL(url -> !url.contains("/connexion"));
    }

    public void open(String path) {
        page.navigate(server.resolve(path).toString());
    }

    /** Opens the conflict of that dossier out of the list, and keeps the variant of somebody. */
    public void settle(DossierId dossier, String author) {
        open("/a-traiter");
        picture("bureau-a-traiter");
        page.locator("[data-test=conflict-row] a[href*='" + dossier + "']")
                .first()
                .click();
        page.waitForSelector("[data-test=variant]");
        picture("bureau-divergence");
        page.locator("[data-test=variant]", new Page.LocatorOptions().setHasText(author))
                .locator("[data-test=keep]")
                .click();
        page.waitForSelector("[data-test=settled]");
        picture("bureau-divergence-tranchee");
    }

    /** With usual spaces, as texts are written. */
    public String text() {
        return page.innerText("body").replace('\u00A0', ' ');
    }

    public void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(pictures.next(name)));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
