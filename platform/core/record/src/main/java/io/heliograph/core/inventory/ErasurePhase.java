package io.heliograph.core.inventory;

/** The order in which an erasure walks through the participants: outward first, keys last. */
public enum ErasurePhase {
    /** Running work is cancelled. */
    STOP_WORK,
    /** Providers are asked to erase what they hold. */
    PROVIDERS,
    /** Originals, thumbnails and posters leave the stores, and are looked for again. */
    BLOBS,
    /** Prompts and other rows go. */
    ROWS,
    /** Caches and search structures forget. */
    CACHES,
    /** Sessions, keys for programs, credentials and the person's own row. */
    ACCOUNT,
    /** The principal's encryption key: every copy in every backup becomes unreadable. */
    KEYS
}
