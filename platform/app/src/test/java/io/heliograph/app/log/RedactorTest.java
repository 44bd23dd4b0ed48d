package io.heliograph.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.kernel.Commitment;
import org.junit.jupiter.api.Test;

class RedactorTest {
    @Test
    @Commitment({"U3", "P2", "C4"})
    void whatNamesAPersonOrOpensADoorIsTakenOut() {
        assertThat(Redactor.redact("from ada@example.org at 203.0.113.77")).isEqualTo("from (e-mail) at 203.0.113.x");
        assertThat(Redactor.redact("Authorization: Bearer abcdefghijkl")).doesNotContain("abcdefghijkl");
        assertThat(Redactor.redact("key hg_A1b2C3d4E5f6")).isEqualTo("key hg_(hidden)");
        assertThat(Redactor.redact("paid with 4242 4242 4242 4242")).isEqualTo("paid with (card number)");
    }

    @Test
    void whatDoesNeitherStays() {
        for (String line : new String[] {
            "job 018f4b2e-0000-7000-8000-000000000001 done in 1234 ms",
            "listening on 127.0.0.1:8080",
            "4242 4242 4242 4241 is no card number",
            "2026-11-24T17:00:00.000Z"
        }) {
            assertThat(Redactor.redact(line)).isEqualTo(line);
        }
    }
}
