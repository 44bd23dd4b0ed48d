package io.heliograph.web.api;

import io.heliograph.core.generation.ReferenceInput;
import io.heliograph.core.generation.ReferenceUse;
import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.Ids;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.policy.Actor;
import io.heliograph.web.port.Assets;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** Things in memory, all of one owner; each file is the bytes 0 to 99. */
final class FakeAssets implements Assets {
    static final String SHA = "a".repeat(64);

    final Map<AssetId, AssetView> kept = new ConcurrentHashMap<>();
    final Map<AssetId, AssetView> deleted = new ConcurrentHashMap<>();
    volatile Optional<Query> lastQuery = Optional.empty();
    private final Ids ids;

    FakeAssets(Ids ids) {
        this.ids = ids;
    }

    AssetId add(boolean uploaded) {
        AssetId id = new AssetId(ids.next());
        kept.put(id, view(id, uploaded, "private"));
        return id;
    }

    private static AssetView view(AssetId id, boolean uploaded, String visibility) {
        return new AssetView(
                id,
                "image",
                uploaded,
                "image/png",
                768,
                512,
                100,
                OptionalLong.empty(),
                Optional.of("LEHV6nWB2yk8"),
                FakeAccounts.NOW,
                visibility,
                Optional.of(FakeAccounts.NOW),
                Optional.of("a lake"),
                Optional.of("see & mehr.png"),
                Optional.empty(),
                Optional.of("landscapes/landscapes-v1"),
                Optional.of("Landscapes"),
                List.of(256, 512));
    }

    @Override
    public Page<AssetView> list(Actor viewer, Query query, Optional<Cursor> after, int limit) {
        lastQuery = Optional.of(query);
        return new Page<>(List.copyOf(kept.values()), Optional.empty());
    }

    @Override
    public List<AssetView> find(Actor viewer, List<AssetId> wanted) {
        return wanted.stream().map(kept::get).filter(Objects::nonNull).toList();
    }

    @Override
    public Summary summary(Actor viewer) {
        return new Summary(kept.size(), kept.size(), 0, 0, kept.size(), 0, 0, 0, Optional.empty(), 100L * kept.size());
    }

    @Override
    public Optional<AssetView> own(Actor viewer, AssetId id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public Optional<Details> details(Actor viewer, AssetId id) {
        return Optional.ofNullable(kept.get(id))
                .map(asset -> new Details(
                        asset,
                        Optional.of("people"),
                        Map.of("size", "768x512"),
                        Optional.of("7"),
                        OptionalLong.of(0),
                        Optional.of("Landscapes"),
                        Optional.of(URI.create("http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia")),
                        Optional.of(SHA),
                        List.of(new ReferenceInput(id, ReferenceUse.CONTENT)),
                        List.of(new Note("words-drawn", List.of("lake"))),
                        0,
                        0,
                        OptionalInt.of(365)));
    }

    @Override
    public Details setVisibility(Actor viewer, AssetId id, String visibility) {
        if (kept.computeIfPresent(id, (_, old) -> view(id, old.uploaded(), visibility)) == null) {
            throw ProblemException.of(ProblemType.NOT_FOUND);
        }
        return details(viewer, id).orElseThrow();
    }

    @Override
    public Deletion delete(Actor viewer, List<AssetId> wanted) {
        int count = 0;
        for (AssetId id : wanted) {
            AssetView view = kept.remove(id);
            if (view != null) {
                deleted.put(id, view);
                count++;
            }
        }
        return new Deletion(count, FakeAccounts.NOW.plusSeconds(30));
    }

    @Override
    public int restore(Actor viewer, List<AssetId> wanted) {
        int count = 0;
        for (AssetId id : wanted) {
            AssetView view = deleted.remove(id);
            if (view != null) {
                kept.put(id, view);
                count++;
            }
        }
        return count;
    }

    @Override
    public Uploaded upload(Actor viewer, Optional<String> fileName, InputStream bytes) throws IOException {
        if (bytes.readAllBytes().length < 10) {
            throw ProblemException.of(ProblemType.BAD_MEDIA);
        }
        AssetId id = add(true);
        return new Uploaded(Objects.requireNonNull(kept.get(id)), List.of("location"));
    }

    @Override
    public Optional<Content> content(Actor viewer, AssetId id) {
        return Optional.ofNullable(kept.get(id))
                .map(view -> new Content(
                        "image/png",
                        100,
                        SHA,
                        view.visibility().equals("public"),
                        view.fileName(),
                        (offset, length, target) -> {
                            for (long at = offset; at < offset + length; at++) {
                                target.write((int) at);
                            }
                        }));
    }

    @Override
    public Optional<Content> thumbnail(Actor viewer, AssetId id, int width) {
        return content(viewer, id);
    }
}
