package io.heliograph.app.bench;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much script the first page brings, as it is sent: the page's own scripts and everything they name as needed. */
final class StudioBenchmark implements Benchmark {
    private static final Pattern IN_PAGE = Pattern.compile("(?:src|href)=\"(/[^\"]+\\.js)\"");
    private static final Pattern IMPORT = Pattern.compile("(?:import|from)\\s*\"(\\.{1,2}/[^\"]+\\.js)\"");
    private static final Pattern STUDIO = Pattern.compile("\"(?:\\./|assets/|/assets/)([Ss]tudio[^\"]*\\.js)\"");
    private static final double KILO = 1000;

    @Override
    public String word() {
        return "studio";
    }

    @Override
    public String title() {
        return "script of the studio's first load";
    }

    @Override
    public List<Figure> measure(Bench bench) throws IOException, InterruptedException {
        bench.running(Bench.WORKING);
        try (BenchClient client = bench.client(4)) {
            String page = Gzip.text(client.call(BenchClient.Request.open("/"), 200));
            Deque<String> wanted = new ArrayDeque<>();
            find(IN_PAGE, page, "").forEach(wanted::add);
            Set<String> seen = new HashSet<>();
            long bytes = 0;
            while (!wanted.isEmpty()) {
                String path = wanted.pop();
                if (!seen.add(path)) {
                    continue;
                }
                BenchClient.Answer script = client.call(BenchClient.Request.open(path), 200);
                bytes += script.body().length();
                String text = Gzip.text(script);
                String folder = path.substring(0, path.lastIndexOf('/') + 1);
                find(IMPORT, text, folder).forEach(wanted::add);
                find(STUDIO, text, folder).forEach(wanted::add);
            }
            return List.of(
                    Figure.of(word(), "script, as sent", bytes / KILO, "kB", 250, 200),
                    Figure.of(word(), "script files", seen.size(), "files"));
        }
    }

    private static List<String> find(Pattern pattern, String text, String folder) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results()
                .map(found -> found.group(1).replaceFirst("^\\./", ""))
                .filter(path -> !path.startsWith(".."))
                .map(path -> path.startsWith("/") ? path : folder + path)
                .toList();
    }
}
