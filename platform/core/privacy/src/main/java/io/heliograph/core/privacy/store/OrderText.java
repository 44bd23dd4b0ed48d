package io.heliograph.core.privacy.store;

import io.heliograph.core.inventory.Disposition;
import io.heliograph.core.inventory.ErasureScope;
import io.heliograph.kernel.DataCategory;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** How scope and dispositions stand in the order's row. */
final class OrderText {
    private OrderText() {}

    static String scope(ErasureScope scope) {
        return switch (scope) {
            case ErasureScope.Account() -> "account";
            case ErasureScope.Objects _ -> "objects";
            case ErasureScope.Range _ -> "range";
        };
    }

    static String detail(ErasureScope scope) {
        return switch (scope) {
            case ErasureScope.Account() -> "";
            case ErasureScope.Objects(String kind, Set<UUID> ids) ->
                kind + " " + ids.stream().map(UUID::toString).sorted().collect(Collectors.joining(" "));
            case ErasureScope.Range(Instant from, Instant to) -> from + " " + to;
        };
    }

    static ErasureScope scope(String word, String detail) {
        List<String> parts = Parts.of(detail, " ");
        return switch (word) {
            case "account" -> new ErasureScope.Account();
            case "objects" -> {
                Set<UUID> ids = new HashSet<>();
                parts.stream().skip(1).forEach(id -> ids.add(UUID.fromString(id)));
                yield new ErasureScope.Objects(parts.getFirst(), ids);
            }
            case "range" -> new ErasureScope.Range(Instant.parse(parts.get(0)), Instant.parse(parts.get(1)));
            default -> throw new IllegalStateException("unknown scope " + word);
        };
    }

    static String dispositions(Map<DataCategory, Disposition> dispositions) {
        return new TreeMap<>(dispositions)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + " "
                                + switch (entry.getValue()) {
                                    case Disposition.Erase() -> "erase";
                                    case Disposition.Pseudonymise() -> "pseudonymise";
                                    case Disposition.KeepUntil(Instant until, String reason) ->
                                        "keep " + until + " " + reason;
                                })
                        .collect(Collectors.joining(Parts.SEPARATOR));
    }

    static Map<DataCategory, Disposition> dispositions(String text) {
        Map<DataCategory, Disposition> all = new EnumMap<>(DataCategory.class);
        for (String one : Parts.of(text, Parts.SEPARATOR)) {
            List<String> words = Parts.of(one, " ");
            all.put(
                    DataCategory.valueOf(words.get(0)),
                    switch (words.get(1)) {
                        case "erase" -> new Disposition.Erase();
                        case "pseudonymise" -> new Disposition.Pseudonymise();
                        case "keep" -> new Disposition.KeepUntil(Instant.parse(words.get(2)), words.get(3));
                        default -> throw new IllegalStateException("unknown disposition " + words.get(1));
                    });
        }
        return all;
    }
}
