package io.heliograph.app.wiring;

import io.heliograph.core.setting.SettingBook;
import io.heliograph.core.setting.SettingValue;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.web.port.Operations.WizardView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which steps of the first-run wizard are done. The first is done by whoever can ask; the others are remembered in the
 * database, beside the settings, which the steps change as the settings page does.
 */
final class Wizard {
    private static final String DONE = LiveSettings.OWN + "done";
    private static final String FIRST = "administrator";
    private static final List<String> STEPS = List.of(FIRST, "access", "plugins", "retention", "review");

    private final SettingBook book;

    Wizard(SettingBook book) {
        this.book = book;
    }

    WizardView view() {
        return view(done(book.read()));
    }

    WizardView complete(PrincipalId actor, String step) {
        while (true) {
            SettingBook.Snapshot now = book.read();
            List<String> done = new ArrayList<>(done(now));
            if (!STEPS.contains(step) || done.contains(step)) {
                return view(done);
            }
            done.add(step);
            Map<String, Optional<SettingValue>> change =
                    Map.of(DONE, Optional.of(new SettingValue.Texts(List.copyOf(done))));
            if (book.write(Optional.of(actor), now.version(), OptionalLong.empty(), change)
                    .isPresent()) {
                return view(done);
            }
        }
    }

    private static WizardView view(List<String> done) {
        return new WizardView(done.containsAll(STEPS), List.copyOf(done));
    }

    private static List<String> done(SettingBook.Snapshot snapshot) {
        List<String> done = new ArrayList<>(List.of(FIRST));
        if (snapshot.values().get(DONE) instanceof SettingValue.Texts texts) {
            texts.items().stream()
                    .filter(step -> STEPS.contains(step) && !done.contains(step))
                    .forEach(done::add);
        }
        return done;
    }
}
