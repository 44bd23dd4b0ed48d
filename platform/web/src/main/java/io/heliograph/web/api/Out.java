package io.heliograph.web.api;

import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.Page;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/** Writes one JSON object; what is empty is left out. Used by one thread. */
final class Out {
    private final JsonObject json = new JsonObject();

    static Out object() {
        return new Out();
    }

    /** A page of a keyset list. */
    static <T> JsonObject page(Page<T> page, Function<? super T, JsonObject> item) {
        return items(page.items(), item)
                .optional("next", page.next().map(Cursor::encode))
                .json();
    }

    /** A whole list. */
    static <T> Out items(Collection<T> items, Function<? super T, JsonObject> item) {
        return new Out().list("items", items, item);
    }

    /** Text, number, switch, time, id, object or list. */
    Out put(String name, Object value) {
        json.put(name, plain(value));
        return this;
    }

    /** A value, where there is one. */
    Out optional(String name, Optional<?> value) {
        value.ifPresent(present -> json.put(name, plain(present)));
        return this;
    }

    /** A number, where there is one. */
    Out optional(String name, OptionalInt value) {
        value.ifPresent(present -> json.put(name, present));
        return this;
    }

    /** A number, where there is one. */
    Out optional(String name, OptionalLong value) {
        value.ifPresent(present -> json.put(name, present));
        return this;
    }

    /** A number, where there is one. */
    Out optional(String name, OptionalDouble value) {
        value.ifPresent(present -> json.put(name, present));
        return this;
    }

    /** A text, where it is not empty. */
    Out text(String name, String value) {
        if (!value.isBlank()) {
            json.put(name, value);
        }
        return this;
    }

    /** A list of objects. */
    <T> Out list(String name, Collection<T> items, Function<? super T, JsonObject> item) {
        JsonArray array = new JsonArray();
        items.forEach(each -> array.add(item.apply(each)));
        json.put(name, array);
        return this;
    }

    JsonObject json() {
        return json;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Instant time -> time.truncatedTo(ChronoUnit.MILLIS).toString();
            case String text -> text;
            case Number number -> number;
            case Boolean flag -> flag;
            case JsonObject object -> object;
            case JsonArray array -> array;
            case Out out -> out.json();
            case Collection<?> many -> {
                JsonArray array = new JsonArray();
                many.forEach(each -> array.add(plain(each)));
                yield array;
            }
            case Map<?, ?> map -> {
                JsonObject object = new JsonObject();
                map.forEach((key, each) -> object.put(String.valueOf(key), plain(each)));
                yield object;
            }
            default -> value.toString();
        };
    }

    /** Texts of a JSON array. */
    static List<String> texts(JsonObject body, String name) {
        return body.getJsonArray(name, new JsonArray()).stream()
                .map(String::valueOf)
                .toList();
    }
}
