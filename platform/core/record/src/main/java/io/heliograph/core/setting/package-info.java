/**
 * What the wizard, the admin page and commands set: the second layer of the configuration, below file and environment.
 *
 * <p>Read first: {@link io.heliograph.core.setting.SettingBook} and {@link io.heliograph.core.setting.SettingValue}.
 *
 * <p>Imports the kernel, the unit of work, sealing and the security record; imported by the wiring, which knows the keys,
 * merges the layers and judges values. What must always hold: a secret is sealed under the installation's key and leaves
 * only through {@link io.heliograph.core.setting.SettingBook#read}; nothing is changed without an audit entry; earlier
 * versions are kept, of a secret only the one before. What it leaves out on purpose: which keys there are and what fits
 * them.
 */
@NullMarked
package io.heliograph.core.setting;

import org.jspecify.annotations.NullMarked;
