package io.heliograph.core.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class JobStateTest {
    /** Every allowed move, one line a state. A change of the diagram is a change here. */
    private static final String TABLE = """
            QUEUED: STARTING FAILED CANCELED
            STARTING: QUEUED SUBMITTING FAILED CANCELED
            SUBMITTING: QUEUED WORKING FETCHING SPOOLED UNKNOWN FAILED CANCELED
            WORKING: WORKING FETCHING SPOOLED UNKNOWN FAILED CANCELED
            FETCHING: WORKING FETCHING SPOOLED FAILED CANCELED
            SPOOLED: QUEUED WORKING SPOOLED SUCCEEDED FAILED CANCELED
            UNKNOWN: QUEUED WORKING FETCHING SPOOLED UNKNOWN EXPIRED FAILED CANCELED
            EXPIRED: WORKING FETCHING SPOOLED EXPIRED FAILED
            SUCCEEDED:
            FAILED:
            CANCELED:
            """;

    @Test
    void theDiagramIsTheTable() {
        String diagram = Arrays.stream(JobState.values())
                .map(from -> (from + ": "
                                + Arrays.stream(JobState.values())
                                        .filter(from::mayBecome)
                                        .map(JobState::name)
                                        .collect(Collectors.joining(" ")))
                        .strip())
                .collect(Collectors.joining("\n", "", "\n"));
        assertThat(diagram).isEqualTo(TABLE);
    }

    @Test
    void whatWasNotSentIsNotInTheEngineAndWhatEndedMovesNoMore() {
        for (JobState state : JobState.values()) {
            assertThat(state.ended()).isEqualTo(Arrays.stream(JobState.values()).noneMatch(state::mayBecome));
        }
    }
}
