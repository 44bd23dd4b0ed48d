package io.heliograph.core.generation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.heliograph.kernel.InstanceId;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.provider.MediaKind;
import io.heliograph.spi.provider.ModelCard;
import io.heliograph.spi.provider.Options;
import io.heliograph.spi.provider.Origin;
import io.heliograph.spi.provider.Price;
import io.heliograph.spi.provider.Quote;
import io.heliograph.spi.provider.QuoteRequest;
import io.heliograph.spi.provider.ReferenceRole;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The models of all instances, remembered for some minutes, with their schemas compiled and their quotes kept. An
 * instance that does not answer keeps its last list and is shown as not available. Safe for many threads; two that ask at
 * once may both ask the engine.
 */
final class Catalogue {
    private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(20);
    private static final String NOT_ANSWERING = "not-answering";

    private final Engine.Engines engines;
    private final InstantSource clock;
    private final ConcurrentHashMap<InstanceId, Listing> listings = new ConcurrentHashMap<>();
    private final Cache<QuoteKey, Quote> quotes =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(FRESH).build();

    Catalogue(Engine.Engines engines, InstantSource clock) {
        this.engines = engines;
        this.clock = clock;
    }

    /** A model with its schema. */
    record Model(Engine engine, ModelCard card, OptionsSchema schema) {
        ModelId id() {
            return new ModelId(engine.view().instance(), card.id());
        }
    }

    private record QuoteKey(InstanceId instance, QuoteRequest request) {}

    private record Listing(Engine engine, List<Model> models, Instant askedAt, Optional<String> failure) {
        boolean stale(Instant now) {
            return askedAt.plus(failure.isPresent() ? ASK_AGAIN : FRESH).isBefore(now);
        }
    }

    /** Everything, by instance and model. */
    List<CatalogueModel> all() {
        List<CatalogueModel> all = new ArrayList<>();
        for (Engine engine : engines.all()) {
            Listing listing = listing(engine);
            Optional<String> reason = engine.unavailable().or(listing::failure);
            listing.models().forEach(model -> all.add(view(model, reason)));
        }
        return all.stream()
                .sorted(Comparator.comparing(
                                (CatalogueModel model) -> model.id().instance())
                        .thenComparing(CatalogueModel::kind)
                        .thenComparing(model -> model.id().model()))
                .limit(GenerationService.MAX_MODELS)
                .toList();
    }

    /** A model that can be used now. @throws ProblemException {@code unknown-model}, {@code unavailable} */
    Model require(String name) {
        ModelId id = ModelId.parse(name).orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_MODEL));
        Engine engine = engines.find(id.instance()).orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_MODEL));
        if (engine.unavailable().isPresent()) {
            throw ProblemException.retryAfter(ProblemType.UNAVAILABLE, ASK_AGAIN);
        }
        Listing listing = listing(engine);
        return listing.models().stream()
                .filter(model -> model.card().id().equals(id.model()))
                .findFirst()
                .orElseThrow(() -> listing.failure().isPresent()
                        ? ProblemException.retryAfter(ProblemType.UNAVAILABLE, ASK_AGAIN)
                        : ProblemException.of(ProblemType.UNKNOWN_MODEL));
    }

    /** A model that was listed before; the engine is not asked, so this may be called inside a unit of work. */
    Optional<Model> known(ModelId id) {
        Listing listing = listings.get(id.instance());
        return listing == null
                ? Optional.empty()
                : listing.models().stream()
                        .filter(model -> model.card().id().equals(id.model()))
                        .findFirst();
    }

    /** What the engine asks for it. @throws ProblemException {@code bad-option}, {@code unavailable} */
    Quote quote(Model model, Options options, int count, List<ReferenceInput> references) {
        QuoteRequest request = new QuoteRequest(
                model.card().id(),
                options,
                count,
                references.stream().map(reference -> role(reference.use())).collect(Collectors.toSet()));
        QuoteKey key = new QuoteKey(model.engine().view().instance(), request);
        Quote known = quotes.getIfPresent(key);
        if (known != null) {
            return known;
        }
        try {
            Quote quote = model.engine().quote(request);
            if (quote.count() != count) {
                throw new IllegalStateException("instance " + key.instance() + " quoted another count");
            }
            quotes.put(key, quote);
            return quote;
        } catch (PluginException failure) {
            LOG.warn("Instance {} cannot quote: {}", key.instance(), failure.code());
            throw switch (failure.kind()) {
                case USER ->
                    ProblemException.field(ProblemType.BAD_OPTION, "/options", "not-allowed", "a priced choice")
                            .causedBy(failure);
                default ->
                    ProblemException.retryAfter(ProblemType.UNAVAILABLE, ASK_AGAIN)
                            .causedBy(failure);
            };
        }
    }

    private Listing listing(Engine engine) {
        InstanceId id = engine.view().instance();
        Listing known = listings.get(id);
        Instant now = clock.instant();
        boolean replaced = known != null && !known.engine().equals(engine);
        if (known != null && !replaced && !known.stale(now)) {
            return known;
        }
        if (replaced) {
            quotes.asMap().keySet().removeIf(key -> key.instance().equals(id));
        }
        Listing fresh;
        try {
            fresh = new Listing(engine, compiled(engine), now, Optional.empty());
        } catch (PluginException | RuntimeException failure) {
            LOG.warn("Instance {} does not list its models", id, failure);
            fresh = new Listing(engine, known == null ? List.of() : known.models(), now, Optional.of(NOT_ANSWERING));
        }
        listings.put(id, fresh);
        return fresh;
    }

    private static List<Model> compiled(Engine engine) throws PluginException {
        List<Model> models = new ArrayList<>();
        for (ModelCard card : engine.models()) {
            try {
                new ModelId(engine.view().instance(), card.id());
                models.add(new Model(engine, card, new OptionsSchema(card.optionsSchema())));
            } catch (IllegalArgumentException broken) {
                LOG.warn("Model {} of {} is left out", card.id(), engine.view().instance(), broken);
            }
        }
        return models;
    }

    private static CatalogueModel view(Model model, Optional<String> unavailable) {
        ModelCard card = model.card();
        return new CatalogueModel(
                model.id(),
                card.title(),
                card.summary(),
                kind(card.kind()),
                model.engine().view(),
                card.optionsSchema(),
                card.price().rules().stream()
                        .mapToLong(Price.Rule::credits)
                        .min()
                        .orElse(0),
                card.price().rules().stream().anyMatch(rule -> rule.times().isPresent()),
                card.maxCount(),
                card.typicalSeconds(),
                card.references().stream().sorted().map(Catalogue::use).toList(),
                card.origin() != Origin.ALGORITHM,
                card.previews(),
                model.engine().cancels() || model.engine().inProcess(),
                unavailable);
    }

    static ResultKind kind(MediaKind kind) {
        return switch (kind) {
            case IMAGE -> ResultKind.IMAGE;
            case VIDEO -> ResultKind.VIDEO;
        };
    }

    static ReferenceRole role(ReferenceUse use) {
        return ReferenceRole.valueOf(use.name());
    }

    static ReferenceUse use(ReferenceRole role) {
        return ReferenceUse.valueOf(role.name());
    }
}
