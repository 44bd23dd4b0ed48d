package io.heliograph.core.library;

import io.heliograph.core.library.store.AssetQuery;
import io.heliograph.core.library.store.AssetReader;
import io.heliograph.core.library.store.AssetRow;
import io.heliograph.core.library.store.Seen;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Search in one's own texts, which are sealed: rows are read in batches, opened in memory, compared and forgotten. One call looks at
 * {@value #MOST_ROWS} rows at most and then hands out where to go on, so that it ends soon also where nothing matches.
 */
final class Search {
    static final int BATCH_ROWS = 250;
    static final int MOST_ROWS = 5_000;

    private final Tx tx;
    private final AssetReader reader;
    private final Texts texts;
    private final Views views;

    Search(Tx tx, AssetReader reader, Texts texts, Views views) {
        this.tx = tx;
        this.reader = reader;
        this.texts = texts;
        this.views = views;
    }

    Page<AssetView> page(Seen seen, AssetQuery query, String words, int limit) {
        List<String> wanted = Stream.of(words.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        List<AssetView> found = new ArrayList<>();
        AssetQuery next = query;
        for (int looked = 0; looked < MOST_ROWS; looked += BATCH_ROWS) {
            AssetQuery batch = next;
            List<AssetRow> rows = tx.required(() -> reader.page(seen, batch, BATCH_ROWS));
            for (AssetRow row : rows) {
                Optional<String> prompt = texts.making(row).map(Making::prompt);
                Optional<String> fileName = texts.fileName(row);
                String text = (prompt.orElse("") + " " + fileName.orElse("")).toLowerCase(Locale.ROOT);
                if (wanted.stream().allMatch(text::contains)) {
                    found.add(views.of(row, prompt, fileName));
                }
                if (found.size() == limit) {
                    return new Page<>(found, Optional.of(cursor(row)));
                }
            }
            if (rows.size() < BATCH_ROWS) {
                return new Page<>(found, Optional.empty());
            }
            next = next.after(position(rows.getLast()));
        }
        return new Page<>(
                found,
                next.after()
                        .map(at -> Cursor.of(at.createdAt().toString(), at.id().toString())));
    }

    static Cursor cursor(AssetRow row) {
        return Cursor.of(row.createdAt().toString(), row.id().toString());
    }

    static AssetQuery.Position position(AssetRow row) {
        return new AssetQuery.Position(row.createdAt(), row.id());
    }
}
