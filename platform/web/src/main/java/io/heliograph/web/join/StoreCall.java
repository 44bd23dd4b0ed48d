package io.heliograph.web.join;

import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import java.io.IOException;
import java.time.Duration;

/** Calls that end in a store: what a plugin says of its failure is for the log; the caller may try again. */
final class StoreCall {
    private static final Duration SOON = Duration.ofSeconds(5);

    private StoreCall() {}

    /** A call with an answer. */
    @FunctionalInterface
    interface Asking<T> {
        T ask() throws Exception;
    }

    /** A call without one. */
    @FunctionalInterface
    interface Doing {
        void act() throws Exception;
    }

    static void run(Doing call) throws IOException {
        of(() -> {
            call.act();
            return true;
        });
    }

    // A broad catch at an edge: the library's calls may throw the plugin's own failure, whose type the web does not
    // know.
    static <T> T of(Asking<T> call) throws IOException {
        try {
            return call.ask();
        } catch (IOException | RuntimeException passed) {
            throw passed;
        } catch (Exception store) {
            if (store instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw ProblemException.retryAfter(ProblemType.UNAVAILABLE, SOON).causedBy(store);
        }
    }
}
