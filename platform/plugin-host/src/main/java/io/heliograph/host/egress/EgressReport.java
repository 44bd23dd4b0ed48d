package io.heliograph.host.egress;

/** Port for those who want to know that a plugin tried to go where it may not. Safe for many threads. */
@FunctionalInterface
public interface EgressReport {
    /** Told before the plugin hears of it. */
    void refused(EgressRefusal refusal);
}
