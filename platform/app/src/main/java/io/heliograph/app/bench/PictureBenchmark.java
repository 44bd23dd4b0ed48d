package io.heliograph.app.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Random;

/** A 768x512 picture of the embedded engine, from the request to the last byte of the kept picture. */
final class PictureBenchmark implements Benchmark {
    private static final List<String> PROMPTS = List.of(
            "mountain lake at sunset",
            "a forest in the morning fog",
            "a harbour town at night, oil painting",
            "desert dunes under a starry sky",
            "a coral reef with many fish",
            "a lighthouse in a storm, watercolour");

    @Override
    public String word() {
        return "picture";
    }

    @Override
    public String title() {
        return "768x512 picture of the embedded engine, from click to shown";
    }

    @Override
    public List<Figure> measure(Bench bench) throws IOException, InterruptedException {
        bench.running(Bench.WORKING);
        String key = bench.keys(1).getFirst();
        Random lot = new Random(bench.sizes().seed());
        Latencies warm = new Latencies();
        try (BenchClient client = bench.client(2)) {
            Waiting waiting = new Waiting(client, key);
            double first = waiting.millis(wish(0), picture(lot, 0));
            for (int picture = 1; picture <= bench.sizes().pictures(); picture++) {
                warm.add((long) (waiting.millis(wish(picture), picture(lot, picture)) * 1e6));
            }
            return List.of(
                    Figure.of(word(), "first picture after the start", first, "ms"),
                    Figure.of(word(), "click to shown, median", warm.millis(0.5), "ms", 3_000, 1_500),
                    Figure.of(word(), "click to shown, slowest", warm.millis(1), "ms"));
        }
    }

    private static String wish(int number) {
        return "bench-picture-" + number;
    }

    /** Any picture. */
    static JsonObject picture(long seed) {
        return picture(new Random(seed), 0);
    }

    private static JsonObject picture(Random lot, int number) {
        return new JsonObject()
                .put("modelId", Bench.PICTURES)
                .put("prompt", PROMPTS.get(number % PROMPTS.size()))
                .put("options", new JsonObject().put("width", 768).put("height", 512))
                .put("seed", lot.nextInt(1_000_000))
                .put("count", 1);
    }
}
