package io.heliograph.core.database.embedded;

import io.heliograph.core.database.StartProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what a server said when it failed into one sentence and a remedy. */
final class ServerFailures {
    private static final Pattern MISSING_LIBRARY = Pattern.compile("error while loading shared libraries: (\\S+?):");
    private static final Pattern ERROR_LINE = Pattern.compile("\\[ERROR\\] (.*)");
    private static final int TAIL_BYTES = 32_000;

    private ServerFailures() {}

    static StartProblem explain(String what, Layout layout) {
        String said = tail(layout.output()) + "\n" + tail(layout.errorLog());
        Matcher library = MISSING_LIBRARY.matcher(said);
        if (library.find()) {
            return new StartProblem(
                    what + ": the system library " + library.group(1) + " is missing.",
                    "Install it (Debian and Ubuntu: apt-get install " + packageOf(library.group(1)) + ").");
        }
        if (said.contains("No space left on device") || said.contains("errno: 28")) {
            return new StartProblem(what + ": the disk of " + layout.root() + " is full.", "Free some room on it.");
        }
        if (said.contains("Permission denied") || said.contains("Errcode: 13")) {
            return new StartProblem(
                    what + ": a file in " + layout.root() + " belongs to another user.",
                    "Give the folder to the user that runs Heliograph: chown -R USER " + layout.root() + ".");
        }
        String reason = lastError(said).map(line -> ": " + line).orElse("");
        return new StartProblem(
                what + reason + ".",
                "Its own words are in " + layout.errorLog() + ". If the files are damaged, restore the last backup.");
    }

    private static String packageOf(String library) {
        if (library.startsWith("libaio")) {
            return "libaio1";
        }
        if (library.startsWith("libncurses") || library.startsWith("libtinfo")) {
            return "libncurses6";
        }
        return library.startsWith("libssl") || library.startsWith("libcrypto") ? "libssl3" : "the package that has it";
    }

    private static Optional<String> lastError(String said) {
        List<String> errors =
                ERROR_LINE.matcher(said).results().map(found -> found.group(1)).toList();
        // The last line is always "Aborting"; the one before says why.
        return errors.reversed().stream()
                .filter(line -> !line.startsWith("Aborting"))
                .findFirst()
                .map(line -> line.endsWith(".") ? line.substring(0, line.length() - 1) : line);
    }

    private static String tail(Path file) {
        try {
            byte[] all = Files.readAllBytes(file);
            int from = Math.max(0, all.length - TAIL_BYTES);
            return new String(all, from, all.length - from, StandardCharsets.UTF_8);
        } catch (IOException absent) {
            return "";
        }
    }
}
