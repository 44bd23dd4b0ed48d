/** Tests of the folder store: the kit, and what only a folder has. */
@NullMarked
package io.heliograph.plugins.files;

import org.jspecify.annotations.NullMarked;
