package io.heliograph.app.cli;

import io.heliograph.app.wiring.Build;
import picocli.CommandLine.IVersionProvider;

/** The answer to {@code --version}. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"Heliograph " + Build.version()};
    }
}
