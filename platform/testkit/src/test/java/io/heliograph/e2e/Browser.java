package io.heliograph.e2e;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import io.heliograph.rules.Repository;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The system's Chromium, driven by Playwright. Nothing is downloaded: the program is what {@code ./heliograph test} found
 * and names in {@code HELIOGRAPH_CHROMIUM}, and the driver's Node is what {@code src/test/node/install.sh} found.
 */
final class Browser implements AutoCloseable {
    private static final List<String> USUAL_PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    static Browser start() {
        Path node = Repository.root().resolve("platform/testkit/target/node/node");
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_NODEJS_PATH", node.toString(), "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        // No sandbox: it needs name spaces that containers and root do not give. What is visited is ours.
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                .setExecutablePath(program())
                .setArgs(List.of("--no-sandbox", "--disable-background-networking", "--disable-dev-shm-usage"));
        return new Browser(playwright, playwright.chromium().launch(options));
    }

    private static Path program() {
        return Stream.concat(Stream.ofNullable(System.getenv("HELIOGRAPH_CHROMIUM")), USUAL_PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "Chromium is missing. Install the package chromium, or name the program in HELIOGRAPH_CHROMIUM."));
    }

    /** A person who was never here: a browser profile of their own, in English. */
    Visitor visitor(URI address) {
        return new Visitor(chromium, address);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
