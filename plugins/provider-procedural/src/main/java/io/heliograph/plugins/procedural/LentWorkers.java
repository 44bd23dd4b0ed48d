package io.heliograph.plugins.procedural;

import io.heliograph.plugins.procedural.maths.Workers;
import io.heliograph.spi.Compute;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Workers on the host's compute pool. One task a lane, and each lane takes the next index: so a loop over a thousand rows
 * costs the pool as many tasks as it has threads, not a thousand.
 */
record LentWorkers(Compute compute) implements Workers {
    @Override
    public void each(int count, IntConsumer body) {
        int lanes = Math.min(count, compute.parallelism());
        if (lanes <= 1) {
            Workers.alone().each(count, body);
            return;
        }
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean failed = new AtomicBoolean();
        compute.forEach(lanes, lane -> {
            boolean fine = false;
            try {
                for (int i = next.getAndIncrement(); i < count && !failed.get(); i = next.getAndIncrement()) {
                    body.accept(i);
                }
                fine = true;
            } finally {
                if (!fine) {
                    failed.set(true);
                }
            }
        });
    }
}
