/** Tests of the whole API over real HTTP, with fakes of the services behind it; each answer is held against the contract. */
@NullMarked
package io.heliograph.web.api;

import org.jspecify.annotations.NullMarked;
