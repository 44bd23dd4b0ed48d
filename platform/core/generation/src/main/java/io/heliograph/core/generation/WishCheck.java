package io.heliograph.core.generation;

import io.heliograph.kernel.FieldError;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules for what a person may send, before any engine is asked. All faults are told at once. */
final class WishCheck {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{8,100}");
    private static final int MOST_REFERENCES = 16;

    private WishCheck() {}

    /** The wish with line ends made one kind. @throws ProblemException of type {@code validation} */
    static GenerationCommand checked(String idempotencyKey, GenerationCommand command) {
        List<FieldError> errors = new ArrayList<>();
        if (!KEY.matcher(idempotencyKey).matches()) {
            errors.add(new FieldError("Idempotency-Key", "malformed", "8 to 100 letters, digits and . _ : -"));
        }
        String prompt = plain(command.prompt());
        text("/prompt", prompt, errors);
        Optional<String> negative =
                command.negativePrompt().map(WishCheck::plain).filter(text -> !text.isBlank());
        negative.ifPresent(text -> text("/negativePrompt", text, errors));
        count(command.count(), errors);
        references(command.references(), errors);
        if (!errors.isEmpty()) {
            throw ProblemException.fields(ProblemType.VALIDATION, errors);
        }
        return new GenerationCommand(
                command.model(),
                prompt,
                negative,
                command.options(),
                command.seed(),
                command.count(),
                command.references());
    }

    /** @throws ProblemException of type {@code validation} */
    static void checked(QuoteCommand command) {
        List<FieldError> errors = new ArrayList<>();
        count(command.count(), errors);
        references(command.references(), errors);
        if (!errors.isEmpty()) {
            throw ProblemException.fields(ProblemType.VALIDATION, errors);
        }
    }

    /** What the model allows. @throws ProblemException {@code validation}, {@code bad-reference} */
    static void fits(Catalogue.Model model, int count, List<ReferenceInput> references) {
        if (count > model.card().maxCount()) {
            throw ProblemException.field(
                    ProblemType.VALIDATION,
                    "/count",
                    "too-large",
                    "at most " + model.card().maxCount());
        }
        for (int i = 0; i < references.size(); i++) {
            if (!model.card()
                    .references()
                    .contains(Catalogue.role(references.get(i).use()))) {
                throw ProblemException.field(
                        ProblemType.BAD_REFERENCE, "/references/" + i + "/role", "not-accepted", "a role of the model");
            }
        }
    }

    private static String plain(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
    }

    private static void text(String field, String text, List<FieldError> errors) {
        if (text.isBlank()) {
            errors.add(new FieldError(field, "required", "1 to 4000 characters"));
        } else if (text.length() > GenerationService.MAX_PROMPT_CHARS) {
            errors.add(new FieldError(
                    field,
                    "too-long",
                    "at most 4000 characters",
                    Optional.of(String.valueOf(GenerationService.MAX_PROMPT_CHARS))));
        }
        if (text.chars().anyMatch(c -> c != '\n' && Character.isISOControl(c))) {
            errors.add(new FieldError(field, "control-character", "no control characters but line breaks"));
        }
        if (text.codePoints().anyMatch(c -> c <= Character.MAX_VALUE && Character.isSurrogate((char) c))) {
            errors.add(new FieldError(field, "half-character", "whole characters: a surrogate stands alone"));
        }
    }

    private static void count(int count, List<FieldError> errors) {
        if (count < 1) {
            errors.add(new FieldError("/count", "too-small", "at least 1", Optional.of("1")));
        }
    }

    private static void references(List<ReferenceInput> references, List<FieldError> errors) {
        if (references.size() > MOST_REFERENCES) {
            errors.add(new FieldError(
                    "/references",
                    "too-many",
                    "at most " + MOST_REFERENCES,
                    Optional.of(String.valueOf(MOST_REFERENCES))));
        }
        Set<ReferenceUse> seen = EnumSet.noneOf(ReferenceUse.class);
        for (int i = 0; i < references.size(); i++) {
            if (!seen.add(references.get(i).use())) {
                errors.add(new FieldError("/references/" + i + "/role", "repeated", "each role once"));
            }
        }
    }
}
