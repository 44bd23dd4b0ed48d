package io.heliograph.web.edge;

import io.heliograph.policy.Purpose;
import io.heliograph.web.contract.Contract;
import io.heliograph.web.contract.OperationSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The handlers of a contract. Building refuses what does not fit: an operation without a handler, a handler without an
 * operation, a streamed handler for an operation that is not marked so, and the other way round. Each handler names the
 * purpose with which ADMIT is asked: one without cannot be written.
 */
public final class Routes {
    private final Map<String, Entry> entries;

    private Routes(Map<String, Entry> entries) {
        this.entries = Map.copyOf(entries);
    }

    /** Begins the handlers of {@code contract}. */
    public static Builder of(Contract contract) {
        return new Builder(contract);
    }

    /** The entry of an operation. */
    Entry entry(OperationSpec operation) {
        Entry entry = entries.get(operation.id());
        if (entry == null) {
            throw new IllegalStateException("no handler for " + operation.id());
        }
        return entry;
    }

    /** Answers an ordinary operation: parses a command, calls one core method, renders. */
    @FunctionalInterface
    public interface Handler {
        Reply handle(Call call);
    }

    /** Answers a streamed operation: writes to the exchange, or returns a reply before it began. */
    @FunctionalInterface
    public interface StreamHandler {
        /** Empty where the answer was written to the exchange. */
        Optional<Reply> handle(Call call, Exchange exchange) throws IOException;
    }

    /** How long a call may stay: what lane of the hand-off it takes. */
    public enum Lane {
        /** Answers as fast as core does. */
        REQUEST,
        /** Moves bytes. */
        TRANSFER,
        /** Waits for something to happen. */
        WAIT
    }

    /** One registered handler. */
    sealed interface Entry {
        /** With what purpose ADMIT is asked; empty where core itself asks, because it knows more facts. */
        Optional<Purpose> purpose();

        Lane lane();

        /** An ordinary one. */
        record Ordinary(Optional<Purpose> purpose, Lane lane, Handler handler) implements Entry {}

        /** A streamed one. */
        record Streamed(Optional<Purpose> purpose, Lane lane, long bodyLimitBytes, StreamHandler handler)
                implements Entry {}
    }

    /** Collects handlers. Used by one thread. */
    public static final class Builder {
        private final Contract contract;
        private final Map<String, Entry> entries = new LinkedHashMap<>();
        private final List<String> faults = new ArrayList<>();

        private Builder(Contract contract) {
            this.contract = contract;
        }

        /** An ordinary operation. */
        public Builder on(String operationId, Purpose purpose, Handler handler) {
            return put(operationId, new Entry.Ordinary(Optional.of(purpose), Lane.REQUEST, handler), false);
        }

        /** An ordinary operation whose core method asks ADMIT itself, since it knows more facts than the edge. */
        public Builder onAdmittedByCore(String operationId, Handler handler) {
            return put(operationId, new Entry.Ordinary(Optional.empty(), Lane.REQUEST, handler), false);
        }

        /** An ordinary operation that waits for something to happen. */
        public Builder onWaiting(String operationId, Purpose purpose, Handler handler) {
            return put(operationId, new Entry.Ordinary(Optional.of(purpose), Lane.WAIT, handler), false);
        }

        /** A streamed operation that moves bytes. */
        public Builder onStream(String operationId, Purpose purpose, StreamHandler handler) {
            return put(operationId, new Entry.Streamed(Optional.of(purpose), Lane.TRANSFER, 0, handler), true);
        }

        /** A streamed operation that takes a body of at most {@code limitBytes}. */
        public Builder onUpload(String operationId, Purpose purpose, long limitBytes, StreamHandler handler) {
            return put(operationId, new Entry.Streamed(Optional.of(purpose), Lane.TRANSFER, limitBytes, handler), true);
        }

        /** A streamed operation that sends events for as long as somebody listens. */
        public Builder onEvents(String operationId, Purpose purpose, StreamHandler handler) {
            return put(operationId, new Entry.Streamed(Optional.of(purpose), Lane.WAIT, 0, handler), true);
        }

        private Builder put(String operationId, Entry entry, boolean streamed) {
            Optional<OperationSpec> operation = contract.operation(operationId);
            if (operation.isEmpty()) {
                faults.add("a handler for " + operationId + ", which the contract does not have");
            } else if (operation.get().streamed() != streamed) {
                faults.add(operationId + (streamed ? " is streamed here and not in" : " is not streamed here but in")
                        + " the contract");
            }
            if (entries.put(operationId, entry) != null) {
                faults.add("two handlers for " + operationId);
            }
            return this;
        }

        /** The whole. @throws IllegalStateException naming everything that does not fit */
        public Routes build() {
            for (OperationSpec operation : contract.operations()) {
                if (!entries.containsKey(operation.id())) {
                    faults.add("no handler for " + operation.id());
                }
            }
            if (!faults.isEmpty()) {
                throw new IllegalStateException("contract and handlers differ: " + String.join("; ", faults));
            }
            return new Routes(entries);
        }
    }
}
