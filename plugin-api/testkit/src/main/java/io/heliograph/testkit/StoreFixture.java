package io.heliograph.testkit;

import io.heliograph.spi.store.BlobStoreFactory;

/** Fixture of a blob store. Each instance made must be empty and apart from every other. */
public non-sealed interface StoreFixture extends Fixture {
    /** The factory under test. */
    BlobStoreFactory factory();
}
