package io.heliograph.testkit.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.spi.Effect;
import io.heliograph.spi.ErrorKind;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.ProgressReport;
import io.heliograph.spi.provider.GenerationSpec;
import io.heliograph.spi.provider.IdempotencyKey;
import io.heliograph.spi.provider.ModelCard;
import io.heliograph.spi.provider.Output;
import io.heliograph.spi.provider.Results;
import io.heliograph.testkit.host.FakeContext;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** For each model: work gives what was asked for, tells how far it is, and ends when cancelled. */
public final class WorkBehaviour {
    /** What is tried with each model. */
    private enum Trial {
        ONE_OUTPUT,
        MOST_OUTPUTS,
        PROGRESS_NEVER_FALLS,
        CANCELLED_BEFORE_NOTHING_HAPPENS,
        TOO_MANY_ARE_REFUSED,
        THE_SAME_SEED_AGAIN
    }

    @TestFactory
    Stream<DynamicTest> everyModel() throws PluginException {
        try (ProviderUnderTest test = new ProviderUnderTest()) {
            return test.cards().stream()
                    .flatMap(card -> Stream.of(Trial.values())
                            .map(trial -> DynamicTest.dynamicTest(card.id() + ": " + trial, () -> run(card, trial))))
                    .toList()
                    .stream();
        }
    }

    private static void run(ModelCard card, Trial trial) throws PluginException {
        try (ProviderUnderTest test = new ProviderUnderTest();
                FakeContext call = test.call()) {
            switch (trial) {
                case ONE_OUTPUT -> outputs(test, card, 1, call);
                case MOST_OUTPUTS -> outputs(test, card, card.maxCount(), call);
                case PROGRESS_NEVER_FALLS -> progress(test, card, call);
                case CANCELLED_BEFORE_NOTHING_HAPPENS -> cancelled(test, card, call);
                case TOO_MANY_ARE_REFUSED -> tooMany(test, card, call);
                case THE_SAME_SEED_AGAIN -> again(test, card, call);
            }
        }
    }

    private static void outputs(ProviderUnderTest test, ModelCard card, int count, FakeContext call)
            throws PluginException {
        Results results = test.work(test.spec(card.id(), count, OptionalLong.of(7)), "key-1", call);
        assertThat(results.outputs()).hasSize(count);
        for (Output output : results.outputs()) {
            switch (output) {
                case Output.Spooled spooled ->
                    assertThat(test.host().spool().bytes(spooled.token())).isNotEmpty();
                case Output.Remote remote ->
                    assertThat(remote.address().isAbsolute()).isTrue();
            }
        }
        assertThat(results.notes()).allSatisfy(note -> assertThat(note.code()).matches("[a-z][a-z-]*"));
    }

    private static void progress(ProviderUnderTest test, ModelCard card, FakeContext call) throws PluginException {
        test.work(test.spec(card.id(), 1, OptionalLong.of(7)), "key-1", call);
        List<ProgressReport> reports = call.reports();
        assertThat(reports.stream().map(ProgressReport::fraction)).isSorted();
        if (card.previews()) {
            assertThat(reports).anyMatch(report -> report.preview().isPresent());
        }
    }

    private static void cancelled(ProviderUnderTest test, ModelCard card, FakeContext call) throws PluginException {
        call.cancel();
        GenerationSpec spec = test.spec(card.id(), 1, OptionalLong.of(7));
        assertThatThrownBy(() -> test.provider.submit(spec, new IdempotencyKey("key-1"), call))
                .isInstanceOfSatisfying(PluginException.class, e -> {
                    assertThat(e.kind()).isEqualTo(ErrorKind.CANCELLED);
                    assertThat(e.effect()).isEqualTo(Effect.NONE);
                });
        assertThat(test.host().spool().size()).isZero();
    }

    private static void tooMany(ProviderUnderTest test, ModelCard card, FakeContext call) {
        GenerationSpec spec = test.spec(card.id(), card.maxCount() + 1, OptionalLong.empty());
        assertThatThrownBy(() -> test.provider.submit(spec, new IdempotencyKey("key-1"), call))
                .isInstanceOfSatisfying(
                        PluginException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.USER));
    }

    private static void again(ProviderUnderTest test, ModelCard card, FakeContext call) throws PluginException {
        GenerationSpec spec = test.spec(card.id(), 1, OptionalLong.of(7));
        List<byte[]> first = test.bytes(test.work(spec, "key-1", call));
        List<byte[]> second = test.bytes(test.work(spec, "key-2", call));
        if (test.fixture.deterministic()) {
            assertThat(second).usingRecursiveComparison().isEqualTo(first);
        } else {
            assertThat(second).hasSameSizeAs(first);
        }
    }
}
