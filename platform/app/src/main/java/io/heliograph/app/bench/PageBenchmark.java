package io.heliograph.app.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A page of 100 of a library of 100,000: the newest, and pages from anywhere in it, one at a time. */
final class PageBenchmark implements Benchmark {
    private static final String FIRST = "/api/v1/assets?limit=100";
    private static final int PLACES = 20;
    private static final int TURNED = 200;

    @Override
    public String word() {
        return "page";
    }

    @Override
    public String title() {
        return "page of 100 of a full library";
    }

    @Override
    public List<Figure> measure(Bench bench) throws IOException, InterruptedException {
        bench.running(Bench.WORKING);
        String key = bench.library();
        try (BenchClient client = bench.client(1)) {
            List<String> pages = pages(client, key, bench.sizes().assets());
            Random lot = new Random(bench.sizes().seed());
            Load newest = new Load(client, connection -> BenchClient.Request.get(FIRST, key), 200);
            Load anywhere = new Load(
                    client, connection -> BenchClient.Request.get(pages.get(lot.nextInt(pages.size())), key), 200);
            newest.run(1, bench.sizes().warmUpSeconds());
            Latencies first = newest.run(1, bench.sizes().loadSeconds()).latencies();
            Latencies others = anywhere.run(1, bench.sizes().loadSeconds()).latencies();
            return List.of(
                    Figure.of(word(), "pictures in the library", bench.sizes().assets(), "pictures"),
                    Figure.of(word(), "newest page, p50", first.millis(0.5), "ms"),
                    Figure.of(word(), "newest page, p99", first.millis(0.99), "ms", 30, 20),
                    Figure.of(word(), "page from anywhere, p99", others.millis(0.99), "ms", 30, 20));
        }
    }

    /** The addresses of some pages, evenly spread, found by turning all of them. */
    private static List<String> pages(BenchClient client, String key, int assets) throws IOException {
        List<String> pages = new ArrayList<>(List.of(FIRST));
        int stride = Math.max(1, assets / TURNED / PLACES);
        String next = "";
        for (int turned = 1; turned == 1 || !next.isEmpty(); turned++) {
            String cursor = next.isEmpty() ? "" : "&cursor=" + next;
            next = client.call(BenchClient.Request.get("/api/v1/assets?limit=" + TURNED + cursor, key), 200)
                    .json()
                    .getString("next", "");
            if (turned % stride == 0 && !next.isEmpty()) {
                pages.add(FIRST + "&cursor=" + next);
            }
        }
        return pages;
    }
}
