/**
 * Sealing at rest: a key per principal, wrapped by the master key; texts and blobs sealed under it.
 *
 * <p>Read first: {@link io.heliograph.core.crypto.Sealer} (what features call), {@link io.heliograph.core.crypto.SealContext}
 * (what a value is bound to) and {@link io.heliograph.core.crypto.MasterKey} (where the root of it all lies).
 *
 * <p>Imports the kernel, the unit of work and Tink; every feature that keeps text or bytes of a person imports it.
 *
 * <pre>
 *   master key (file in the data folder, mode 600, or a reference)
 *     wraps  -> principal_key (own table: left out of the dump, backed up apart)
 *       derives -> text key (AES-256-GCM)
 *               -> blob key per segment size (AES-256-GCM-HKDF, streaming)
 * </pre>
 *
 * <p>A sealed blob: format version (1 byte), segment code (1), two bytes of nought, key id (16), then the cipher's own
 * header and segments. What must always hold: a value opens only at the place it was sealed for; a destroyed key is
 * never made anew; no key is logged or leaves the process unwrapped. When the master key does not fit the table the
 * start stops with a sentence that says so. What it leaves out on purpose: keys per blob, and any choice of cipher.
 */
@NullMarked
package io.heliograph.core.crypto;

import org.jspecify.annotations.NullMarked;
