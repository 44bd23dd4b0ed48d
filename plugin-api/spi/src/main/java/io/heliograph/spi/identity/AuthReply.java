package io.heliograph.spi.identity;

import io.heliograph.spi.Secret;
import java.util.Map;
import java.util.Optional;

/**
 * What came back.
 *
 * @param state the text of the step that is answered
 * @param fields answers by the names of {@link AuthStep.Challenge}, or the query of the issuer's redirect
 * @param subject the account that the host found for what was typed; empty if there is none, which the plugin must not
 *     let show
 */
public record AuthReply(String state, Map<String, Secret> fields, Optional<String> subject) {
    public AuthReply {
        fields = Map.copyOf(fields);
    }
}
