package io.heliograph.app.wiring;

import io.heliograph.web.port.Operations.WizardView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which steps of the first-run wizard are done, remembered in a small file of the data folder. */
final class Wizard {
    private static final List<String> STEPS = List.of("administrator", "access", "plugins", "retention", "review");

    private final Path file;

    Wizard(Path dataFolder) {
        this.file = dataFolder.resolve("wizard");
    }

    synchronized WizardView view() {
        Set<String> done = done();
        return new WizardView(done.containsAll(STEPS), List.copyOf(done));
    }

    synchronized WizardView complete(String step) {
        Set<String> done = done();
        done.add(step);
        try {
            Files.write(file, done);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return view();
    }

    private Set<String> done() {
        try {
            Set<String> done = new LinkedHashSet<>();
            done.add("administrator");
            if (Files.exists(file)) {
                Files.readAllLines(file).stream().filter(STEPS::contains).forEach(done::add);
            }
            return done;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
