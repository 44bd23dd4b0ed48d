package io.heliograph.bundled;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.heliograph.host.bytes.ByteSources;
import io.heliograph.host.config.PluginKind;
import io.heliograph.host.guard.GuardedBlobStore;
import io.heliograph.host.guard.GuardedEnrolment;
import io.heliograph.host.guard.GuardedIdentityProvider;
import io.heliograph.host.guard.GuardedProvider;
import io.heliograph.host.guard.SpiMethod;
import io.heliograph.kernel.InstanceId;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.Secret;
import io.heliograph.spi.identity.AuthReply;
import io.heliograph.spi.identity.AuthRequest;
import io.heliograph.spi.identity.AuthStep;
import io.heliograph.spi.provider.GenerationSpec;
import io.heliograph.spi.provider.IdempotencyKey;
import io.heliograph.spi.provider.MediaKind;
import io.heliograph.spi.provider.ModelCard;
import io.heliograph.spi.provider.Options;
import io.heliograph.spi.provider.QuoteRequest;
import io.heliograph.spi.store.BlobKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Uses an instance as the platform would, whatever its kind: its own code runs, and that of its libraries. */
final class EachKind {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SUBJECT = "somebody";

    private final BundledHost world;

    EachKind(BundledHost world) {
        this.world = world;
    }

    /** Calls it. Engines elsewhere cannot be reached from a test and fail: their failing path is what runs then. */
    void use(PluginKind kind, InstanceId id) throws Exception {
        switch (kind) {
            case PROVIDER -> provider(world.host().provider(id).orElseThrow());
            case STORE -> store(world.host().store(id).orElseThrow());
            case IDENTITY -> identity(world.host().identity(id).orElseThrow());
            case POLICY, PAYMENT, MAIL ->
                throw new AssertionError("teach this test to use a plugin of the kind " + kind.word());
        }
    }

    private void provider(GuardedProvider provider) throws IOException, PluginException {
        boolean elsewhere = !provider.manifest().hosts().isEmpty();
        try {
            List<ModelCard> models =
                    provider.models(world.permit(provider.id(), SpiMethod.PROVIDER_MODELS), world.terms());
            ModelCard model = models.stream()
                    .filter(card -> card.kind() == MediaKind.IMAGE)
                    .findFirst()
                    .orElseThrow();
            Options options = defaults(model);
            provider.quote(
                    world.permit(provider.id(), SpiMethod.PROVIDER_QUOTE),
                    new QuoteRequest(model.id(), options, 1, Set.of()),
                    world.terms());
            provider.submit(
                    world.permit(provider.id(), SpiMethod.PROVIDER_SUBMIT),
                    new GenerationSpec(
                            model.id(), "a lake at dawn", Optional.empty(), options, OptionalLong.of(7), 1, List.of()),
                    new IdempotencyKey("key-1"),
                    world.terms());
        } catch (PluginException failed) {
            if (!elsewhere) {
                throw failed;
            }
        }
    }

    /** The defaults of a model's schema, the smallest where it names a least number. */
    private static Options defaults(ModelCard model) throws JsonProcessingException {
        Map<String, Object> values = new HashMap<>();
        JSON.readTree(model.optionsSchema()).path("properties").properties().forEach(property -> {
            JsonNode spec = property.getValue();
            JsonNode value = spec.path("type").asText().equals("integer") && spec.has("minimum")
                    ? spec.get("minimum")
                    : spec.path("default");
            switch (value.getNodeType()) {
                case STRING -> values.put(property.getKey(), value.asText());
                case BOOLEAN -> values.put(property.getKey(), value.asBoolean());
                case NUMBER ->
                    values.put(
                            property.getKey(),
                            spec.path("type").asText().equals("integer")
                                    ? (Object) value.asLong()
                                    : (Object) value.asDouble());
                default -> {}
            }
        });
        return Options.of(values);
    }

    private void store(GuardedBlobStore store) throws IOException, PluginException {
        InstanceId id = store.id();
        BlobKey key = new BlobKey("test/one");
        byte[] bytes = "sealed".getBytes(StandardCharsets.UTF_8);
        store.put(
                world.permit(id, SpiMethod.STORE_PUT),
                key,
                ByteSources.ofBytes("application/octet-stream", bytes),
                world.terms());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(store.get(world.permit(id, SpiMethod.STORE_GET), key, Optional.empty(), out::write, world.terms()))
                .isTrue();
        assertThat(out.toByteArray()).isEqualTo(bytes);
        assertThat(store.list(world.permit(id, SpiMethod.STORE_LIST), "", Optional.empty(), 10, world.terms())
                        .keys())
                .containsExactly(key);
        store.freeBytes(world.permit(id, SpiMethod.STORE_FREE), world.terms());
        store.delete(world.permit(id, SpiMethod.STORE_DELETE), key, world.terms());
        assertThat(store.sizeBytes(world.permit(id, SpiMethod.STORE_SIZE), key, world.terms()))
                .isEmpty();
    }

    private void identity(GuardedIdentityProvider identity) throws IOException, PluginException {
        InstanceId id = identity.id();
        AuthRequest request = new AuthRequest(URI.create("https://host.invalid/back"), Locale.ENGLISH);
        AuthStep step = identity.begin(world.permit(id, SpiMethod.IDENTITY_BEGIN), request, world.terms());
        Optional<GuardedEnrolment> enrolment = identity.enrolment();
        if (enrolment.isPresent()) {
            Map<String, Secret> fields =
                    answers(enrolment.get().fields(world.permit(id, SpiMethod.ENROLMENT_FIELDS), world.terms()));
            enrolment
                    .get()
                    .enrol(world.permit(id, SpiMethod.ENROLMENT_ENROL), SUBJECT, fields, Set.of(), world.terms());
        }
        if (step instanceof AuthStep.Challenge challenge) {
            identity.resume(
                    world.permit(id, SpiMethod.IDENTITY_RESUME),
                    new AuthReply(challenge.state(), answers(challenge.fields()), Optional.of(SUBJECT)),
                    world.terms());
        }
    }

    private static Map<String, Secret> answers(List<AuthStep.Field> fields) {
        return fields.stream()
                .collect(Collectors.toMap(
                        AuthStep.Field::name,
                        field -> Secret.of(field.secret() ? "seven blue herons fly" : "somebody@example.org")));
    }
}
