package io.heliograph.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.heliograph.kernel.Commitment;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the first hour of a new installation looks like, in Chromium against the built product: the administrator's link,
 * the wizard, an invitation, a picture made, found, understood and deleted, and the account's own page. The methods are
 * stations of one walk, in this order.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstPictureInBrowserTest {
    private static final String ADMINISTRATOR = "ada@example.org";
    private static final String PERSON = "bea@example.org";
    private static final String PASSWORD = "a lantern by the harbour";
    private static final String PROMPT = "A lighthouse above a stormy sea at dusk";
    private static final double LIMIT_MILLIS = 60_000;

    @RegisterExtension
    final TestWatcher pictures = new TestWatcher() {
        @Override
        public void testFailed(org.junit.jupiter.api.extension.ExtensionContext context, Throwable cause) {
            Path folder = Path.of("target", "browser");
            String station = context.getRequiredTestMethod().getName();
            people().forEach((name, visitor) -> visitor.picture(folder.resolve(station + "-" + name + ".png")));
        }
    };

    private final Set<String> kept = new TreeSet<>();
    private @Nullable Service started;
    private @Nullable Browser opened;
    private @Nullable Visitor administrator;
    private @Nullable Visitor person;
    private String invitation = "";

    @BeforeAll
    void start(@TempDir Path temporary) {
        PlaywrightAssertions.setDefaultAssertionTimeout(LIMIT_MILLIS);
        Service service = Service.start(temporary.resolve("data"));
        Browser browser = Browser.start();
        started = service;
        opened = browser;
        administrator = browser.visitor(service.address());
        person = browser.visitor(service.address());
    }

    @AfterAll
    void stop() {
        if (opened != null) {
            opened.close();
        }
        if (started != null) {
            started.close();
        }
    }

    @Test
    @Order(1)
    void theLinkFromTheTerminalMakesTheAdministratorAndTheWizardLeadsToTheStudio() {
        Visitor ada = ada();
        ada.open("/setup#" + service().adminToken());
        ada.nothingWrong();
        ada.signWith(ADMINISTRATOR, PASSWORD, "Make the account");
        for (String step : List.of("Who may use it", "Test the plugins", "How long to keep")) {
            assertThat(ada.heading(step)).isVisible();
            if (step.equals("Test the plugins")) {
                Locator all = ada.button("Test");
                assertThat(all.first()).isVisible();
                all.first().click();
                assertThat(ada.page().getByText(Pattern.compile("^Works"))).isVisible();
            }
            ada.nothingWrong();
            ada.button("Go on").click();
        }
        assertThat(ada.heading("Look it over")).isVisible();
        ada.nothingWrong();
        ada.button("Open the studio").click();
        assertThat(ada.studio()).isVisible();
        ada.nothingWrong();
        assertThat(URI.create(ada.page().url()).getFragment())
                .as("the token has left the address")
                .isNull();
    }

    @Test
    @Order(2)
    void theAdministratorInvitesSomebodyAndSignsOut() {
        Visitor ada = ada();
        for (String page : List.of("/admin", "/admin/plugins", "/admin/people", "/admin/mails", "/admin/settings")) {
            ada.open(page);
            assertThat(ada.page().locator("#main h1").first()).isVisible();
            ada.nothingWrong();
        }
        ada.open("/admin/invites");
        ada.button("Invite somebody").click();
        ada.button("Make the link").click();
        Locator link = ada.field("The link");
        assertThat(link).hasValue(Pattern.compile("/invite#"));
        invitation = URI.create(link.inputValue()).getFragment();
        ada.nothingWrong();
        ada.signOut();
        ada.nothingWrong();
        ada.open("/library");
        ada.page().waitForURL(Pattern.compile("/sign-in"));
    }

    @Test
    @Order(3)
    void thePersonWhoWasInvitedMakesAnAccount() {
        Visitor bea = bea();
        bea.open("/");
        bea.page().waitForURL(Pattern.compile("/sign-in"));
        bea.nothingWrong();
        bea.open("/invite#" + invitation);
        bea.signWith(PERSON, PASSWORD, "Make the account");
        assertThat(bea.studio()).isVisible();
        bea.nothingWrong();
    }

    @Test
    @Order(4)
    @Commitment({"U1", "K1"})
    void aPromptBecomesAPictureThatIsFoundUnderstoodDeletedAndGoneFromTheDisk() {
        Visitor bea = bea();
        List<Path> before = StoredFiles.of(service().data());
        bea.field("Your prompt").fill(PROMPT);
        bea.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Create")))
                .click();
        Locator card = bea.page()
                .getByRole(
                        AriaRole.ARTICLE,
                        new Page.GetByRoleOptions().setName(PROMPT).setExact(true));
        assertThat(card).isVisible();
        Locator picture = bea.page().locator("figure.pic img").first();
        assertThat(picture).isVisible();
        assertThat(picture).hasJSProperty("complete", true);
        assertThat(bea.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(PROMPT)))
                .isVisible();
        bea.nothingWrong();

        bea.go("Library");
        bea.page().locator("[data-asset]").first().click();
        Locator details = bea.page().getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("Details"));
        assertThat(details.getByText("Not listed, not searchable, no open links."))
                .isVisible();
        assertThat(details.getByText("Nothing of it left this server.")).isVisible();
        assertThat(details.getByText(Pattern.compile("^Until .*\\d{4}"))).isVisible();
        assertThat(details.getByText(PROMPT)).isVisible();
        bea.nothingWrong();
        assertThat(StoredFiles.of(service().data())).hasSizeGreaterThan(before.size());

        delete(bea, details);
        bea.button("Undo").click();
        assertThat(bea.page().getByText("1 item is back")).isVisible();
        bea.page().locator("[data-asset]").first().click();
        delete(bea, details);
        assertThat(bea.page().locator("[data-asset]")).hasCount(0);
        bea.nothingWrong();
        await("the files are gone from the disk")
                .atMost(Duration.ofSeconds(90))
                .untilAsserted(
                        () -> assertThat(StoredFiles.of(service().data())).containsExactlyInAnyOrderElementsOf(before));
    }

    @Test
    @Order(5)
    @Commitment("K4")
    void theAccountShowsDevicesAndEndsOneMakesAKeyAndKeepsLanguageAndLook() {
        Visitor bea = bea();
        try (Visitor elsewhere = browser().visitor(service().address())) {
            elsewhere.open("/sign-in");
            elsewhere.signWith(PERSON, PASSWORD, "Sign in");
            assertThat(elsewhere.studio()).isVisible();
            bea.go("Account");
            Locator devices = bea.page().locator("#devices tbody tr");
            assertThat(devices).hasCount(2);
            assertThat(devices.filter(new Locator.FilterOptions().setHasText("This one")))
                    .hasCount(1);
            devices.getByRole(AriaRole.BUTTON).click();
            assertThat(devices).hasCount(1);
            elsewhere.go("Library");
            elsewhere.page().waitForURL(Pattern.compile("/sign-in"));
            kept.addAll(elsewhere.everKept());
        }
        bea.button("New key").first().click();
        bea.field("Name").fill("Krita plugin");
        bea.button("Make the key").click();
        Locator shownOnce = bea.field("The new key");
        assertThat(shownOnce).hasValue(Pattern.compile("^hg_"));
        String key = shownOnce.inputValue();
        assertThat(service().api().withKey(key).get("/api/v1/models").status()).isEqualTo(200);
        bea.button("I have it").click();
        assertThat(shownOnce).hasCount(0);
        bea.page().reload();
        assertThat(bea.page().getByText("Krita plugin")).isVisible();
        assertThat(bea.page().content()).as("the key is never shown again").doesNotContain(key);
        bea.nothingWrong();

        bea.field("Language").selectOption("de");
        assertThat(bea.heading("Konto")).isVisible();
        assertThat(bea.page().locator("html")).hasAttribute("lang", "de");
        bea.page()
                .getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Dunkel"))
                .check(new Locator.CheckOptions().setForce(true));
        assertThat(bea.page().locator("html")).hasAttribute("data-mantine-color-scheme", "dark");
        bea.open("/privacy");
        assertThat(bea.page().locator("html")).hasAttribute("lang", "de");
        assertThat(bea.page().locator("html")).hasAttribute("data-mantine-color-scheme", "dark");
        assertThat(bea.page().getByText("Hält dich angemeldet").first()).isVisible();
        bea.nothingWrong();
        kept.addAll(bea.everKept());
        assertThat(kept).as("all that the privacy page declares, and no more").isEqualTo(bea.declared());
    }

    private static void delete(Visitor visitor, Locator details) {
        details.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete this picture"))
                .click();
        assertThat(visitor.page().getByText("1 item deleted").last()).isVisible();
        assertThat(visitor.button("Undo").last()).isVisible();
    }

    private Service service() {
        return Objects.requireNonNull(started);
    }

    private Browser browser() {
        return Objects.requireNonNull(opened);
    }

    private Visitor ada() {
        return Objects.requireNonNull(administrator);
    }

    private Visitor bea() {
        return Objects.requireNonNull(person);
    }

    private Map<String, Visitor> people() {
        return Map.of("administrator", ada(), "person", bea());
    }
}
