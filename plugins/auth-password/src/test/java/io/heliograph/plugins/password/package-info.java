/** Tests of sign-in by password: the kit, the rules for new passwords, and renewal of hashes. */
@NullMarked
package io.heliograph.plugins.password;

import org.jspecify.annotations.NullMarked;
