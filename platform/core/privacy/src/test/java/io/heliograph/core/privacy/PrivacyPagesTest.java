package io.heliograph.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.core.privacy.PrivacyPage.CategoryLine;
import io.heliograph.core.privacy.PrivacyPage.Controller;
import io.heliograph.core.privacy.PrivacyPage.CookieLine;
import io.heliograph.core.privacy.PrivacyPage.RecipientLine;
import io.heliograph.core.testing.TestDatabase;
import io.heliograph.host.InstanceStatus;
import io.heliograph.host.Instances;
import io.heliograph.host.PluginStatus;
import io.heliograph.host.config.HostPattern;
import io.heliograph.host.config.Manifest;
import io.heliograph.host.config.PluginKind;
import io.heliograph.host.config.Recipient;
import io.heliograph.host.config.SpiRange;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.InstanceId;
import io.heliograph.policy.retention.EraseRule;
import io.heliograph.policy.retention.Keep;
import io.heliograph.policy.retention.RetentionPeriods;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Commitment({"T1", "T2", "R1"})
class PrivacyPagesTest {
    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private static final Controller OPERATOR = new Controller(
            "Example Pictures",
            "1 Example Street",
            "privacy@example.org",
            Optional.empty(),
            "DE",
            Optional.of("German"));
    private static final Recipient CLOUD = new Recipient(
            "Cloud Pictures Ltd",
            "US",
            Recipient.Role.PROCESSOR,
            Optional.of("SCC"),
            "30 days",
            Recipient.TrainsOnInput.UNKNOWN,
            Optional.empty(),
            Optional.empty());

    private RetentionPeriods periods = RetentionPeriods.defaults();
    private Optional<Controller> operator = Optional.of(OPERATOR);
    private List<Recipient> recipients = List.of(CLOUD);
    private boolean stays;
    private final PrivacyPages pages = new PrivacyPages(
            db.tx(),
            db.clock(),
            db.record().inventory(),
            running(),
            () -> new PrivacyPages.Terms(
                    operator,
                    "invite",
                    periods,
                    EraseRule.defaults(),
                    List.of(new CookieLine("__Host-session", "cookie", "session", "session", false))));

    @Test
    void saysWhatIsKeptFromTheSchemaItself() {
        CategoryLine disclosures = line(pages.current(), DataCategory.DISCLOSURE);
        assertThat(disclosures.fields()).contains("disclosure.recipients", "disclosure.categories");
        assertThat(disclosures.keptDays()).hasValue(365);
        assertThat(disclosures.onErasure()).isEqualTo("erase");
        assertThat(disclosures.purposes()).isEmpty();
    }

    @Test
    void saysWhoGetsWhat() {
        RecipientLine cloud = pages.current().recipients().getFirst();
        assertThat(cloud.instance()).isEqualTo(new InstanceId("cloud-main"));
        assertThat(cloud.recipient()).hasValue(CLOUD);
        assertThat(cloud.categories()).containsExactly(DataCategory.PROMPT);
        assertThat(cloud.hosts()).containsExactly("api.cloud.example");
        assertThat(cloud.local()).isFalse();
    }

    @Test
    void namesNobodyWhereTheConfigurationLeadsToALocalEngineOnly() {
        stays = true;
        RecipientLine line = pages.current().recipients().getFirst();
        assertThat(line.recipient()).isEmpty();
        assertThat(line.hosts()).isEmpty();
        assertThat(line.local()).isTrue();
    }

    @Test
    void namesNoControllerThatTheOperatorDidNotGive() {
        operator = Optional.empty();
        assertThat(pages.current().controller()).isEmpty();
    }

    @Test
    void aNewWordingHasANewVersionWithItsDate() {
        PrivacyPage before = pages.current();
        Instant first = before.validSince();
        db.clock().advance(Duration.ofDays(1));
        assertThat(pages.current().version()).isEqualTo(before.version());
        assertThat(pages.current().validSince()).isEqualTo(first);

        periods = periods.with(DataCategory.DISCLOSURE, Keep.days(10));
        PrivacyPage after = pages.current();

        assertThat(after.version()).isNotEqualTo(before.version());
        assertThat(after.validSince()).isEqualTo(db.clock().instant());
        assertThat(pages.versions()).containsKeys(before.version(), after.version());
    }

    @Test
    void theRecordOfActivitiesComesFromTheSameFacts() {
        ProcessingRecord.Activity generation = ProcessingRecord.of(pages.current()).activities().stream()
                .filter(activity -> activity.purpose().equals("generation"))
                .findFirst()
                .orElseThrow();
        assertThat(generation.recipients()).containsExactly("cloud-main: Cloud Pictures Ltd (US)");
        assertThat(generation.categories())
                .containsExactly(DataCategory.PROMPT, DataCategory.RESULT, DataCategory.UPLOAD);

        recipients = List.of();
        assertThat(pages.current().recipients().getFirst().recipient()).isEmpty();
    }

    private static CategoryLine line(PrivacyPage page, DataCategory category) {
        return page.categories().stream()
                .filter(one -> one.category() == category)
                .findFirst()
                .orElseThrow();
    }

    /** Only what the page asks for. */
    private Instances running() {
        return (Instances) Proxy.newProxyInstance(
                Instances.class.getClassLoader(),
                new Class<?>[] {Instances.class},
                (_, method, _) -> switch (method.getName()) {
                    case "plugins" ->
                        List.of(new PluginStatus(
                                "cloud.jar",
                                "provider-cloud",
                                "1",
                                false,
                                PluginStatus.State.LOADED,
                                Optional.of(manifest()),
                                "",
                                ""));
                    case "instances" ->
                        List.of(new InstanceStatus(
                                new InstanceId("cloud-main"),
                                "provider-cloud",
                                Optional.of(PluginKind.PROVIDER),
                                Optional.empty(),
                                List.of(),
                                0,
                                stays));
                    default -> throw new IllegalStateException(method.getName());
                });
    }

    private Manifest manifest() {
        return new Manifest(
                "provider-cloud",
                "1",
                "Cloud pictures",
                SpiRange.parse("0.1").orElseThrow(),
                Set.of(PluginKind.PROVIDER),
                List.of(),
                recipients,
                HostPattern.parse("api.cloud.example").stream().toList(),
                Set.of(DataCategory.PROMPT),
                Set.of(),
                2);
    }
}
