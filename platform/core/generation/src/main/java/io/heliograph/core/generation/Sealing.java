package io.heliograph.core.generation;

import io.heliograph.core.crypto.SealContext;
import io.heliograph.core.crypto.Sealer;
import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.PrincipalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns what is personal about a job into sealed columns and back. */
@Commitment("C2")
final class Sealing {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String INPUT = "generation_job.input_sealed";
    private static final String OUTPUTS = "generation_job.outputs_sealed";
    private static final String NOTES = "generation_job.notes_sealed";

    private final Sealer sealer;

    Sealing(Sealer sealer) {
        this.sealer = sealer;
    }

    byte[] input(PrincipalId owner, UUID job, JobInput input) {
        ObjectNode node = JSON.createObjectNode();
        node.put("prompt", input.prompt());
        input.negativePrompt().ifPresent(text -> node.put("negative", text));
        node.set("given", JSON.valueToTree(new TreeMap<>(input.given())));
        node.set("options", JSON.valueToTree(new TreeMap<>(input.options())));
        input.seed().ifPresent(seed -> node.put("seed", seed));
        ArrayNode references = node.putArray("references");
        for (ReferenceInput reference : input.references()) {
            references
                    .addObject()
                    .put("asset", reference.asset().toString())
                    .put("use", reference.use().name());
        }
        return sealer.seal(owner, SealContext.field(INPUT, job), JSON.writeValueAsBytes(node));
    }

    JobInput openInput(PrincipalId owner, UUID job, byte[] ciphertext) {
        JsonNode node = JSON.readTree(sealer.open(owner, SealContext.field(INPUT, job), ciphertext));
        List<ReferenceInput> references = new ArrayList<>();
        for (JsonNode reference : node.get("references")) {
            references.add(new ReferenceInput(
                    AssetId.parse(reference.get("asset").stringValue()).orElseThrow(),
                    ReferenceUse.valueOf(reference.get("use").stringValue())));
        }
        return new JobInput(
                node.get("prompt").stringValue(),
                Optional.ofNullable(node.get("negative")).map(JsonNode::stringValue),
                values(node.get("given")),
                values(node.get("options")),
                seed(node),
                references);
    }

    byte[] outputs(PrincipalId owner, UUID job, Outputs outputs) {
        ObjectNode node = JSON.createObjectNode();
        node.put("key", outputs.spoolKey());
        ArrayNode made = node.putArray("made");
        for (Made output : outputs.made()) {
            ObjectNode one = made.addObject();
            output.seed().ifPresent(seed -> one.put("seed", seed));
            switch (output) {
                case Made.Kept kept ->
                    one.put("name", kept.name()).put("type", kept.mediaType()).put("bytes", kept.sizeBytes());
                case Made.Away away -> {
                    one.put("address", away.address());
                    away.expires().ifPresent(at -> one.put("expires", at.toString()));
                    one.set("headers", JSON.valueToTree(away.headers()));
                }
            }
        }
        putNotes(node, outputs.notes());
        return sealer.seal(owner, SealContext.field(OUTPUTS, job), JSON.writeValueAsBytes(node));
    }

    Outputs openOutputs(PrincipalId owner, UUID job, byte[] ciphertext) {
        JsonNode node = JSON.readTree(sealer.open(owner, SealContext.field(OUTPUTS, job), ciphertext));
        List<Made> made = new ArrayList<>();
        for (JsonNode one : node.get("made")) {
            made.add(
                    one.has("name")
                            ? new Made.Kept(
                                    one.get("name").stringValue(),
                                    one.get("type").stringValue(),
                                    one.get("bytes").longValue(),
                                    seed(one))
                            : new Made.Away(
                                    one.get("address").stringValue(),
                                    texts(one.get("headers")),
                                    Optional.ofNullable(one.get("expires")).map(at -> Instant.parse(at.stringValue())),
                                    seed(one)));
        }
        return new Outputs(node.get("key").binaryValue(), made, notes(node));
    }

    byte[] notes(PrincipalId owner, UUID job, List<NoteView> notes) {
        ObjectNode node = JSON.createObjectNode();
        putNotes(node, notes);
        return sealer.seal(owner, SealContext.field(NOTES, job), JSON.writeValueAsBytes(node));
    }

    List<NoteView> openNotes(PrincipalId owner, UUID job, byte[] ciphertext) {
        return notes(JSON.readTree(sealer.open(owner, SealContext.field(NOTES, job), ciphertext)));
    }

    private static void putNotes(ObjectNode node, List<NoteView> notes) {
        ArrayNode list = node.putArray("notes");
        for (NoteView note : notes) {
            ArrayNode values = list.addObject().put("code", note.code()).putArray("values");
            note.values().forEach(values::add);
        }
    }

    private static List<NoteView> notes(JsonNode node) {
        List<NoteView> notes = new ArrayList<>();
        for (JsonNode note : node.get("notes")) {
            notes.add(new NoteView(
                    note.get("code").stringValue(),
                    note.get("values").valueStream().map(JsonNode::stringValue).toList()));
        }
        return notes;
    }

    /** Options in one form, for comparing. */
    static String asText(Map<String, Object> options) {
        return JSON.writeValueAsString(new TreeMap<>(options));
    }

    private static OptionalLong seed(JsonNode node) {
        JsonNode seed = node.get("seed");
        return seed == null ? OptionalLong.empty() : OptionalLong.of(seed.longValue());
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new TreeMap<>();
        node.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().stringValue()));
        return texts;
    }

    private static Map<String, Object> values(JsonNode node) {
        Map<String, Object> values = new TreeMap<>();
        node.properties().forEach(entry -> values.put(entry.getKey(), OptionValues.of(entry.getValue())));
        return values;
    }
}
