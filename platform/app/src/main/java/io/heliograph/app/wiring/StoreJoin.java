package io.heliograph.app.wiring;

import io.heliograph.core.library.LibraryStore;
import io.heliograph.host.Instances;
import io.heliograph.host.config.StoreRole;
import io.heliograph.host.guard.CallTerms;
import io.heliograph.host.guard.GuardedBlobStore;
import io.heliograph.kernel.InstanceId;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.policy.Permit;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.bytes.ByteRange;
import io.heliograph.spi.bytes.ByteSink;
import io.heliograph.spi.bytes.ByteSource;
import io.heliograph.spi.policy.Obligation;
import io.heliograph.spi.store.BlobKey;
import io.heliograph.spi.store.BlobStore;
import java.time.Duration;
import java.util.Optional;

/** The library's port to the guarded stores. */
final class StoreJoin implements LibraryStore.Stores {
    private static final Duration LONGEST = Duration.ofHours(2);
    private static final Duration STANDSTILL = Duration.ofSeconds(60);
    private static final CallTerms TERMS = CallTerms.within(LONGEST).withNoProgress(STANDSTILL);

    /** What the library has done before bytes arrive here: see {@link LibraryStore}. */
    private static final CallTerms KEEPING = TERMS.fulfilling(
            Obligation.Kind.SEAL,
            Obligation.Kind.STRIP_METADATA,
            Obligation.Kind.MARK_ORIGIN,
            Obligation.Kind.DEADLINE);

    private final Instances instances;

    StoreJoin(Instances instances) {
        this.instances = instances;
    }

    @Override
    public InstanceId current() {
        return instances
                .store(StoreRole.MEDIA)
                .map(GuardedBlobStore::id)
                .orElseThrow(() -> ProblemException.of(ProblemType.UNAVAILABLE));
    }

    @Override
    public Optional<LibraryStore> find(InstanceId instance) {
        return instances.store(instance).map(Guarded::new);
    }

    private record Guarded(GuardedBlobStore store) implements LibraryStore {
        @Override
        public long put(Permit permit, BlobKey key, ByteSource bytes) throws PluginException {
            return store.put(permit, key, bytes, KEEPING);
        }

        @Override
        public boolean get(Permit permit, BlobKey key, Optional<ByteRange> range, ByteSink sink)
                throws PluginException {
            return store.get(permit, key, range, sink, StoreJoin.TERMS);
        }

        @Override
        public Optional<Long> sizeBytes(Permit permit, BlobKey key) throws PluginException {
            return store.sizeBytes(permit, key, StoreJoin.TERMS);
        }

        @Override
        public BlobStore.Deletion delete(Permit permit, BlobKey key) throws PluginException {
            return store.delete(permit, key, StoreJoin.TERMS);
        }
    }
}
