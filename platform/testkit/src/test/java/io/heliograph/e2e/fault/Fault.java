package io.heliograph.e2e.fault;

import com.fasterxml.jackson.databind.JsonNode;
import io.heliograph.e2e.Api;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One row of a table: a request that is wrong in one way, and what it gets.
 *
 * @param who signed in as whom; see {@link HouseFull}
 * @param problem the last part of the problem's type, or the code of OpenAI's error object
 * @param field what is named as wrong, as {@code field keyword}; empty where nothing is
 */
record Fault(
        String name,
        String who,
        String method,
        String path,
        Map<String, String> headers,
        byte[] body,
        int status,
        String problem,
        String field) {

    /** A request without a body. */
    static Fault of(String name, String who, String method, String path, int status, String problem, String field) {
        return new Fault(name, who, method, path, Map.of(), new byte[0], status, problem, field);
    }

    /** A request with JSON, well formed or not. */
    static Fault json(String name, String who, String path, String body, int status, String problem, String field) {
        return json(name, who, "POST", path, body, status, problem, field);
    }

    /** The same by another method. */
    static Fault json(
            String name,
            String who,
            String method,
            String path,
            String body,
            int status,
            String problem,
            String field) {
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
        return new Fault(
                name, who, method, path, headers, body.getBytes(StandardCharsets.UTF_8), status, problem, field);
    }

    /** The same row with another header; one with an empty value is left out. */
    Fault with(String header, String value) {
        Map<String, String> changed = new HashMap<>(headers);
        changed.put(header, value);
        if (value.isEmpty()) {
            changed.remove(header);
        }
        return new Fault(name, who, method, path, changed, body, status, problem, field);
    }

    /** The same row with other bytes. */
    Fault with(byte[] bytes) {
        return new Fault(name, who, method, path, headers, bytes, status, problem, field);
    }

    Api.Reply sendAs(Api api) {
        return api.send(method, path, headers, body);
    }

    /** What an answer names as wrong, each as {@code field keyword}. */
    static List<String> fields(Api.Reply reply) {
        List<String> fields = new ArrayList<>();
        for (JsonNode error : reply.json().path("errors")) {
            String name = error.has("pointer")
                    ? error.path("pointer").asText()
                    : error.path("parameter").asText();
            fields.add(name + " " + error.path("keyword").asText());
        }
        return fields;
    }

    @Override
    public String toString() {
        return name;
    }
}
