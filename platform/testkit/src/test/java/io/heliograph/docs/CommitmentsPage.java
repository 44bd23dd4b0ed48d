package io.heliograph.docs;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.heliograph.kernel.Commitment;
import io.heliograph.rules.Repository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page of the promises: which code keeps each and which test shows it, by their {@link Commitment} marks. In TypeScript the mark is a
 * comment of the same form.
 */
final class CommitmentsPage {
    private static final Pattern COMMENT = Pattern.compile("//.*@Commitment\\(([^)]*)\\)");
    private static final Pattern ID = Pattern.compile("[A-Z]\\d");
    private static final String HEAD = """
            # The commitments

            What the service promises people about their data, which code keeps each promise, which test shows it, and how an operator sees it.
            The ids are stable. Code and tests bear them as `@Commitment("V1")`; this page is written from those marks by `CommitmentsPageTest`
            and fails the build when it is not current. A promise that is not kept, or not whole, says so.
            """;

    /** One marked thing. */
    private record Mark(String module, String name, boolean test) {}

    private final Map<String, List<Mark>> marks = new TreeMap<>();

    /** Reads every compiled class and every source of the interface. Only marks count, so nothing that a class uses is read besides. */
    static CommitmentsPage read() {
        return ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return readMarks();
        });
    }

    private static CommitmentsPage readMarks() {
        CommitmentsPage page = new CommitmentsPage();
        for (Path folder : Repository.classFolders()) {
            page.read(folder, false);
        }
        for (Path folder : Repository.testClassFolders()) {
            page.read(folder, true);
        }
        Repository.files().stream()
                .filter(file -> file.toString().matches(".*/web-ui/.*\\.tsx?"))
                .forEach(page::readScript);
        return page;
    }

    private void read(Path folder, boolean test) {
        String module = Repository.root()
                .relativize(folder.resolve("../..").normalize())
                .toString();
        JavaClasses classes = new ClassFileImporter().importPath(folder);
        for (JavaClass type : classes) {
            String name =
                    type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
            add(type.tryGetAnnotationOfType(Commitment.class), new Mark(module, name, test));
            for (JavaMethod method : type.getMethods()) {
                add(
                        method.tryGetAnnotationOfType(Commitment.class),
                        new Mark(module, test ? name + "." + method.getName() : name, test));
            }
        }
    }

    private void add(Optional<Commitment> found, Mark mark) {
        found.ifPresent(commitment -> Stream.of(commitment.value()).forEach(id -> add(id, mark)));
    }

    private void add(String id, Mark mark) {
        List<Mark> all = marks.computeIfAbsent(id, _ -> new ArrayList<>());
        if (!all.contains(mark)) {
            all.add(mark);
        }
    }

    private void readScript(Path file) {
        Matcher comment = COMMENT.matcher(Repository.text(file));
        while (comment.find()) {
            Matcher id = ID.matcher(comment.group(1));
            while (id.find()) {
                String path = Repository.root()
                        .resolve("platform/web-ui")
                        .relativize(file)
                        .toString();
                add(id.group(), new Mark("platform/web-ui", path, path.startsWith("tests/")));
            }
        }
    }

    /** Ids that marks name. */
    SortedSet<String> ids() {
        return new TreeSet<>(marks.keySet());
    }

    /** Whether the promise has a mark on code, or on a test. */
    boolean has(String id, boolean test) {
        return marks.getOrDefault(id, List.of()).stream().anyMatch(mark -> mark.test() == test);
    }

    /** The whole page. */
    String text() {
        StringBuilder page = new StringBuilder(HEAD);
        for (Promise.Group group : Promise.all()) {
            page.append("\n## ").append(group.title()).append('\n');
            for (Promise promise : group.promises()) {
                page.append("\n**")
                        .append(promise.id())
                        .append("** ")
                        .append(promise.text())
                        .append('\n');
                if (promise.begun()) {
                    page.append("- Code: ").append(listed(promise.id(), false)).append('\n');
                    page.append("- Tests: ").append(listed(promise.id(), true)).append('\n');
                    page.append("- An operator sees it: ")
                            .append(promise.seen())
                            .append('\n');
                }
                promise.missing()
                        .ifPresent(missing -> page.append("- Not yet part of the service: ")
                                .append(missing)
                                .append('\n'));
            }
        }
        return page.toString();
    }

    private String listed(String id, boolean test) {
        Map<String, TreeSet<String>> byModule = marks.getOrDefault(id, List.of()).stream()
                .filter(mark -> mark.test() == test)
                .collect(Collectors.groupingBy(
                        Mark::module,
                        TreeMap::new,
                        Collectors.mapping(Mark::name, Collectors.toCollection(TreeSet::new))));
        return byModule.entrySet().stream()
                .map(module -> "`" + module.getKey() + "` ("
                        + module.getValue().stream()
                                .map(name -> "`" + name + "`")
                                .collect(Collectors.joining(", "))
                        + ")")
                .collect(Collectors.joining("; "));
    }
}
