/**
 * A town on a street grid: {@link io.heliograph.plugins.procedural.town.CityPlan} lays it out, {@link
 * io.heliograph.plugins.procedural.town.City} finds what is visible column by column, {@link
 * io.heliograph.plugins.procedural.town.Facades} colours it.
 */
@NullMarked
package io.heliograph.plugins.procedural.town;

import org.jspecify.annotations.NullMarked;
