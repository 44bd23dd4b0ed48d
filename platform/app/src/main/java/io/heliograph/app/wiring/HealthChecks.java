package io.heliograph.app.wiring;

import io.heliograph.host.PluginStatus;
import io.heliograph.host.config.StoreRole;
import io.heliograph.web.port.Operations.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What must be so that a person can be served, and what an administrator should know. From memory, never blocking. */
final class HealthChecks {
    private static final long LOW_BYTES = 1L << 30;

    private final Office office;

    HealthChecks(Office office) {
        this.office = office;
    }

    /** Words for what keeps the service from serving a person; empty when nothing does. */
    List<String> notReady() {
        List<String> missing = new ArrayList<>();
        if (!office.record().availability().up()) {
            missing.add("database");
        }
        if (office.instances().store(StoreRole.MEDIA).isEmpty()) {
            missing.add("media store");
        }
        if (office.instances().identities().isEmpty()) {
            missing.add("sign-in");
        }
        return missing;
    }

    /** Every check with its remedy. */
    List<Check> all() {
        List<Check> all = new ArrayList<>();
        boolean database = office.record().availability().up();
        all.add(check(
                "database",
                "Database",
                database ? "ok" : "down",
                "It does not answer.",
                "Look whether the server runs; the service goes on by itself once it does."));
        boolean store = office.instances().store(StoreRole.MEDIA).isPresent();
        all.add(check(
                "store",
                "Media store",
                store ? "ok" : "down",
                "No store for media runs.",
                "See the plugins page for what is wrong with it."));
        boolean engine = !office.instances().providers().isEmpty();
        all.add(check(
                "engines",
                "Engines",
                engine ? "ok" : "degraded",
                "No engine runs: nothing can be made.",
                "Configure an instance of a provider plugin."));
        List<String> resting = office.instances().instances().stream()
                .filter(instance -> InstanceViews.state(instance).equals("open"))
                .map(instance -> instance.id().value())
                .toList();
        all.add(check(
                "vendors",
                "Other sides",
                resting.isEmpty() ? "ok" : "degraded",
                "Failed several times and left in peace for a while: " + String.join(", ", resting) + ".",
                "Look whether they work. They are tried again by themselves; jobs wait."));
        boolean plugins =
                office.instances().plugins().stream().noneMatch(plugin -> plugin.state() == PluginStatus.State.FAILED)
                        && office.instances().instances().stream()
                                .allMatch(instance -> instance.problems().isEmpty());
        all.add(check(
                "plugins",
                "Plugins",
                plugins ? "ok" : "degraded",
                "A plugin or an instance did not start.",
                "The plugins page names it and says what to do."));
        boolean identity =
                office.configuration().optionalText("operator.legal-name").isPresent();
        all.add(check(
                "operator",
                "Operator's identity",
                identity ? "ok" : "degraded",
                "The privacy page has no controller.",
                "Set operator.legal-name and the keys beside it."));
        boolean room = freeBytes().orElse(Long.MAX_VALUE) > LOW_BYTES;
        all.add(check(
                "disk",
                "Room on the disk",
                room ? "ok" : "degraded",
                "Less than 1 GB is free.",
                "Make room, or move the data folder."));
        return all;
    }

    OptionalLong freeBytes() {
        try {
            return OptionalLong.of(Files.getFileStore(office.dataFolder()).getUsableSpace());
        } catch (IOException unknown) {
            return OptionalLong.empty();
        }
    }

    private static Check check(String id, String title, String status, String detail, String remedy) {
        boolean fine = status.equals("ok");
        return new Check(
                id,
                title,
                status,
                fine ? Optional.empty() : Optional.of(detail),
                fine ? Optional.empty() : Optional.of(remedy));
    }
}
