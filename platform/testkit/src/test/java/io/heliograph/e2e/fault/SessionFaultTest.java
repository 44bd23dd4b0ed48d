package io.heliograph.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.e2e.Api;
import io.heliograph.kernel.Commitment;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Faults that need a history: what was good once and is not any more, and what stops in the middle. */
@ExtendWith(SharedHouse.class)
class SessionFaultTest {
    private static final Map<String, Object> QUOTE =
            Map.of("modelId", "landscapes/scenery", "options", Map.of(), "count", 1);

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static HouseFull house;

    @BeforeAll
    static void enter(HouseFull shared) {
        house = shared;
    }

    @AfterAll
    static void look() {
        house.assertNothingWentWrongInside();
    }

    private static Api bob() {
        Api bob = house.service().api();
        assertThat(bob.signIn(HouseFull.BOB, HouseFull.BOBS_PASSWORD).status()).isEqualTo(200);
        return bob;
    }

    @Test
    @Commitment("K1")
    void anExpiredSessionIsToldAsExpired() {
        Api bob = bob();
        assertThat(bob.get("/api/v1/account").status()).isEqualTo(200);
        try (Books books = Books.of(house.service().data())) {
            // Ninety-one days pass for the session that began last.
            assertThat(books.change("update session set created_at = created_at - interval 91 day,"
                            + " last_seen_at = last_seen_at - interval 91 day,"
                            + " idle_until = idle_until - interval 91 day,"
                            + " expires_at = expires_at - interval 91 day order by created_at desc limit 1"))
                    .isOne();
        }
        // What the service knows of a session in memory it looks up anew after ten seconds.
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            Api.Reply late = bob.get("/api/v1/account");
            assertThat(late.status()).as(late.toString()).isEqualTo(401);
            assertThat(late.problem()).isEqualTo("session-expired");
        });
        assertThat(bob.post("/api/v1/quotes", QUOTE).problem()).isEqualTo("session-expired");
    }

    @Test
    @Commitment("K3")
    void aCsrfTokenIsGoodForItsOwnSessionOnly() {
        Api first = bob();
        String token = first.csrfToken();
        assertThat(first.post("/api/v1/quotes", QUOTE).status()).isEqualTo(200);
        assertThat(first.delete("/api/v1/session").status()).isEqualTo(204);
        Api second = bob();
        Snapshot before = house.snapshot();
        Api.Reply replayed = second.send(
                "POST",
                "/api/v1/quotes",
                Map.of("Content-Type", "application/json", "X-CSRF-Token", token),
                "{\"modelId\":\"landscapes/scenery\",\"options\":{},\"count\":1}".getBytes(StandardCharsets.UTF_8));
        assertThat(replayed.status()).as(replayed.toString()).isEqualTo(403);
        assertThat(replayed.problem()).isEqualTo("csrf");
        assertThat(house.snapshot()).isEqualTo(before);
        assertThat(second.post("/api/v1/quotes", QUOTE).status()).isEqualTo(200);
    }

    @Test
    @Commitment("K1")
    void whoSignedOutIsOutAtOnce() {
        Api bob = bob();
        assertThat(bob.delete("/api/v1/session").status()).isEqualTo(204);
        assertThat(bob.get("/api/v1/account").status()).isEqualTo(401);
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() throws IOException {
        byte[] whole = Pictures.good(64, 64);
        URI address = house.service().address();
        Api.Reply made = house.as("bob")
                .post("/api/v1/account/api-keys", Map.of("name", "one upload", "scopes", List.of("assets:write")));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        Snapshot before = house.snapshot();
        try (Socket socket = new Socket(address.getHost(), address.getPort());
                OutputStream out = socket.getOutputStream()) {
            String head = "POST /api/v1/uploads HTTP/1.1\r\nHost: " + address.getAuthority()
                    + "\r\nAuthorization: Bearer " + made.json().path("key").asText()
                    + "\r\nContent-Type: image/png\r\nContent-Length: " + whole.length + "\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(Arrays.copyOf(whole, whole.length / 2));
            out.flush();
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(house.service().lines())
                        .anyMatch(line -> line.contains("io.heliograph.access")
                                && line.contains("/api/v1/uploads")
                                && line.contains("status=\"4")));
        assertThat(house.snapshot().files()).isEqualTo(before.files());
    }
}
