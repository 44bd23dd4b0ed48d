package io.heliograph.web.edge;

import java.time.Duration;
import java.util.List;

/**
 * The three hand-offs: quick requests, transfers and those that wait for events never take each other's places.
 *
 * @param requests answers as fast as core does
 * @param transfers moves bytes
 * @param waits waits for something to happen
 */
public record Lanes(HandOff requests, HandOff transfers, HandOff waits) implements AutoCloseable {
    /** Lanes of usual size. */
    public static Lanes usual() {
        return of(512, 256, 4_096);
    }

    /** Lanes with so many places each. */
    public static Lanes of(int requests, int transfers, int waits) {
        Duration soon = Duration.ofSeconds(1);
        return new Lanes(
                new HandOff("request", requests, soon),
                new HandOff("transfer", transfers, Duration.ofSeconds(5)),
                new HandOff("wait", waits, Duration.ofSeconds(10)));
    }

    HandOff lane(Routes.Lane lane) {
        return switch (lane) {
            case REQUEST -> requests;
            case TRANSFER -> transfers;
            case WAIT -> waits;
        };
    }

    /** All of them, for metrics. */
    public List<HandOff> all() {
        return List.of(requests, transfers, waits);
    }

    /** Lets quick requests and transfers end, at most so long; ends waiting ones at once. */
    public void drain(Duration atMost) throws InterruptedException {
        waits.close();
        requests.drain(atMost);
        transfers.drain(atMost);
    }

    @Override
    public void close() {
        all().forEach(HandOff::close);
    }
}
