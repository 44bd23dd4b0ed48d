package io.heliograph.core.inventory;

import io.heliograph.kernel.DataCategory;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which data category a stored field belongs to. On an entity class it holds for all its fields; on a field it
 * overrides the class. A column without one fails the build.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface Stored {
    /** The one category. */
    DataCategory category();
}
