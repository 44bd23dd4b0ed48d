package io.heliograph.web.edge;

import io.heliograph.kernel.PrincipalId;
import io.heliograph.web.contract.OperationSpec;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One admitted call: everything a handler may know of a request. Its parameters and its body fit the contract.
 *
 * @param parameters values by name: text, whole number ({@link Long}), number or switch
 * @param body empty object where there is none
 */
public record Call(
        OperationSpec operation,
        Caller caller,
        ClientFacts client,
        Locale locale,
        String requestId,
        Map<String, Object> parameters,
        JsonObject body) {
    /** Most items of a page where the caller does not say. */
    public static final int USUAL_LIMIT = 50;

    public Call {
        parameters = Map.copyOf(parameters);
    }

    /** The account that calls. */
    public PrincipalId principal() {
        return caller.principal();
    }

    /** A parameter that the contract requires. */
    public String text(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("the contract requires no parameter " + name));
    }

    /** A parameter as text, where it was given. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(parameters.get(name)).map(String::valueOf);
    }

    /** A whole number, where it was given. */
    public OptionalLong number(String name) {
        return parameters.get(name) instanceof Long value ? OptionalLong.of(value) : OptionalLong.empty();
    }

    /** A switch; false where it was not given. */
    public boolean flag(String name) {
        return Boolean.TRUE.equals(parameters.get(name));
    }

    /** A time, where it was given. */
    public Optional<Instant> time(String name) {
        return find(name).map(Times::parse);
    }

    /** How many items a page may have. */
    public int limit() {
        return (int) number("limit").orElse(USUAL_LIMIT);
    }

    /** Leaves parameters and body out: they may be private. */
    @Override
    public String toString() {
        return "Call[" + operation.id() + ", " + requestId + "]";
    }
}
