package io.heliograph.core.account;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts that something is refused as it should be. */
final class Refusal {
    private Refusal() {}

    static void of(ProblemType type, ThrowingCallable call) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(call)
                .satisfies(problem -> org.assertj.core.api.Assertions.assertThat(problem.type())
                        .isEqualTo(type));
    }
}
