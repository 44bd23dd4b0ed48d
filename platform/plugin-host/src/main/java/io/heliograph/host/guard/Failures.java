package io.heliograph.host.guard;

import io.heliograph.host.config.Need;
import io.heliograph.kernel.InstanceId;
import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns whatever ends a call into the one exception callers know. */
final class Failures {
    private static final Set<Need> REACHING_OUT = Set.of(Need.SOCKETS, Need.HTTP, Need.PROCESSES, Need.NATIVE);

    private Failures() {}

    static boolean reachesOut(Need need) {
        return REACHING_OUT.contains(need);
    }

    /** A call that did not end: for one with an effect, nobody knows what came of it. */
    static PluginException givenUp(InstanceId instance, SpiMethod method, CallLife life) {
        String message = instance + " did not answer " + method.key() + " and did not stop when told to";
        String code = life.ended() == CallLife.End.CANCELLED ? "cancelled-and-stuck" : "no-answer";
        return method.hasEffect()
                ? PluginException.unknown(code, message)
                : PluginException.nothingHappened(ErrorKind.PROVIDER, code, message);
    }

    /** A call that ended badly. */
    static PluginException map(
            InstanceId instance, SpiMethod method, CallLife life, boolean reachesOut, Throwable thrown) {
        boolean maybe = method.hasEffect() && (life.hasLeft() || reachesOut);
        CallLife.@Nullable End end = life.ended();
        if (thrown instanceof RunningCall.NotBegun) {
            return end == CallLife.End.CANCELLED || end == CallLife.End.REVOKED
                    ? PluginException.cancelled()
                    : PluginException.limited(instance + " had no free slot in time", java.time.Duration.ofSeconds(5));
        }
        if (thrown instanceof PluginException own) {
            return timedOut(instance, method, end, own);
        }
        if (end == CallLife.End.CANCELLED || end == CallLife.End.REVOKED) {
            PluginException failure = maybe
                    ? PluginException.unknown("cancelled", "the call was cancelled when something had left")
                    : PluginException.nothingHappened(
                            ErrorKind.CANCELLED, end == CallLife.End.REVOKED ? "revoked" : "cancelled", "cancelled");
            return failure.causedBy(thrown);
        }
        String code = end == null ? code(thrown) : "no-answer";
        String message = end == null
                ? instance + " failed in " + method.key() + ": "
                        + thrown.getClass().getSimpleName()
                : instance + " did not answer " + method.key() + " in time";
        PluginException failure = maybe
                ? PluginException.unknown(code, message)
                : PluginException.nothingHappened(ErrorKind.PROVIDER, code, message);
        return failure.causedBy(thrown);
    }

    /** A plugin that stopped as told says "cancelled"; the caller should hear that it was our deadline. */
    private static PluginException timedOut(
            InstanceId instance, SpiMethod method, CallLife.@Nullable End end, PluginException own) {
        boolean ours = end == CallLife.End.DEADLINE || end == CallLife.End.NO_PROGRESS;
        if (!ours || own.kind() != ErrorKind.CANCELLED) {
            return own;
        }
        return PluginException.nothingHappened(
                        ErrorKind.PROVIDER, "no-answer", instance + " did not answer " + method.key() + " in time")
                .causedBy(own);
    }

    private static String code(Throwable thrown) {
        return switch (thrown) {
            case StackOverflowError _ -> "plugin-stack-overflow";
            case OutOfMemoryError _ -> "plugin-out-of-memory";
            case LinkageError _ -> "plugin-not-linked";
            case Error _ -> "plugin-error";
            default -> "plugin-failed";
        };
    }
}
