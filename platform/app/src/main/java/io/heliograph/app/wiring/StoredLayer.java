package io.heliograph.app.wiring;

import io.heliograph.app.cli.GlobalOptions;
import io.heliograph.app.config.ConfigProblem;
import io.heliograph.app.config.Configuration;
import io.heliograph.core.database.DataFolder;
import io.heliograph.core.database.StartProblem;
import io.heliograph.core.event.LocalEventBus;
import io.heliograph.core.record.RecordRoom;
import io.heliograph.core.tx.RecordUnavailableException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The whole configuration for commands that only look: with the database's layer where there is a database that answers.
 * A database that was never made is not made for that.
 *
 * @param problems stored values that do not fit
 * @param unread why the database was not read; empty where it was, or where there is none yet
 */
public record StoredLayer(Configuration configuration, List<ConfigProblem> problems, Optional<String> unread) {
    public StoredLayer {
        problems = List.copyOf(problems);
    }

    /** Reads it under what the file says. */
    public static StoredLayer under(Configuration files) {
        boolean there = files.optionalText("database.url").isPresent()
                || Files.exists(GlobalOptions.dataFolder(files).resolve("database"));
        if (!there) {
            return new StoredLayer(files, List.of(), Optional.empty());
        }
        try (RecordRoom record = RecordOpening.open(
                        files, DataFolder.Role.COMMAND, new LocalEventBus(), InstantSource.system());
                LiveSettings live = new LiveSettings(files, record.settings())) {
            return new StoredLayer(live.get(), live.problems(), Optional.empty());
        } catch (StartProblem problem) {
            return new StoredLayer(files, List.of(), Optional.of(problem.getMessage() + " " + problem.remedy()));
        } catch (RecordUnavailableException away) {
            return new StoredLayer(files, List.of(), Optional.of("The database does not answer."));
        }
    }
}
