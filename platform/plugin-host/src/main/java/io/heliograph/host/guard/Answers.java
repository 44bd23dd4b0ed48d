package io.heliograph.host.guard;

import io.heliograph.host.bytes.JobSpool;
import io.heliograph.host.bytes.SpoolFile;
import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.provider.Output;
import io.heliograph.spi.provider.Results;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Checks what a provider answers against what it wrote. */
final class Answers {
    private static final int GONE = 410;
    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;

    private Answers() {}

    /** Every token must be of this call; files that no output names are deleted. */
    static void settle(Results results, JobSpool spool) throws PluginException, IOException {
        Set<String> named = new HashSet<>();
        for (Output output : results.outputs()) {
            if (output instanceof Output.Spooled spooled) {
                if (spool.file(spooled.token()).isEmpty()
                        || !named.add(spooled.token().value())) {
                    throw PluginException.happened(
                            ErrorKind.PROVIDER, "foreign-result", "a result names no bytes of this call");
                }
            }
        }
        for (SpoolFile file : spool.files()) {
            if (!named.contains(file.name())) {
                spool.discard(file);
            }
        }
    }

    /**
     * The vendor answered, but not with the result.
     *
     * @param expired whether the address was to work no longer than until now: signed ones then answer 403
     */
    static PluginException notDownloaded(int status, boolean expired) {
        if (status == NOT_FOUND || status == GONE || (expired && status == FORBIDDEN)) {
            return PluginException.happened(
                    ErrorKind.PROVIDER, "result-gone", "the result's address answers " + status + ": it has expired");
        }
        return PluginException.nothingHappened(
                ErrorKind.PROVIDER, "result-not-ready", "the result's address answers " + status);
    }

    /** The download broke off; it can be tried again. */
    static PluginException broken(IOException cause) {
        return PluginException.nothingHappened(
                        ErrorKind.PROVIDER, "download-broken", "the result could not be downloaded whole")
                .causedBy(cause);
    }
}
