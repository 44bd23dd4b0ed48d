package io.heliograph.app.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Figures with what they were measured on, as text, JSON and a section of a Markdown page. */
public record Report(Machine machine, long seed, boolean full, List<Figure> figures) {
    private static final String BEGIN = "<!-- figures: written by `heliograph bench --write`, not by hand -->";
    private static final String END = "<!-- end of figures -->";

    /** Lines for a terminal. */
    public List<String> lines() {
        return figures.stream()
                .map(figure -> String.format(
                        Locale.ROOT,
                        "%-8s %-40s %12s %-8s %-14s %s",
                        figure.benchmark(),
                        figure.name(),
                        figure.shown(),
                        figure.unit(),
                        figure.shownGoal(),
                        figure.verdict()))
                .toList();
    }

    /** Where and when, in one line. */
    public String circumstances() {
        return machine.processor() + ", " + machine.memory() + ", " + machine.storage() + "; " + machine.system() + "; "
                + machine.java() + "; load before " + machine.load() + "; " + machine.date() + "; seed " + seed
                + (full ? "" : "; reduced sizes, the figures say little");
    }

    /**
     * Writes them: as JSON into a file that ends so, else into a Markdown page, between its two marks or at its end.
     *
     * @throws IOException if the file cannot be read or written
     */
    public void write(Path file) throws IOException {
        if (file.toString().endsWith(".json")) {
            Files.writeString(file, json().encodePrettily() + "\n");
            return;
        }
        String page = Files.exists(file) ? Files.readString(file) : "";
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        String before = begin >= 0 ? page.substring(0, begin) : page;
        String after = end >= 0 ? page.substring(end + END.length()) : "\n";
        Files.writeString(file, before + BEGIN + "\n" + section() + END + after);
    }

    JsonObject json() {
        JsonArray all = new JsonArray();
        for (Figure figure : figures) {
            JsonObject one = new JsonObject()
                    .put("benchmark", figure.benchmark())
                    .put("name", figure.name())
                    .put("value", Double.isNaN(figure.value()) ? null : figure.value())
                    .put("unit", figure.unit());
            figure.goal()
                    .ifPresent(goal -> one.put("floor", goal.floor())
                            .put("aim", goal.aim())
                            .put("reached", figure.verdict()));
            all.add(one);
        }
        return new JsonObject()
                .put("date", machine.date().toString())
                .put("processor", machine.processor())
                .put("memory", machine.memory())
                .put("storage", machine.storage())
                .put("system", machine.system())
                .put("java", machine.java())
                .put("load", machine.load())
                .put("seed", seed)
                .put("fullSizes", full)
                .put("figures", all);
    }

    private String section() {
        StringBuilder text = new StringBuilder();
        text.append("Measured on ").append(circumstances()).append(".\n\n");
        text.append("| benchmark | figure | measured | floor / aim | reached |\n|---|---|---:|---:|---|\n");
        for (Figure figure : figures) {
            text.append(String.format(
                    Locale.ROOT,
                    "| `%s` | %s | %s %s | %s | %s |%n",
                    figure.benchmark(),
                    figure.name(),
                    figure.shown(),
                    figure.unit(),
                    figure.shownGoal(),
                    figure.verdict()));
        }
        return text.append('\n').toString();
    }
}
