package io.heliograph.core.generation;

import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.JobId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A library in memory: what was put, what was published, how often. Fails as scripted. */
final class FakeDelivery implements Delivery {
    final Map<AssetId, JobId> put = new ConcurrentHashMap<>();
    final Map<AssetId, Integer> published = new ConcurrentHashMap<>();
    final List<Made.Kept> forgotten = new CopyOnWriteArrayList<>();
    /** Breaks at each try, as by a fault of ours. */
    volatile boolean broken;

    final Deque<RuntimeException> failures = new ArrayDeque<>();

    @Override
    public Shelf keep(Order order) {
        if (broken) {
            throw new IllegalStateException("broken on purpose");
        }
        @Nullable RuntimeException failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
        List<AssetId> ids = order.job().assets().stream().map(AssetId::new).toList();
        if (ids.size() != order.outputs().made().size()) {
            throw new IllegalStateException("ids are chosen before the first try");
        }
        ids.forEach(id -> put.put(id, order.grant().job()));
        return new Shelf() {
            @Override
            public List<AssetId> assets() {
                return ids;
            }

            @Override
            public void publish() {
                ids.forEach(id -> published.merge(id, 1, Integer::sum));
            }

            @Override
            public void discard() {
                ids.forEach(put::remove);
            }
        };
    }

    @Override
    public void forget(List<Made.Kept> files) {
        forgotten.addAll(files);
    }
}
