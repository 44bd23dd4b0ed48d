package io.heliograph.app.cli;

import io.heliograph.kernel.AllowForbidden;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Where commands write: results to {@link #out}, everything else to {@link #err}. Both flush at each line. */
public record Terminal(PrintWriter out, PrintWriter err) {
    /** The process's own streams, in UTF-8. */
    @AllowForbidden("the one place that knows standard output and error")
    public static Terminal ofProcess() {
        return new Terminal(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    }
}
