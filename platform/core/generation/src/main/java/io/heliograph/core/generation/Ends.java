package io.heliograph.core.generation;

import io.heliograph.spi.ErrorKind;

/** What a person is told of a provider's failure. */
final class Ends {
    private Ends() {}

    static FailureCode code(ErrorKind kind) {
        return switch (kind) {
            case USER -> FailureCode.NOT_POSSIBLE;
            case SAFETY -> FailureCode.REFUSED_BY_SAFETY;
            case PROVIDER, CANCELLED -> FailureCode.PROVIDER_FAILED;
            case LIMITED -> FailureCode.PROVIDER_BUSY;
            case CONFIGURATION -> FailureCode.INSTANCE_MISCONFIGURED;
            case RESOURCES -> FailureCode.OUT_OF_RESOURCES;
        };
    }
}
