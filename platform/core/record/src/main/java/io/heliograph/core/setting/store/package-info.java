/** Rows and queries of the settings: see {@link io.heliograph.core.setting.store.StoredSettingBook}. */
@NullMarked
package io.heliograph.core.setting.store;

import org.jspecify.annotations.NullMarked;
