package io.heliograph.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.rules.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/commitments.md} is current. With {@code -Dheliograph.write-docs=true} it is written. */
class CommitmentsPageTest {
    private static final Path PAGE = Repository.root().resolve("docs/commitments.md");

    private static final CommitmentsPage MARKS = CommitmentsPage.read();

    @Test
    void thePageSaysWhatTheMarksSay() throws IOException {
        if (Boolean.getBoolean("heliograph.write-docs")) {
            Files.writeString(PAGE, MARKS.text());
        }
        assertThat(PAGE)
                .as("written by -Dheliograph.write-docs=true -Dtest=CommitmentsPageTest in platform/testkit")
                .hasContent(MARKS.text());
    }

    @Test
    void everyPromiseThatIsBegunIsInCodeAndInATest() {
        List<Promise> begun = promises().stream().filter(Promise::begun).toList();
        assertThat(begun).hasSizeGreaterThan(20);
        assertThat(begun).filteredOn(promise -> !MARKS.has(promise.id(), false)).isEmpty();
        assertThat(begun).filteredOn(promise -> !MARKS.has(promise.id(), true)).isEmpty();
    }

    @Test
    void everyMarkNamesAPromise() {
        assertThat(MARKS.ids())
                .isSubsetOf(promises().stream().map(Promise::id).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static List<Promise> promises() {
        return Promise.all().stream()
                .flatMap(group -> group.promises().stream())
                .toList();
    }
}
