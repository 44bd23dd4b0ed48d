package io.heliograph.web.contract;

import io.heliograph.kernel.Commitment;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The OpenAPI contract of {@code /api/v1}, read from the class path. Immutable; safe for many threads, as long as
 * nobody changes the JSON it hands out, which is a copy.
 */
@Commitment("K3")
public final class Contract {
    /** Base path of every operation. */
    public static final String BASE_PATH = "/api/v1";

    private static final String RESOURCE = "/openapi/heliograph.yaml";
    private static final Pattern PERMISSION = Pattern.compile("public|[a-z]+:[a-z]+");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private final JsonObject document;
    private final List<OperationSpec> operations;

    private Contract(JsonObject document) {
        this.document = document;
        this.operations = List.copyOf(readOperations(document));
    }

    /** Reads the contract of this build. */
    public static Contract load() {
        return parse(text());
    }

    /** The YAML text as it is published. */
    public static String text() {
        try (InputStream in = Contract.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the contract is not on the class path: " + RESOURCE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a contract from YAML.
     *
     * @throws IllegalStateException if an operation lacks id or permission, or two share an id
     */
    public static Contract parse(String yaml) {
        Map<String, Object> map = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        // The round trip turns YAML's maps and dates into plain JSON.
        return new Contract(new JsonObject(new JsonObject(map).encode()));
    }

    /** All operations, in the order of the file. */
    public List<OperationSpec> operations() {
        return operations;
    }

    /** One operation by id. */
    public Optional<OperationSpec> operation(String id) {
        return operations.stream().filter(op -> op.id().equals(id)).findFirst();
    }

    /** The whole document. */
    public JsonObject document() {
        return document.copy();
    }

    /** The schema of an operation's JSON answer with this status; empty where the contract names none. */
    public Optional<JsonObject> responseSchema(OperationSpec operation, int status) {
        JsonObject responses = document.getJsonObject("paths")
                .getJsonObject(operation.path())
                .getJsonObject(operation.method().name().toLowerCase(Locale.ROOT))
                .getJsonObject("responses");
        JsonObject response = resolve(
                responses.getJsonObject(String.valueOf(status), responses.getJsonObject("default", new JsonObject())));
        JsonObject content = response.getJsonObject("content", new JsonObject());
        return content.fieldNames().stream()
                .filter(type -> type.contains("json"))
                .findFirst()
                .map(type -> content.getJsonObject(type).getJsonObject("schema"));
    }

    /** The part of the contract that Vert.x routes and validates: no streamed operation, no media type it refuses. */
    public JsonObject projection() {
        JsonObject copy = document.copy();
        copy.remove("security");
        // Vert.x counts path segments from the server's address and takes none without a host.
        copy.put("servers", new JsonArray().add(new JsonObject().put("url", "http://localhost" + BASE_PATH)));
        copy.getJsonObject("components").remove("securitySchemes");
        JsonObject paths = copy.getJsonObject("paths");
        for (OperationSpec operation : operations) {
            JsonObject path = paths.getJsonObject(operation.path());
            String method = operation.method().name().toLowerCase(Locale.ROOT);
            if (operation.streamed()) {
                path.remove(method);
            } else {
                path.getJsonObject(method).remove("security");
                path.getJsonObject(method).put("parameters", parameters(operation));
                JsonObject responses = path.getJsonObject(method).getJsonObject("responses");
                responses.put("default", new JsonObject().put("description", "A problem"));
            }
        }
        new ArrayList<>(paths.fieldNames())
                .stream()
                        .filter(path -> METHODS.stream().noneMatch(paths.getJsonObject(path)::containsKey))
                        .forEach(paths::remove);
        paths.forEach(path -> ((JsonObject) path.getValue()).remove("parameters"));
        copy.getJsonObject("components").remove("responses");
        copy.getJsonObject("components").remove("parameters");
        return copy;
    }

    /** Parameters written out: Vert.x does not follow references in those of a path. */
    private static JsonArray parameters(OperationSpec operation) {
        JsonArray parameters = new JsonArray();
        for (OperationSpec.Parameter parameter : operation.parameters()) {
            parameters.add(new JsonObject()
                    .put("name", parameter.name())
                    .put("in", parameter.in())
                    .put("required", parameter.required())
                    .put("schema", parameter.schema().copy()));
        }
        return parameters;
    }

    private List<OperationSpec> readOperations(JsonObject contract) {
        List<OperationSpec> found = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        JsonObject paths = contract.getJsonObject("paths");
        for (String path : paths.fieldNames()) {
            JsonObject item = paths.getJsonObject(path);
            for (String method : item.fieldNames()) {
                if (METHODS.contains(method)) {
                    OperationSpec operation = readOperation(path, method, item, item.getJsonObject(method));
                    if (!ids.add(operation.id())) {
                        throw new IllegalStateException("two operations are called " + operation.id());
                    }
                    found.add(operation);
                }
            }
        }
        return found;
    }

    private OperationSpec readOperation(String path, String method, JsonObject item, JsonObject model) {
        String id = model.getString("operationId", "");
        if (id.isEmpty()) {
            throw new IllegalStateException(method + " " + path + " has no operationId");
        }
        String permission = model.getString("x-heliograph-permission", "");
        if (!PERMISSION.matcher(permission).matches()) {
            throw new IllegalStateException(id + " declares no x-heliograph-permission");
        }
        List<OperationSpec.Parameter> parameters = new ArrayList<>();
        addParameters(item.getJsonArray("parameters"), parameters);
        addParameters(model.getJsonArray("parameters"), parameters);
        boolean streamed = model.getBoolean("x-heliograph-streamed", false);
        return new OperationSpec(
                id, HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)), path, permission, streamed, parameters);
    }

    private void addParameters(@Nullable JsonArray models, List<OperationSpec.Parameter> parameters) {
        if (models == null) {
            return;
        }
        for (int i = 0; i < models.size(); i++) {
            JsonObject model = resolve(models.getJsonObject(i));
            parameters.add(new OperationSpec.Parameter(
                    model.getString("name"),
                    model.getString("in"),
                    model.getBoolean("required", false),
                    resolve(model.getJsonObject("schema"))));
        }
    }

    private JsonObject resolve(JsonObject model) {
        String reference = model.getString("$ref", "");
        if (reference.isEmpty()) {
            return model;
        }
        JsonObject at = document;
        for (String step : reference.substring("#/".length()).split("/", -1)) {
            at = at.getJsonObject(step);
        }
        return resolve(at);
    }
}
