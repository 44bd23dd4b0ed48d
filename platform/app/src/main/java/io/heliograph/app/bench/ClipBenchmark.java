package io.heliograph.app.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Random;

/** A clip of 48 frames of 512x288 of the embedded engine, from the request to the last byte of the kept clip. */
final class ClipBenchmark implements Benchmark {
    @Override
    public String word() {
        return "clip";
    }

    @Override
    public String title() {
        return "clip of 48 frames of 512x288 of the embedded engine";
    }

    @Override
    public List<Figure> measure(Bench bench) throws IOException, InterruptedException {
        bench.running(Bench.WORKING);
        String key = bench.keys(1).getFirst();
        Random lot = new Random(bench.sizes().seed());
        Latencies clips = new Latencies();
        try (BenchClient client = bench.client(2)) {
            Waiting waiting = new Waiting(client, key);
            for (int clip = 0; clip < bench.sizes().clips(); clip++) {
                JsonObject wanted = new JsonObject()
                        .put("modelId", Bench.CLIPS)
                        .put("prompt", "a valley with a river at dawn")
                        .put(
                                "options",
                                new JsonObject()
                                        .put("width", 512)
                                        .put("height", 288)
                                        .put("seconds", 2))
                        .put("seed", lot.nextInt(1_000_000))
                        .put("count", 1);
                clips.add((long) (waiting.millis("bench-clip-" + clip, wanted) * 1e6));
            }
        }
        return List.of(Figure.of(word(), "MP4, request to last byte, median", clips.millis(0.5), "ms"));
    }
}
