package io.heliograph.web;

import io.heliograph.web.api.ApiHandlers;
import io.heliograph.web.contract.Contract;
import io.heliograph.web.contract.ContractLoading;
import io.heliograph.web.edge.Answers;
import io.heliograph.web.edge.ApiRouter;
import io.heliograph.web.edge.Gatekeeper;
import io.heliograph.web.edge.HandOff;
import io.heliograph.web.edge.HttpEdge;
import io.heliograph.web.edge.Lanes;
import io.heliograph.web.edge.PlainHttpPage;
import io.heliograph.web.edge.Problems;
import io.heliograph.web.edge.Routes;
import io.heliograph.web.edge.SessionCookie;
import io.heliograph.web.message.Messages;
import io.heliograph.web.openai.OpenAiRoutes;
import io.heliograph.web.page.ContractPage;
import io.heliograph.web.page.HealthRoutes;
import io.heliograph.web.page.UiFiles;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The web as one thing to start and stop. */
public final class WebServer implements AutoCloseable {
    private final HttpEdge edge;
    private final Lanes lanes;

    /** @throws IllegalStateException if contract and handlers differ */
    public WebServer(WebSettings settings, WebDependencies dependencies) {
        this(settings, dependencies, ContractLoading.begin(dependencies.vertx()));
    }

    /** With a contract that is being read already. */
    public WebServer(WebSettings settings, WebDependencies dependencies, ContractLoading loading) {
        this.lanes = Lanes.usual();
        ApiHandlers.Services services = dependencies.services();
        Contract contract = loading.contract();
        Messages messages = new Messages();
        Problems problems = new Problems(messages);
        SessionCookie cookie = new SessionCookie(settings.insecureLan());
        Answers answers = new Answers(problems, cookie);
        Gatekeeper gatekeeper =
                new Gatekeeper(services.authenticator(), dependencies.admission(), cookie, settings.publicUrl());
        Routes routes = ApiHandlers.routes(contract, services, cookie, messages, settings.uploadLimitBytes());
        ApiRouter api = new ApiRouter(contract, routes, gatekeeper, answers, lanes);
        OpenAiRoutes openAi = new OpenAiRoutes(
                services.generations(),
                services.assets(),
                dependencies.links(),
                services.bus(),
                dependencies.ids(),
                services.clock(),
                settings.publicUrl());
        List<HttpEdge.Mount> mounts = new ArrayList<>();
        mounts.add(new HealthRoutes(() -> notReady(dependencies)));
        mounts.add(new ContractPage(contract));
        mounts.add(openAi.mount(gatekeeper, answers, lanes, problems));
        mounts.addAll(dependencies.more());
        mounts.add(new PlainHttpPage(cookie, messages));
        mounts.add(new UiFiles(dependencies.uiFiles()));
        HttpEdge.Listen listen = new HttpEdge.Listen(
                settings.host(), settings.port(), settings.tls(), settings.eventLoops(), settings.trustedProxies());
        this.edge =
                new HttpEdge(dependencies.vertx(), listen, loading, api, answers, lanes, dependencies.ids(), mounts);
    }

    private List<String> notReady(WebDependencies dependencies) {
        return edge.isStopping() ? List.of("stopping") : dependencies.notReady().get();
    }

    /**
     * Starts listening.
     *
     * @return the port
     * @throws java.net.BindException if the port is taken
     * @throws IOException if it cannot start for another reason
     */
    public int start() throws IOException, InterruptedException {
        return edge.start();
    }

    /** From now on it is not ready; it serves as before. First step of an orderly stop. */
    public void announceStop() {
        edge.announceStop();
    }

    /** Takes no new connection, lets what is under way end within {@code atMost}. */
    public void stop(Duration atMost) throws InterruptedException {
        edge.stop(atMost);
    }

    /** The hand-offs, for metrics. */
    public List<HandOff> handOffs() {
        return lanes.all();
    }

    @Override
    public void close() {
        edge.close();
    }
}
