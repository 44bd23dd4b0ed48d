package io.heliograph.core.library;

import io.heliograph.core.crypto.KeyDestroyedException;
import io.heliograph.core.crypto.SealContext;
import io.heliograph.core.crypto.Sealer;
import io.heliograph.core.library.store.AssetRow;
import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.PrincipalId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sealed texts of a row: how a result was made (as JSON), and the name of what was brought in. */
final class Texts {
    private static final String MAKING = "asset.making_sealed";
    private static final String FILE_NAME = "asset.file_name_sealed";
    private static final JsonMapper JSON = new JsonMapper();

    private final Sealer sealer;

    Texts(Sealer sealer) {
        this.sealer = sealer;
    }

    byte[] sealMaking(PrincipalId owner, AssetId asset, Making making) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("prompt", making.prompt());
        making.negativePrompt().ifPresent(text -> fields.put("negativePrompt", text));
        fields.put("options", making.options());
        making.seed().ifPresent(seed -> fields.put("seed", Long.toString(seed)));
        fields.put("credits", making.credits());
        fields.put("providerName", making.providerName());
        fields.put(
                "references",
                making.references().stream()
                        .map(one -> Map.of("asset", one.asset().toString(), "role", one.role()))
                        .toList());
        fields.put(
                "notes",
                making.notes().stream()
                        .map(note -> Map.of("code", note.code(), "values", note.values()))
                        .toList());
        return sealer.sealText(owner, SealContext.field(MAKING, asset.value()), JSON.writeValueAsString(fields));
    }

    /** How a result was made; empty where that is forgotten, or nobody can read it any more. */
    Optional<Making> making(AssetRow row) {
        return open(row, MAKING, row.makingSealed()).map(text -> making(JSON.readTree(text)));
    }

    private static Making making(JsonNode node) {
        Map<String, Object> options = new HashMap<>();
        node.path("options").properties().forEach(entry -> {
            Object value = JSON.treeToValue(entry.getValue(), Object.class);
            if (value != null) {
                options.put(entry.getKey(), value);
            }
        });
        List<Making.UsedReference> references = new ArrayList<>();
        for (JsonNode one : node.path("references")) {
            AssetId.parse(one.path("asset").asString(""))
                    .ifPresent(asset -> references.add(
                            new Making.UsedReference(asset, one.path("role").asString(""))));
        }
        List<Making.Note> notes = new ArrayList<>();
        for (JsonNode note : node.path("notes")) {
            List<String> values = new ArrayList<>();
            note.path("values").forEach(value -> values.add(value.asString("")));
            // What was kept before notes had values is the code alone.
            notes.add(new Making.Note(
                    note.isString() ? note.asString("") : note.path("code").asString(""), values));
        }
        return new Making(
                node.path("prompt").asString(""),
                Optional.of(node.path("negativePrompt").asString("")).filter(text -> !text.isEmpty()),
                options,
                node.has("seed")
                        ? OptionalLong.of(Long.parseLong(node.path("seed").asString("0")))
                        : OptionalLong.empty(),
                node.path("credits").asLong(0),
                node.path("providerName").asString(""),
                references,
                notes);
    }

    byte[] sealFileName(PrincipalId owner, AssetId asset, String fileName) {
        return sealer.sealText(owner, SealContext.field(FILE_NAME, asset.value()), fileName);
    }

    Optional<String> fileName(AssetRow row) {
        return open(row, FILE_NAME, row.fileNameSealed());
    }

    private Optional<String> open(AssetRow row, String field, Optional<byte[]> sealed) {
        if (sealed.isEmpty()) {
            return Optional.empty();
        }
        UUID id = row.id();
        try {
            return Optional.of(
                    sealer.openText(new PrincipalId(row.owner()), SealContext.field(field, id), sealed.get()));
        } catch (KeyDestroyedException e) {
            return Optional.empty(); // the owner is being erased; the text is gone in all but name
        }
    }
}
