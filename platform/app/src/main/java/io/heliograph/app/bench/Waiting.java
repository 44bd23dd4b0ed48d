package io.heliograph.app.bench;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Asks for one generation and waits until its result could be shown, as a page does. */
final class Waiting {
    private static final long LOOK_MILLIS = 20;
    private static final double MILLI = 1e6;

    private final BenchClient client;
    private final String key;

    Waiting(BenchClient client, String key) {
        this.client = client;
        this.key = key;
    }

    /**
     * From the request to the result's last byte.
     *
     * @return milliseconds
     * @throws IOException if it fails
     */
    double millis(String wish, JsonObject generation) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Buffer body = generation.toBuffer();
        String id = client.call(BenchClient.Request.post("/api/v1/generations", key, wish, body), 202)
                .json()
                .getString("id");
        JsonObject job;
        while (true) {
            job = client.call(BenchClient.Request.get("/api/v1/generations/" + id, key), 200)
                    .json();
            if (job.getString("state").equals("succeeded")) {
                break;
            }
            if (job.getString("state").equals("failed")) {
                throw new IOException("the generation failed: " + job);
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        String asset = job.getJsonArray("results").getJsonObject(0).getString("id");
        client.call(BenchClient.Request.get("/api/v1/assets/" + asset + "/content", key), 200);
        return (System.nanoTime() - begin) / MILLI;
    }
}
