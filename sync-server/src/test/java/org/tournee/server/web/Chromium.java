package org.tournee.server.web;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A real Chromium that looks at pages as people do: in the light on a desk, in the dark on a phone. One window for all of
 * them: another one for each page is another process each time, which took half of a look.
 */
final class Chromium implements AutoCloseable {

    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    private static final Path PICTURES = Path.of("target", "pages");

    private final String address;
    private final Playwright playwright;
    private final Browser browser;
    private final BrowserContext context;
    private final Page page;

    Chromium(String address) {
        this.address = address;
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
        context = browser.newContext();
        page = context.newPage();
    }

    /** How somebody looks at a page: each width and each scheme of colours once, for nothing hangs on both together. */
    enum Look {
        DESK_LIGHT(1280, ColorScheme.LIGHT),
        PHONE_DARK(360, ColorScheme.DARK);

        private final int width;
        private final ColorScheme scheme;

        Look(int width, ColorScheme scheme) {
            this.width = width;
            this.scheme = scheme;
        }
    }

    /**
     * What was found on a page.
     *
     * @param violations of accessibility: the rule and the elements
     * @param overflow by how many pixels it is wider than the screen
     */
    record Found(List<String> violations, int overflow) {}

    /**
     * Looks at a page in every way, and keeps its pictures.
     *
     * @param cookie of somebody signed in, as {@code name=value}; empty for nobody
     */
    Map<Look, Found> look(String name, String path, String cookie) {
        return look(name, path, cookie, page -> {});
    }

    /** The same of what comes after something was done on the page. */
    Map<Look, Found> look(String name, String path, String cookie, Consumer<Page> doing) {
        take(Look.DESK_LIGHT);
        open(path, cookie);
        doing.accept(page);
        Map<Look, Found> found = new EnumMap<>(Look.class);
        for (Look look : Look.values()) {
            take(look);
            found.put(look, look(name + "-" + look.name().toLowerCase(Locale.ROOT)));
        }
        return found;
    }

    private void take(Look look) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN).setColorScheme(look.scheme));
        page.setViewportSize(look.width, 800);
    }

    /** As a browser that was just opened would: nothing of whoever looked before is left. */
    private void open(String path, String cookie) {
        context.clearCookies();
        if (!cookie.isEmpty()) {
            String[] parts = cookie.split("=", 2);
            context.addCookies(List.of(new Cookie(parts[0], parts[1]).setUrl(address)));
        }
        page.navigate(address + path);
    }

    private Found look(String picture) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(picture + ".png"))
                .setFullPage(true)
                .setAnimations(ScreenshotAnimations.DISABLED));
        int wide = (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return new Found(violations(), wide);
    }

    private List<String> violations() {
        return new AxeBuilder(page)
                        .setLegacyMode(true) // no second page for frames: there are none
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(Chromium::said)
                        .toList();
    }

    /** Keeps what the page looks like on paper. */
    void print(String name, String path, String cookie) {
        open(path, cookie);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(794, 1123);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + "-print.png"))
                .setFullPage(true));
    }

    private static String said(Rule rule) {
        return rule.getId() + " "
                + rule.getNodes().stream()
                        .map(node -> String.valueOf(node.getTarget()))
                        .toList();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
