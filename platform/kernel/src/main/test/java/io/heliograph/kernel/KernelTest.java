package io.heliograph.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KernelTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void idsCarryTheInjectedTimeAndVersionSeven() {
        UUID id = new Ids(InstantSource.fixed(NOON)).next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void idsOfLaterMillisecondsSortLaterAsBytes() {
        UUID earlier = new Ids(InstantSource.fixed(NOON)).next();
        UUID later = new Ids(InstantSource.fixed(NOON.plusMillis(1))).next();
        assertThat(Arrays.compareUnsigned(Uuids.bytes(earlier), Uuids.bytes(later)))
                .isNegative();
        assertThat(Uuids.of(Uuids.bytes(later))).isEqualTo(later);
    }

    @Test
    void onlyTheCanonicalFormIsAnId() {
        String text = "018f0000-0000-7000-8000-000000000001";
        assertThat(JobId.parse(text)).contains(new JobId(UUID.fromString(text)));
        assertThat(JobId.parse("1-1-1-1-1")).isEmpty();
        assertThat(JobId.parse(text + "0")).isEmpty();
        assertThat(JobId.parse("../../../../etc/passwd-------------x")).isEmpty();
    }

    @Test
    void instanceNamesThatCouldBePathsAreRefused() {
        assertThat(InstanceId.isValid("openai-main")).isTrue();
        for (String bad : List.of("", "A", "1a", "a/b", "..", "a".repeat(41))) {
            assertThatThrownBy(() -> new InstanceId(bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aCursorSurvivesItsJourneyAndForeignTextDoesNotPass() {
        Cursor cursor = Cursor.of("2026-11-24T12:00:00Z", "18446744073709551615");
        assertThat(Cursor.decode(cursor.encode(), 2)).contains(cursor);
        assertThat(Cursor.decode(cursor.encode(), 1)).isEmpty();
        assertThat(Cursor.decode("%%%", 2)).isEmpty();
        assertThat(Cursor.decode("A".repeat(600), 1)).isEmpty();
    }

    @Test
    void aPageHasANextOnlyWhenOneMoreRowWasThere() {
        List<Integer> rows = IntStream.range(0, 4).boxed().toList();
        assertThat(Page.cut(rows, 4, n -> Cursor.of("" + n)).next()).isEmpty();
        Page<Integer> page = Page.cut(rows, 3, n -> Cursor.of("" + n));
        assertThat(page.items()).containsExactly(0, 1, 2);
        assertThat(page.next()).contains(Cursor.of("2"));
    }

    @Test
    void moneyOfTwoCurrenciesIsNotAdded() {
        Money euro = new Money(150, java.util.Currency.getInstance("EUR"));
        assertThat(euro.plus(euro).amountMinor()).isEqualTo(300);
        assertThatThrownBy(() -> euro.plus(new Money(1, java.util.Currency.getInstance("JPY"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void problemSlugsAreUniqueAndStatusesAreErrors() {
        assertThat(Arrays.stream(ProblemType.values()).map(ProblemType::slug)).doesNotHaveDuplicates();
        assertThat(ProblemType.values()).allSatisfy(type -> assertThat(type.status()).isBetween(400, 599));
    }
}
