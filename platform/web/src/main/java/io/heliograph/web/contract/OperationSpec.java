package io.heliograph.web.contract;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One operation of the contract.
 *
 * @param id operation id
 * @param method HTTP method
 * @param path path template below the base path, such as {@code /assets/{assetId}}
 * @param permission what the caller needs; {@value #PUBLIC} for nobody in particular
 * @param streamed whether it carries raw bytes or an event stream, around the body handler
 * @param parameters its parameters, those of its path included, references resolved
 */
public record OperationSpec(
        String id, HttpMethod method, String path, String permission, boolean streamed, List<Parameter> parameters) {
    /** The permission of an operation that anybody may call. */
    public static final String PUBLIC = "public";

    public OperationSpec {
        parameters = List.copyOf(parameters);
    }

    /** Whether anybody may call it. */
    public boolean isPublic() {
        return permission.equals(PUBLIC);
    }

    /** The path as the router writes it: {@code /assets/:assetId}. */
    public String routerPath() {
        return path.replaceAll("\\{([A-Za-z]+)}", ":$1");
    }

    /** Whether it takes a query parameter of this name. */
    public boolean takesQuery(String name) {
        return parameters.stream()
                .anyMatch(p -> p.in().equals("query") && p.name().equals(name));
    }

    /** Names of its query parameters, for the message about an unknown one. */
    public String queryNames() {
        return parameters.stream()
                .filter(p -> p.in().equals("query"))
                .map(Parameter::name)
                .collect(Collectors.joining(", "));
    }

    /**
     * One parameter.
     *
     * @param in {@code path}, {@code query} or {@code header}
     * @param schema JSON Schema of its value, references resolved
     */
    public record Parameter(String name, String in, boolean required, JsonObject schema) {}
}
