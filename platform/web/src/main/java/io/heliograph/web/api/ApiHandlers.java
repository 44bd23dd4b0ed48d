package io.heliograph.web.api;

import io.heliograph.core.audit.AuditLog;
import io.heliograph.core.billing.ledger.Ledger;
import io.heliograph.core.event.EventBus;
import io.heliograph.core.event.EventLog;
import io.heliograph.core.generation.GenerationService;
import io.heliograph.web.contract.Contract;
import io.heliograph.web.edge.Authenticator;
import io.heliograph.web.edge.Routes;
import io.heliograph.web.edge.SessionCookie;
import io.heliograph.web.message.Messages;
import io.heliograph.web.port.Accounts;
import io.heliograph.web.port.Assets;
import io.heliograph.web.port.CreditGrants;
import io.heliograph.web.port.Erasures;
import io.heliograph.web.port.Keys;
import io.heliograph.web.port.Mails;
import io.heliograph.web.port.Operations;
import io.heliograph.web.port.People;
import io.heliograph.web.port.Privacy;
import java.time.InstantSource;
import java.util.Optional;

/** Joins every operation of the contract to its handler. */
public final class ApiHandlers {
    private ApiHandlers() {}

    /**
     * What the handlers call.
     *
     * @param publicUrl address under which people reach the service, without a slash at its end, where the operator said so
     * @param version version of this build
     */
    public record Services(
            Accounts accounts,
            Keys keys,
            People people,
            Assets assets,
            Privacy privacy,
            Erasures erasures,
            Operations operations,
            Mails mails,
            GenerationService generations,
            Ledger ledger,
            CreditGrants grants,
            EventLog events,
            EventBus bus,
            AuditLog audit,
            Authenticator authenticator,
            InstantSource clock,
            Optional<String> publicUrl,
            String version) {}

    /**
     * The handlers.
     *
     * @param uploadLimitBytes longest upload
     * @throws IllegalStateException if contract and handlers differ
     */
    public static Routes routes(
            Contract contract, Services services, SessionCookie cookie, Messages messages, long uploadLimitBytes) {
        Routes.Builder routes = Routes.of(contract);
        Render render = new Render(messages);
        StudioHandlers studio = new StudioHandlers(services.generations(), services.assets(), render);
        new SessionHandlers(
                        services.accounts(),
                        services.authenticator(),
                        services.operations(),
                        services.privacy(),
                        cookie,
                        services.version())
                .register(routes);
        new AccountHandlers(services.accounts(), services.keys()).register(routes);
        new CreditHandlers(services.ledger(), services.grants(), services.people(), services.audit(), messages)
                .register(routes);
        studio.register(routes);
        new EventHandlers(
                        services.events(),
                        services.bus(),
                        services.generations(),
                        studio,
                        services.clock(),
                        EventHandlers.Pace.usual())
                .register(routes);
        new LibraryHandlers(services.assets(), services.privacy(), render, uploadLimitBytes).register(routes);
        new PrivacyHandlers(services.privacy(), services.accounts(), messages).register(routes);
        new ErasureHandlers(services.erasures()).register(routes);
        new PeopleHandlers(services.people(), services.erasures(), services.ledger(), services.publicUrl())
                .register(routes);
        new AdminHandlers(services.operations(), services.mails(), services.version()).register(routes);
        return routes.build();
    }
}
