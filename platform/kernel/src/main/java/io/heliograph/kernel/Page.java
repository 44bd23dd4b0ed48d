package io.heliograph.kernel;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a keyset list.
 *
 * @param next where the following page begins; empty at the end of the list
 */
public record Page<T>(List<T> items, Optional<Cursor> next) {
    public Page {
        items = List.copyOf(items);
    }

    /** The same page with other items. */
    public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
        return new Page<>(items.stream().<R>map(mapping).toList(), next);
    }

    /**
     * Cuts a page out of {@code limit + 1} rows: one row more than asked for says that there is more.
     *
     * @param cursor the position after the last item that is handed out
     */
    public static <T> Page<T> cut(List<T> rows, int limit, Function<? super T, Cursor> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(rows, Optional.empty());
        }
        List<T> items = rows.subList(0, limit);
        return new Page<>(items, Optional.of(cursor.apply(items.getLast())));
    }
}
