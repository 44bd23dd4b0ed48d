package io.heliograph.core.library;

import io.heliograph.core.inventory.ExportParticipant;
import io.heliograph.core.inventory.ExportSink;
import io.heliograph.core.inventory.Holding;
import io.heliograph.core.library.store.AssetReader;
import io.heliograph.core.library.store.Seen;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.policy.Actor;
import io.heliograph.policy.Purpose;
import io.heliograph.spi.PluginException;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A person's library in their archive: a line for each asset, a line on how it was made, and the file itself. */
@Commitment("G1")
final class LibraryExport implements ExportParticipant {
    private static final int ASSETS_A_PAGE = 20;

    private final Tx tx;
    private final Library library;
    private final AssetReader reader = new AssetReader();

    LibraryExport(Tx tx, Library library) {
        this.tx = tx;
        this.library = library;
    }

    @Override
    public String feature() {
        return LibraryContribution.FEATURE;
    }

    @Override
    public int formatVersion() {
        return 1;
    }

    @Override
    public Set<DataCategory> categories() {
        return Set.of(DataCategory.RESULT, DataCategory.UPLOAD, DataCategory.PROMPT);
    }

    @Override
    public List<Holding> holdings(PrincipalId owner) {
        AssetReader.Sums sums =
                tx.required(() -> reader.sums(Seen.by(Actor.person(owner)), owner.value(), Instant.EPOCH));
        return List.of(
                new Holding(
                        DataCategory.RESULT,
                        "asset",
                        sums.generatedImages() + sums.generatedVideos(),
                        sums.bytes() - sums.uploadBytes(),
                        sums.nextExpiry().orElse(null)),
                new Holding(
                        DataCategory.UPLOAD,
                        "upload",
                        sums.uploads(),
                        sums.uploadBytes(),
                        sums.nextExpiry().orElse(null)),
                new Holding(DataCategory.PROMPT, "prompt", sums.withMaking(), 0, null));
    }

    @Override
    public Optional<String> export(PrincipalId owner, Optional<String> cursor, ExportSink sink) {
        Actor person = Actor.person(owner);
        Page<AssetView> page =
                library.page(person, AssetFilter.all(), cursor.flatMap(text -> Cursor.decode(text, 2)), ASSETS_A_PAGE);
        for (AssetView asset : page.items()) {
            write(person, asset, sink);
        }
        return page.next().map(Cursor::encode);
    }

    private void write(Actor person, AssetView asset, ExportSink sink) {
        DataCategory category = asset.origin().category();
        AssetDetails details = library.details(person, asset.id());
        String file = "media/" + asset.id() + "." + asset.type().extension();
        Map<String, Object> fields = new HashMap<>();
        fields.put("id", asset.id().toString());
        fields.put("origin", asset.origin().word());
        fields.put("mediaType", asset.type().mimeType());
        fields.put("width", asset.width());
        fields.put("height", asset.height());
        fields.put("durationMillis", asset.durationMillis());
        fields.put("bytes", asset.bytes());
        fields.put("sha256", details.sha256());
        fields.put("visibility", asset.visibility());
        fields.put("createdAt", asset.createdAt());
        asset.keptUntil().ifPresent(until -> fields.put("keptUntil", until));
        asset.fileName().ifPresent(name -> fields.put("fileName", name));
        asset.modelId().ifPresent(model -> fields.put("modelId", model));
        fields.put("file", file);
        sink.line(category, "asset", fields);
        details.making().ifPresent(making -> sink.line(DataCategory.PROMPT, "making", making(asset, making)));
        AssetContent content = library.open(person, Purpose.EXPORT, asset.id(), new Variant.Original());
        sink.file(category, file, asset.type().mimeType(), out -> {
            try {
                content.copy(0, content.sizeBytes(), out);
            } catch (PluginException e) {
                throw new IOException("the store did not hand out a file", e);
            }
        });
    }

    private static Map<String, Object> making(AssetView asset, Making making) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("asset", asset.id().toString());
        fields.put("prompt", making.prompt());
        making.negativePrompt().ifPresent(text -> fields.put("negativePrompt", text));
        fields.put("options", making.options());
        making.seed().ifPresent(seed -> fields.put("seed", seed));
        fields.put("credits", making.credits());
        return fields;
    }
}
