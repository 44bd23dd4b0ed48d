package io.heliograph.app.bench;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many generations are accepted in a second: each is authenticated by its key, checked against the contract, admitted by
 * the gates, its credits are reserved and it is committed before it is answered. Every connection is a person of its own.
 * The service works on none of them meanwhile, as a node that only takes requests.
 */
final class JobsBenchmark implements Benchmark {
    @Override
    public String word() {
        return "jobs";
    }

    @Override
    public String title() {
        return "jobs accepted, each authenticated, admitted, reserved and durable";
    }

    @Override
    public List<Figure> measure(Bench bench) throws IOException, InterruptedException {
        int connections = bench.sizes().connections();
        ServiceProcess service = bench.running(Bench.TAKING);
        List<String> keys = bench.keys(connections);
        Buffer body = new JsonObject()
                .put("modelId", Bench.PICTURES)
                .put("prompt", "a small boat on a quiet sea, early in the morning")
                .put("options", new JsonObject().put("width", 768).put("height", 512))
                .put("count", 1)
                .toBuffer();
        AtomicLong wishes = new AtomicLong();
        try (BenchClient client = bench.client(connections)) {
            Load load = new Load(
                    client,
                    connection -> BenchClient.Request.post(
                            "/api/v1/generations", keys.get(connection), "bench-job-" + wishes.getAndIncrement(), body),
                    202);
            load.run(connections, bench.sizes().warmUpSeconds());
            CpuTime before = CpuTime.of(service);
            Load.Result result = load.run(connections, bench.sizes().loadSeconds());
            CpuTime after = CpuTime.of(service);
            int jobs = result.latencies().count();
            return List.of(
                    Figure.of(
                            word(),
                            "accepted at " + connections + " connections",
                            result.perSecond(),
                            "1/s",
                            600,
                            1_500),
                    Figure.of(word(), "p50", result.latencies().millis(0.5), "ms"),
                    Figure.of(word(), "p99", result.latencies().millis(0.99), "ms", 100, 50),
                    Figure.of(word(), "refused, which does not count", result.refused(), "jobs"),
                    Figure.of(word(), "processor time a job, service", after.serviceMillisSince(before, jobs), "ms"),
                    Figure.of(word(), "processor time a job, database", after.databaseMillisSince(before, jobs), "ms"));
        }
    }
}
