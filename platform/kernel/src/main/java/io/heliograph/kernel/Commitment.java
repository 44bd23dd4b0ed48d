package io.heliograph.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Ties code and tests to the promises they keep, by the stable ids of {@code docs/commitments.md} ("V1", "T1", ...).
 * The page is generated from these marks.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Commitment {
    /** Ids of the promises. */
    String[] value();
}
