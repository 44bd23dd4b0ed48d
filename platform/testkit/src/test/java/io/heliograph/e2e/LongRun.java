package io.heliograph.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Runs in {@code ./heliograph test --long} only: what takes minutes, or kills and starts whole services again and again, and so
 * wants a machine to itself.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(named = "heliograph.long", matches = "true")
public @interface LongRun {}
