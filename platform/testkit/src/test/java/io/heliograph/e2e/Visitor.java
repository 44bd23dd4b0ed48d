package io.heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * One person at a browser. What goes wrong behind the pages is noted and asked for at every stop: a thrown error, anything
 * that the console shows as an error (violations of the content security policy among it), a request to another origin,
 * anything kept in the browser that the privacy page does not declare (K4).
 */
final class Visitor implements AutoCloseable {
    private static final double LIMIT_MILLIS = 60_000;
    private static final String KEPT_IN_THE_PAGE = """
            async () => [
              ...Object.keys(localStorage).map((key) => `localStorage ${key}`),
              ...Object.keys(sessionStorage).map((key) => `sessionStorage ${key}`),
              ...(await indexedDB.databases()).map((base) => `indexedDB ${base.name}`),
              ...(await caches.keys()).map((name) => `cache ${name}`),
              ...(await navigator.serviceWorker.getRegistrations()).map((worker) => `worker ${worker.scope}`),
            ]""";

    private final URI address;
    private final BrowserContext profile;
    private final Page page;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> everKept = new TreeSet<>();

    Visitor(com.microsoft.playwright.Browser chromium, URI address) {
        this.address = address;
        this.profile = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale("en-GB")
                .setViewportSize(1440, 900));
        profile.setDefaultTimeout(LIMIT_MILLIS);
        profile.onWebError(error -> faults.add("thrown: " + error.error()));
        profile.onConsoleMessage(this::console);
        profile.onRequest(request -> {
            if (!request.url().startsWith(address + "/") && !request.url().matches("(blob|data):.*")) {
                faults.add("left the origin: " + request.url());
            }
        });
        this.page = profile.newPage();
    }

    private void console(ConsoleMessage message) {
        if (message.type().equals("error") || message.text().contains("Content Security Policy")) {
            faults.add("console: " + message.text() + " (" + message.location() + ")");
        }
    }

    Page page() {
        return page;
    }

    /** Opens a path of the service, as a link in a mail or a bookmark does. */
    void open(String path) {
        page.navigate(address + path);
    }

    Locator heading(String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** The studio's form, the first thing of it that can be used. */
    Locator studio() {
        return page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Make something"));
    }

    /** Goes by the side bar. */
    void go(String entry) {
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Main"))
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(entry).setExact(true))
                .click();
    }

    /** Fills in address and password of a form that has both, and sends it. */
    void signWith(String email, String password, String button) {
        field("E-mail").fill(email);
        field("Password").fill(password);
        button(button).click();
    }

    void signOut() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(", your account$")))
                .click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        page.waitForURL(Pattern.compile("/sign-in"));
    }

    /** Says what is kept in the browser now and requires that nothing went wrong on the way here. */
    void nothingWrong() {
        Set<String> kept = new TreeSet<>();
        for (Cookie cookie : profile.cookies()) {
            kept.add("cookie " + cookie.name);
        }
        ((List<?>) page.evaluate(KEPT_IN_THE_PAGE)).forEach(one -> kept.add(String.valueOf(one)));
        everKept.addAll(kept);
        assertThat(declared()).as("kept at %s", page.url()).containsAll(kept);
        assertThat(faults).as("at %s", page.url()).isEmpty();
    }

    /** Everything that was found in this browser at any stop, as "kind name". */
    Set<String> everKept() {
        return Set.copyOf(everKept);
    }

    /** What the privacy page says is kept in a browser, as "kind name". */
    Set<String> declared() {
        JsonNode cookies = new Api(address).get("/api/v1/privacy-page").json().path("cookies");
        return StreamSupport.stream(cookies.spliterator(), false)
                .map(one -> one.path("kind").asText() + " " + one.path("name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A picture of the page as it is, for the one who reads a failure. */
    void picture(java.nio.file.Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    @Override
    public void close() {
        profile.close();
    }
}
