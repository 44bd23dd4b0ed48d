package io.heliograph.e2e.fault;

import io.heliograph.e2e.CommandResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What tests ask of the machine they run on. */
final class Machine {
    private Machine() {}

    /** Sends a signal, by its name without SIG. */
    static void signal(ProcessHandle process, String name) {
        CommandResult sent = CommandResult.run(List.of("kill", "-" + name, String.valueOf(process.pid())));
        if (sent.exitCode() != 0) {
            throw new IllegalStateException("kill -" + name + ": " + sent.err());
        }
    }

    /** Ends a process as a crash does, and waits until it is gone. */
    static void crash(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Processes that were given a path inside {@code folder}, other than the one that asks. */
    static List<String> processesOf(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> process.info()
                        .arguments()
                        .map(arguments -> Arrays.stream(arguments).anyMatch(word -> word.contains(folder.toString())))
                        .orElse(false))
                .map(process -> process.pid() + " " + process.info().command().orElse(""))
                .toList();
    }

    /** What makes a command run as a user without rights; the command itself is appended. */
    static List<String> asNobody() {
        return List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
    }

    /** Whether {@link #asNobody} works here. */
    static boolean canBeNobody() {
        return "root".equals(System.getProperty("user.name")) && Files.exists(Path.of("/usr/bin/setpriv"));
    }
}
