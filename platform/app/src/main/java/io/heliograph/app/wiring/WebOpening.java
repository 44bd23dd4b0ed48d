package io.heliograph.app.wiring;

import io.heliograph.app.config.Configuration;
import io.heliograph.core.account.ApiKeys;
import io.heliograph.core.account.BrowserSessions;
import io.heliograph.core.database.StartProblem;
import io.heliograph.core.generation.GenerationRoom;
import io.heliograph.core.library.LibraryRoom;
import io.heliograph.core.privacy.PrivacyPage;
import io.heliograph.core.privacy.PrivacyPages;
import io.heliograph.web.PolicyAdmission;
import io.heliograph.web.WebDependencies;
import io.heliograph.web.WebServer;
import io.heliograph.web.WebSettings;
import io.heliograph.web.api.ApiHandlers;
import io.heliograph.web.contract.ContractLoading;
import io.heliograph.web.edge.Cidr;
import io.heliograph.web.edge.Tls;
import io.heliograph.web.join.CoreAccounts;
import io.heliograph.web.join.CoreAssets;
import io.heliograph.web.join.CoreAuthenticator;
import io.heliograph.web.join.CoreKeys;
import io.heliograph.web.join.CoreMails;
import io.heliograph.web.join.CorePeople;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The web with everything it calls. */
final class WebOpening implements AutoCloseable {
    private static final Duration LAST_REQUESTS = Duration.ofSeconds(10);

    private final WebServer server;

    WebOpening(
            Office office,
            LibraryRoom library,
            GenerationRoom generation,
            ErasureOpening erasure,
            Path uploads,
            ContractLoading contract) {
        HealthChecks checks = new HealthChecks(office);
        BrowserSessions sessions = office.accounts().sessions();
        ApiKeys keys = office.accounts().apiKeys();
        ApiHandlers.Services services = new ApiHandlers.Services(
                new CoreAccounts(
                        office.accounts(),
                        office::accountSettings,
                        () -> OptionalInt.of((int) office.configuration()
                                .duration("retention.access")
                                .toDays()),
                        office.clock()),
                new CoreKeys(keys),
                new CorePeople(office.accounts(), library::shelved, office.clock()),
                new CoreAssets(
                        library.library(),
                        office.pipeline(),
                        uploads,
                        person -> Optional.of(office.plans().planOf(person).code()),
                        () -> office.configuration().duration("retention.notice"),
                        office.clock()),
                new PrivacyJoin(office, privacyPages(office)),
                new ErasureJoin(erasure.accounts(), office.accounts(), office.links()::erasureReceipt),
                new OperationsJoin(office, checks),
                new CoreMails(office.accounts().outbox()),
                generation.service(),
                office.ledger(),
                (wish, person, credits) -> office.billing().grant(wish, person, credits),
                office.record().events(),
                office.record().bus(),
                office.record().audit(),
                new CoreAuthenticator(sessions, keys),
                office.clock(),
                office.address().configured(),
                office.version());
        this.server = new WebServer(
                settings(office.configuration(), office.dataFolder()),
                new WebDependencies(
                        office.vertx(),
                        office.record().ids(),
                        services,
                        new PolicyAdmission(office.gates()),
                        library.links(),
                        checks::notReady,
                        WebOpening.class.getClassLoader(),
                        List.of()),
                contract);
    }

    private static PrivacyPages privacyPages(Office office) {
        return new PrivacyPages(
                office.record().tx(),
                office.clock(),
                office.record().inventory(),
                office.instances(),
                () -> terms(office.configuration()));
    }

    /** What the operator says now. */
    private static PrivacyPages.Terms terms(Configuration configuration) {
        Optional<PrivacyPage.Controller> controller = configuration
                .optionalText("operator.legal-name")
                .map(name -> new PrivacyPage.Controller(
                        name,
                        configuration.optionalText("operator.address").orElse(""),
                        configuration.optionalText("operator.contact").orElse(""),
                        configuration.optionalText("operator.representative"),
                        configuration.optionalText("operator.country").orElse(""),
                        configuration.optionalText("operator.governing-law")));
        return new PrivacyPages.Terms(
                controller,
                configuration.text("accounts.registration"),
                GatesOpening.periods(configuration),
                Map.of(),
                List.of());
    }

    private static WebSettings settings(Configuration configuration, Path dataFolder) {
        String address = configuration.text("server.address");
        Tls tls = switch (configuration.text("server.tls")) {
            case "self" ->
                new Tls.SelfSigned(dataFolder.resolve("tls.p12"), List.of("localhost", "127.0.0.1", address));
            case "file" ->
                new Tls.Pem(
                        Path.of(configuration.text("server.tls-certificate")),
                        Path.of(configuration.text("server.tls-key")));
            default -> new Tls.None();
        };
        return new WebSettings(
                address,
                configuration.integer("server.port"),
                tls,
                Runtime.getRuntime().availableProcessors(),
                configuration.texts("server.trusted-proxies").stream()
                        .map(WebOpening::proxy)
                        .toList(),
                configuration.flag("server.insecure-lan"),
                configuration.optionalText("server.public-url"),
                configuration.number("limits.upload-bytes"));
    }

    private static Cidr proxy(String text) {
        try {
            return Cidr.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw new StartProblem(
                    "server.trusted-proxies: \"" + text + "\" is no address.",
                    "Write addresses or networks, such as 10.0.0.0/8.",
                    malformed);
        }
    }

    int start() throws IOException, InterruptedException {
        return server.start();
    }

    void announceStop() {
        server.announceStop();
    }

    @Override
    public void close() {
        try {
            server.stop(LAST_REQUESTS);
            server.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
