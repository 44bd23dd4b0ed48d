package io.heliograph.core.generation;

import io.heliograph.policy.PolicyDeniedException;
import io.heliograph.policy.Reasons;
import io.heliograph.spi.PluginException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Downloads what an engine left at addresses into the spool. Repeating it downloads again; nothing is made again. */
final class FetchStep {
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final Held held;
    private final JobRun.Parts parts;
    private final Engine engine;

    FetchStep(Held held, JobRun.Parts parts, Engine engine) {
        this.held = held;
        this.parts = parts;
        this.engine = engine;
    }

    void go() {
        byte[] ciphertext = held.row().outputsSealed().orElseThrow();
        Outputs outputs = parts.sealing().openOutputs(held.owner(), held.row().id(), ciphertext);
        List<Made> made = new ArrayList<>();
        try {
            for (Made output : outputs.made()) {
                made.add(
                        switch (output) {
                            case Made.Kept kept -> kept;
                            case Made.Away away -> engine.fetch(call(outputs.spoolKey()), away);
                        });
            }
        } catch (PluginException failure) {
            again(outputs);
            return;
        } catch (PolicyDeniedException denied) {
            if (denied.reason().equals(Reasons.REVOKED) || denied.reason().equals(Reasons.UNKNOWN_OBJECT)) {
                throw new LeaseLostException();
            }
            again(outputs);
            return;
        }
        Outputs whole = new Outputs(outputs.spoolKey(), made, outputs.notes());
        parts.moves()
                .move(
                        held,
                        JobState.SPOOLED,
                        Map.of(
                                "outputs_sealed",
                                parts.sealing().outputs(held.owner(), held.row().id(), whole)));
        parts.faults().at(FaultPoint.AFTER_SPOOL);
        new StoreStep(held, parts, Optional.of(engine)).go();
    }

    private Engine.Call call(byte[] spoolKey) {
        return new Engine.Call(
                held.grant(), spoolKey, held.row().count(), parts.settings().callLimit(), held.stop(), report -> {});
    }

    /** Later again; where an address has expired, the engine is asked for fresh ones. */
    private void again(Outputs outputs) {
        Instant now = held.row().readAt();
        boolean stale = outputs.made().stream()
                .anyMatch(made -> made instanceof Made.Away away
                        && away.expires().map(at -> !at.isAfter(now)).orElse(false));
        boolean over = held.row()
                .spooledAt()
                .map(at -> at.plus(parts.settings().spoolLife()).isBefore(now))
                .orElse(false);
        if (over) {
            parts.moves().fail(held, FailureCode.RESULT_LOST, Moves.Credits.LOST);
        } else if (stale && held.row().remoteToken().isPresent()) {
            parts.moves().park(held, JobState.WORKING, AGAIN, Map.of());
        } else {
            parts.moves().park(held, JobState.FETCHING, AGAIN, Map.of());
        }
    }
}
