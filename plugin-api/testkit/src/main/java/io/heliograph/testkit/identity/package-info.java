/** Tests of local ways to sign in: right, wrong and unknown, and what must not show. */
@NullMarked
package io.heliograph.testkit.identity;

import org.jspecify.annotations.NullMarked;
