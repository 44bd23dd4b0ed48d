package io.heliograph.app;

import io.heliograph.app.cli.Commands;
import io.heliograph.app.cli.Terminal;
import io.heliograph.app.log.Logging;
import io.heliograph.kernel.AllowForbidden;

/** The main class: runs one command and ends the process with its exit code. */
public final class Main {
    private Main() {}

    /** Runs the command named by {@code arguments}. */
    @AllowForbidden("the one place that ends the process; without it a thread left behind would keep it alive")
    public static void main(String[] arguments) {
        Logging.quiet();
        int code = Commands.run(Terminal.ofProcess(), arguments);
        System.exit(code);
    }
}
