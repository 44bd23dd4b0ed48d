package io.heliograph.host.config;

/** What a store is for. */
public enum StoreRole {
    /** Results, uploads and their thumbnails. */
    MEDIA,
    /** Copies apart from the machine. */
    BACKUP
}
