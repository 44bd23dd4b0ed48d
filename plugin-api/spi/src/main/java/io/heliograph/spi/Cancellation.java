package io.heliograph.spi;

/** Whether the host wants the call to end. Cheap enough to ask in inner loops; safe for many threads. */
public interface Cancellation {
    /** True once the call was cancelled, its permit revoked or its deadline has passed. Never turns false again. */
    boolean isCancelled();

    /** @throws PluginException of kind {@link ErrorKind#CANCELLED} once the call should end. */
    default void check() throws PluginException {
        if (isCancelled()) {
            throw PluginException.cancelled();
        }
    }
}
