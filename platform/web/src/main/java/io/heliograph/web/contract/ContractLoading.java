package io.heliograph.web.contract;

import io.vertx.core.Vertx;
import io.vertx.openapi.contract.OpenAPIContract;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The contract, being read on a thread of its own: reading it takes as long as the database takes to start, and a start
 * does both at once. Safe for many threads.
 */
public final class ContractLoading {
    private final CompletableFuture<Contract> contract;
    private final CompletableFuture<OpenAPIContract> routed;

    private ContractLoading(Vertx vertx, CompletableFuture<Contract> contract) {
        this.contract = contract;
        this.routed = contract.thenCompose(
                read -> OpenAPIContract.from(vertx, read.projection()).toCompletionStage());
    }

    /** Begins to read the contract of this build. */
    public static ContractLoading begin(Vertx vertx) {
        return new ContractLoading(
                vertx,
                CompletableFuture.supplyAsync(
                        Contract::load,
                        work -> Thread.ofPlatform()
                                .daemon()
                                .name("contract-loading")
                                .start(work)));
    }

    /** One that has been read. */
    public static ContractLoading of(Vertx vertx, Contract contract) {
        return new ContractLoading(vertx, CompletableFuture.completedFuture(contract));
    }

    /** Waits for the contract. @throws IllegalStateException if it is not as it should be */
    public Contract contract() {
        try {
            return contract.join();
        } catch (CompletionException failed) {
            throw new IllegalStateException("the contract cannot be read", failed.getCause());
        }
    }

    /**
     * Waits for what Vert.x routes and validates by.
     *
     * @throws TimeoutException if it takes longer than {@code limitMillis}
     * @throws IllegalStateException if Vert.x refuses it
     */
    public OpenAPIContract routed(long limitMillis) throws TimeoutException, InterruptedException {
        try {
            return routed.get(limitMillis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the contract cannot be routed", failed.getCause());
        }
    }
}
