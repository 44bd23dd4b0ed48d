package io.heliograph.testkit.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import io.heliograph.testkit.broken.MemoryStore.Fault;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Each fault is found by the tests that are about it, and by no other. */
final class BrokenStoresTest {
    @TestFactory
    Stream<DynamicTest> eachFaultFailsExactlyItsTests() {
        return Stream.of(Fault.values())
                .map(fault -> DynamicTest.dynamicTest(
                        fault.name(), () -> assertThat(failures(fault)).isEqualTo(new TreeSet<>(expected(fault)))));
    }

    private static Set<String> expected(Fault fault) {
        return switch (fault) {
            case NONE -> Set.of();
            case KEEPS_HALF_A_PUT, IGNORES_CANCELLATION -> Set.of("aPutThatFailsLeavesWhatWasThere");
            case IGNORES_RANGES -> Set.of("rangesAreExact");
            case TAKES_RANGES_PAST_THE_END -> Set.of("aRangePastTheEndIsTheCallersFault");
            case DELETES_NOTHING -> Set.of("whatIsDeletedIsGone", "whatIsDeletedIsNotListed");
            case LISTS_THE_CURSOR_AGAIN, LISTS_WITHOUT_PREFIX -> Set.of("pagesJoinWithoutGapOrRepetition");
            case LEAVES_A_THREAD ->
                Set.of(
                        "whatIsPutComesBack",
                        "rangesAreExact",
                        "anotherPutReplaces",
                        "whatIsNotThereIsNotThere",
                        "whatIsDeletedIsGone",
                        "noKeyIsInTheWayOfAnother",
                        "pagesJoinWithoutGapOrRepetition",
                        "anEmptyStoreHasNothing",
                        "whatIsDeletedIsNotListed",
                        "aPageOfNoneOrTooManyIsRefused",
                        "aPutThatFailsLeavesWhatWasThere",
                        "aRangePastTheEndIsTheCallersFault",
                        "aReceiverThatIsFullEndsTheTransfer",
                        "aReaderSeesTheOldOrTheNewAndNeverAMixture");
        };
    }

    /** Names of the kit's test methods that failed. */
    private static Set<String> failures(Fault fault) {
        BrokenStoreFixture.fault = fault;
        try {
            return EngineTestKit.engine("junit-jupiter")
                    .selectors(selectPackage("io.heliograph.testkit.store"))
                    .execute()
                    .testEvents()
                    .failed()
                    .stream()
                    .map(event -> event.getTestDescriptor()
                            .getSource()
                            .filter(MethodSource.class::isInstance)
                            .map(MethodSource.class::cast)
                            .orElseThrow()
                            .getMethodName())
                    .collect(Collectors.toCollection(TreeSet::new));
        } finally {
            BrokenStoreFixture.fault = Fault.NONE;
        }
    }
}
