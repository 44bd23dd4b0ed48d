package io.heliograph.web.openai;

import io.heliograph.core.generation.CatalogueModel;
import io.heliograph.core.generation.GenerationCommand;
import io.heliograph.core.generation.GenerationService;
import io.heliograph.core.generation.ResultKind;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client asks {@code /v1/images/generations} for. Fields that we do not know are passed over.
 *
 * @param base64 whether the bytes come in the answer, not as links
 * @param partials how many previews a streaming client wants, 0 to 3
 */
record ImageRequest(GenerationCommand command, boolean base64, boolean stream, int partials) {
    private static final int MOST_RESULTS = 10;
    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{1,4})x([1-9][0-9]{1,4})");

    static ImageRequest parse(String text, List<CatalogueModel> catalogue) {
        JsonObject body = object(text);
        String prompt = text(body, "prompt").orElseThrow(() -> fault("prompt", "required", "a text"));
        if (prompt.isBlank() || prompt.length() > GenerationService.MAX_PROMPT_CHARS) {
            throw fault("prompt", "length", "1 to " + GenerationService.MAX_PROMPT_CHARS + " characters");
        }
        long count = number(body, "n").orElse(1);
        if (count < 1 || count > MOST_RESULTS) {
            throw fault("n", "range", "1 to " + MOST_RESULTS);
        }
        CatalogueModel model = model(text(body, "model"), catalogue);
        Map<String, Object> options = new HashMap<>();
        text(body, "size").filter(size -> !size.equals("auto")).ifPresent(size -> size(size, model, options));
        boolean stream = Boolean.TRUE.equals(body.getValue("stream"));
        boolean base64 = text(body, "response_format").map(ImageRequest::format).orElse(stream);
        GenerationCommand command = new GenerationCommand(
                model.id().toString(), prompt, Optional.empty(), options, OptionalLong.empty(), (int) count, List.of());
        long partials = Math.clamp(number(body, "partial_images").orElse(0), 0, 3);
        return new ImageRequest(command, base64 || stream, stream, (int) partials);
    }

    private static JsonObject object(String text) {
        try {
            return new JsonObject(text);
        } catch (DecodeException malformed) {
            throw ProblemException.of(ProblemType.MALFORMED_REQUEST).causedBy(malformed);
        }
    }

    private static CatalogueModel model(Optional<String> name, List<CatalogueModel> catalogue) {
        return catalogue.stream()
                .filter(model -> model.kind() == ResultKind.IMAGE)
                .filter(model -> name.isEmpty()
                        ? model.unavailable().isEmpty()
                        : OpenAiRoutes.publicId(model).equals(name.get()))
                .findFirst()
                .orElseThrow(() -> ProblemException.field(
                        ProblemType.UNKNOWN_MODEL, "model", "unknown", "one of the models of /v1/models"));
    }

    private static boolean format(String format) {
        return switch (format) {
            case "url" -> false;
            case "b64_json" -> true;
            default -> throw fault("response_format", "enum", "url or b64_json");
        };
    }

    /** Sizes are what the model calls them: one word, or width and height. */
    private static void size(String size, CatalogueModel model, Map<String, Object> options) {
        Matcher matcher = SIZE.matcher(size);
        if (!matcher.matches()) {
            throw fault("size", "pattern", "WIDTHxHEIGHT or auto");
        }
        JsonObject properties = new JsonObject(model.optionsSchema()).getJsonObject("properties", new JsonObject());
        if (properties.containsKey("size")) {
            JsonArray allowed = properties.getJsonObject("size").getJsonArray("enum");
            if (allowed != null && !allowed.contains(size)) {
                throw fault(
                        "size",
                        "enum",
                        "one of "
                                + String.join(
                                        ", ",
                                        allowed.stream().map(String::valueOf).toList()));
            }
            options.put("size", size);
        } else if (properties.containsKey("width") && properties.containsKey("height")) {
            options.put("width", Long.valueOf(matcher.group(1)));
            options.put("height", Long.valueOf(matcher.group(2)));
        } else {
            throw fault("size", "unsupported", "auto, since this model has one size only");
        }
    }

    private static Optional<String> text(JsonObject body, String name) {
        return switch (body.getValue(name)) {
            case null -> Optional.empty();
            case String text -> Optional.of(text);
            default -> throw fault(name, "type", "a text");
        };
    }

    private static OptionalLong number(JsonObject body, String name) {
        return switch (body.getValue(name)) {
            case null -> OptionalLong.empty();
            case Integer number -> OptionalLong.of(number);
            case Long number -> OptionalLong.of(number);
            default -> throw fault(name, "type", "a whole number");
        };
    }

    private static ProblemException fault(String field, String code, String expected) {
        return ProblemException.field(ProblemType.VALIDATION, field, code, expected);
    }
}
