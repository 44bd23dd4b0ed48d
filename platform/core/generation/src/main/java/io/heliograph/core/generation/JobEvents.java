package io.heliograph.core.generation;

import io.heliograph.core.event.EventLog;
import io.heliograph.kernel.PrincipalId;
import java.util.OptionalDouble;
import java.util.UUID;

/** Tells a job's owner what happens to it; inside a unit of work, as its last step. */
final class JobEvents {
    private final EventLog log;

    JobEvents(EventLog log) {
        this.log = log;
    }

    void tell(UUID principal, UUID job, GenerationState state, OptionalDouble fraction, int previewSeq) {
        StringBuilder json = new StringBuilder(120)
                .append("{\"id\":\"")
                .append(job)
                .append("\",\"state\":\"")
                .append(state.word())
                .append('"');
        if (fraction.isPresent()) {
            json.append(",\"fraction\":").append(Math.round(fraction.getAsDouble() * 1000) / 1000.0);
        }
        if (previewSeq > 0) {
            json.append(",\"previewSeq\":").append(previewSeq);
        }
        log.append(
                new PrincipalId(principal),
                GenerationService.EVENT,
                json.append('}').toString());
    }
}
