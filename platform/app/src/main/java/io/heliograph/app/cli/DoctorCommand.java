package io.heliograph.app.cli;

import io.heliograph.app.wiring.Office;
import io.heliograph.core.database.StartProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code heliograph doctor}: what is wrong here, and what to do about it. */
@Command(name = "doctor", description = "Check machine, configuration, data folder, database and plugins.")
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private GlobalOptions options = new GlobalOptions();

    private final Terminal terminal;

    DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        terminal.out().println("ok      Java " + Runtime.version());
        terminal.out().println("ok      configuration");
        try (Office office = Office.open(options.configuration())) {
            Path folder = office.dataFolder();
            terminal.out().println("ok      data folder " + folder);
            terminal.out()
                    .println(
                            "ok      database " + office.record().availability().describe());
            boolean fine = true;
            for (Office.Finding finding : office.findings()) {
                terminal.out()
                        .println((finding.fine() ? "ok      " : "wrong   ")
                                + finding.title()
                                + (finding.fine() ? "" : ": " + finding.detail() + " " + finding.remedy()));
                fine &= finding.fine();
            }
            if (Files.exists(folder.resolve("master.key"))) {
                terminal.out()
                        .println("note    keep a copy of " + folder.resolve("master.key")
                                + " apart from the data: without it nothing that is kept can be read.");
            }
            return fine ? ExitCode.OK : ExitCode.FAILED;
        } catch (StartProblem problem) {
            terminal.out().println("wrong   " + problem.getMessage() + " " + problem.remedy());
            return ExitCode.FAILED;
        }
    }
}
