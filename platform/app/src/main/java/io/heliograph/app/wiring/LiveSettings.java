package io.heliograph.app.wiring;

import io.heliograph.app.config.ConfigKey;
import io.heliograph.app.config.ConfigProblem;
import io.heliograph.app.config.ConfigValue;
import io.heliograph.app.config.Configuration;
import io.heliograph.app.config.DatabaseLayer;
import io.heliograph.core.setting.SettingBook;
import io.heliograph.core.setting.SettingValue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The configuration that holds now: file and environment over what the database keeps. Another process may change the
 * latter (a command beside the service, another node), so a service {@linkplain #watch watches} it. Whoever asks at each
 * use has the newest; who must act on a change {@linkplain #onChange listens}. Safe for many threads.
 */
public final class LiveSettings implements Supplier<Configuration>, AutoCloseable {
    /** Names that belong to the wizard and not to the configuration. */
    static final String OWN = "wizard.";

    private static final Logger LOG = LoggerFactory.getLogger(LiveSettings.class);
    private static final long LOOK_SECONDS = 2;

    private final Configuration files;
    private final SettingBook book;
    private final Configuration atStart;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("settings").factory());
    private volatile State state;

    /** Told after the change holds, on the thread that made or saw it. */
    @FunctionalInterface
    interface Listener {
        void changed(Configuration before, Configuration now);
    }

    /**
     * What holds at a version of the database.
     *
     * @param stored the configuration's part of what the database keeps
     */
    record State(
            long version,
            Map<String, SettingValue> stored,
            Configuration configuration,
            List<ConfigProblem> problems) {}

    /** Reads the database's layer under {@code files}. What does not fit is logged and left out. */
    LiveSettings(Configuration files, SettingBook book) {
        this.files = files;
        this.book = book;
        this.state = read();
        this.atStart = state.configuration();
        state.problems().forEach(problem -> LOG.warn("A stored setting is left out: {}", problem.sentence()));
    }

    private State read() {
        SettingBook.Snapshot snapshot = book.read();
        Map<String, SettingValue> stored = new TreeMap<>(snapshot.values());
        stored.keySet().removeIf(name -> name.startsWith(OWN));
        DatabaseLayer.Layered layered = DatabaseLayer.under(files, stored);
        return new State(snapshot.version(), Map.copyOf(stored), layered.configuration(), layered.problems());
    }

    /** What holds now. */
    @Override
    public Configuration get() {
        return state.configuration();
    }

    /** Stored values that are left out, and why. */
    public List<ConfigProblem> problems() {
        return state.problems();
    }

    State state() {
        return state;
    }

    Configuration files() {
        return files;
    }

    /** Whether the process still works with another value, since a change of this one waits for the next start. */
    boolean waitsForStart(ConfigKey key, String name) {
        return key.reach() == ConfigKey.Reach.NEXT_START
                && !atStart.value(name)
                        .map(ConfigValue::text)
                        .equals(get().value(name).map(ConfigValue::text));
    }

    void onChange(Listener listener) {
        listeners.add(listener);
    }

    /** Looks every {@value #LOOK_SECONDS} seconds whether another process changed something. */
    void watch() {
        var looking = watcher.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        LOG.debug("Settings are watched: {}", looking);
    }

    /** The broad catch of a chore: while the database is away the last known settings hold. */
    private void look() {
        try {
            refresh();
        } catch (RuntimeException away) {
            LOG.debug("Settings could not be looked at; the last known hold", away);
        }
    }

    /** Reads anew if something changed. */
    synchronized void refresh() {
        State before = state;
        if (book.version() == before.version()) {
            return;
        }
        State now = read();
        state = now;
        for (Listener listener : listeners) {
            try {
                listener.changed(before.configuration(), now.configuration());
            } catch (RuntimeException failure) {
                LOG.error("A change of settings could not be put into force; it holds from the next start on", failure);
            }
        }
    }

    @Override
    public void close() {
        watcher.shutdownNow();
    }
}
