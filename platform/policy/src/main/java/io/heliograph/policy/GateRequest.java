package io.heliograph.policy;

import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.InstanceId;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.spi.policy.Gate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One question at one gate. Made by the builder of the gate, which asks for what that gate cannot do without.
 *
 * @param owner whose data it is about; at REVEAL and ERASE a missing owner means that nobody owns it
 * @param object the row that is the durable grant
 * @param grantedEpoch the epoch that stood in the row when the caller read it; where given, it must still be current
 * @param instance plugin instance that would be called
 * @param method SPI method that would be called, as {@code BlobStore.put}
 */
public record GateRequest(
        Gate gate,
        Purpose purpose,
        Actor actor,
        Optional<PrincipalId> owner,
        Optional<ObjectRef> object,
        OptionalLong grantedEpoch,
        Optional<InstanceId> instance,
        Optional<String> method,
        Map<Fact<?>, Object> facts) {
    public GateRequest {
        facts = Map.copyOf(facts);
        if (instance.isPresent() != method.isPresent()) {
            throw new IllegalArgumentException("an instance and a method are named together");
        }
        if (grantedEpoch.isPresent() && object.isEmpty()) {
            throw new IllegalArgumentException("an epoch belongs to an object");
        }
    }

    /** A request wants to enter. */
    public static Builder admit(Purpose purpose, Actor actor) {
        return new Builder(Gate.ADMIT, purpose, actor);
    }

    /** Data of these categories would leave to {@code instance} by {@code method}. */
    public static Builder disclose(
            Purpose purpose, Actor actor, InstanceId instance, String method, Set<DataCategory> categories) {
        return new Builder(Gate.DISCLOSE, purpose, actor)
                .call(instance, method)
                .fact(Facts.CATEGORIES, join(categories));
    }

    /** Something of {@code category} would be kept. */
    public static Builder store(Purpose purpose, Actor actor, DataCategory category) {
        return new Builder(Gate.STORE, purpose, actor).fact(Facts.CATEGORY, category.name());
    }

    /** Somebody wants to see {@code object}. */
    public static Builder reveal(Purpose purpose, Actor actor, ObjectRef object) {
        return new Builder(Gate.REVEAL, purpose, actor).object(object);
    }

    /** {@code object} would go. */
    public static Builder erase(Purpose purpose, Actor actor, ObjectRef object) {
        return new Builder(Gate.ERASE, purpose, actor).object(object);
    }

    private static String join(Set<DataCategory> categories) {
        return categories.isEmpty()
                ? ""
                : EnumSet.copyOf(categories).stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    /** Collects a question. Used by one thread. */
    public static final class Builder {
        private final Gate gate;
        private final Purpose purpose;
        private final Actor actor;
        private final Map<Fact<?>, Object> facts = new HashMap<>();
        private @Nullable PrincipalId owner;
        private @Nullable ObjectRef object;
        private OptionalLong grantedEpoch = OptionalLong.empty();
        private @Nullable InstanceId instance;
        private @Nullable String method;

        private Builder(Gate gate, Purpose purpose, Actor actor) {
            this.gate = gate;
            this.purpose = purpose;
            this.actor = actor;
        }

        /** Whose data it is about. */
        public Builder owner(PrincipalId newOwner) {
            this.owner = newOwner;
            return this;
        }

        /** What it is about; its current epoch is bound. */
        public Builder object(ObjectRef newObject) {
            this.object = newObject;
            return this;
        }

        /** What it is about, and the epoch its row had when the caller read it: a moved epoch means Deny. */
        public Builder grant(ObjectRef newObject, long epoch) {
            this.object = newObject;
            this.grantedEpoch = OptionalLong.of(epoch);
            return this;
        }

        /** The one plugin call the permit is for. */
        public Builder call(InstanceId newInstance, String newMethod) {
            this.instance = newInstance;
            this.method = newMethod;
            return this;
        }

        /** A fact to judge by. */
        public <T> Builder fact(Fact<T> fact, T value) {
            facts.put(fact, value);
            return this;
        }

        /** A fact to judge by, where it is known. */
        public <T> Builder fact(Fact<T> fact, Optional<T> value) {
            value.ifPresent(known -> facts.put(fact, known));
            return this;
        }

        /** The question. */
        public GateRequest build() {
            return new GateRequest(
                    gate,
                    purpose,
                    actor,
                    Optional.ofNullable(owner),
                    Optional.ofNullable(object),
                    grantedEpoch,
                    Optional.ofNullable(instance),
                    Optional.ofNullable(method),
                    facts);
        }
    }
}
