package io.heliograph.app.cli;

import io.heliograph.app.config.Configuration;
import io.heliograph.app.log.Logging;
import io.heliograph.app.wiring.Build;
import io.heliograph.app.wiring.House;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code heliograph run}: the service, until it is told to stop. On SIGTERM and SIGINT it stops in order: running work goes
 * back into the queue.
 */
@Command(name = "run", description = "Run the service until it is stopped (Ctrl+C).")
final class RunCommand implements Callable<Integer> {
    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Option(names = "--port", description = "Port to listen on; 0 takes a free one. Wins over the configuration.")
    private @Nullable Integer port;

    @Option(
            names = "--tls",
            paramLabel = "self|off|file|FILE",
            description = "Wins over server.tls. FILE is a PEM file that holds both certificate chain and private key.")
    private @Nullable String tls;

    private final Terminal terminal;

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Configuration configuration = options.configuration(given());
        Logging.configure(configuration);
        terminal.out()
                .println("Heliograph " + Build.version() + " starts. Data folder: "
                        + GlobalOptions.dataFolder(configuration)
                        + " (a first start unpacks the database and takes some seconds)");
        CountDownLatch stopped = new CountDownLatch(1);
        House house = House.open(configuration);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            terminal.out().println("Stopping: running work goes back into the queue ...");
            house.close();
            terminal.out().println("Stopped.");
            if ("training".equals(System.getenv("HELIOGRAPH_START_CACHE"))) {
                terminal.out()
                        .println("Java now writes the start cache (once, some seconds); later starts are quicker.");
            }
            stopped.countDown();
        }));
        house.firstAdministratorLink().ifPresent(link -> {
            terminal.out().println("There is no administrator yet. Open this link once, within one hour:");
            terminal.out().println("  " + link);
        });
        terminal.out().println("Heliograph is ready: " + house.address());
        stopped.await();
        return ExitCode.OK;
    }

    private Map<String, String> given() {
        Map<String, String> given = new HashMap<>();
        if (port != null) {
            given.put("HELIOGRAPH_SERVER_PORT", String.valueOf(port));
        }
        if (tls != null) {
            given.putAll(tls(tls));
        }
        return given;
    }

    /** What {@code --tls} means in keys of the configuration. */
    static Map<String, String> tls(String value) {
        if (List.of("self", "off", "file").contains(value)) {
            return Map.of("HELIOGRAPH_SERVER_TLS", value);
        }
        return Map.of(
                "HELIOGRAPH_SERVER_TLS", "file",
                "HELIOGRAPH_SERVER_TLS_CERTIFICATE", value,
                "HELIOGRAPH_SERVER_TLS_KEY", value);
    }
}
