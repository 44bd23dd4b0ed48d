/**
 * A blob store in a folder. Begin with {@link io.heliograph.plugins.files.FileBlobStore}; {@link
 * io.heliograph.plugins.files.Layout} says where a key lies, {@link io.heliograph.plugins.files.Durable} how bytes get
 * there.
 *
 * <p>Invariants: a blob is whole or not there, and lasts once put returned (written beside, fsynced, renamed, folder
 * fsynced); no path is made of anything but a validated key; nothing is followed that is a symbolic link. The folder
 * holds sealed bytes only, so this plugin never learns what it keeps.
 *
 * <p>When the disk is full or away, the call fails with kind {@code RESOURCES}, leaves what was there before, and the host
 * retries from its spool.
 */
@NullMarked
package io.heliograph.plugins.files;

import org.jspecify.annotations.NullMarked;
