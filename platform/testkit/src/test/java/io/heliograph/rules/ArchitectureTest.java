package io.heliograph.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The directions of the house: {@code app -> web -> core -> plugin-host -> policy -> kernel -> spi}. */
class ArchitectureTest {
    /** Layers from the bottom, with the least number of classes each must have, so that no rule passes on nothing. */
    private static final Map<String, Integer> LAYERS = layers();

    private static JavaClasses all = new ClassFileImporter().importPackages("io.heliograph.none");

    @BeforeAll
    static void importEverything() {
        all = new ClassFileImporter().importPaths(Repository.classFolders());
    }

    private static Map<String, Integer> layers() {
        Map<String, Integer> layers = new LinkedHashMap<>();
        layers.put("io.heliograph.spi..", 60);
        layers.put("io.heliograph.kernel..", 15);
        layers.put("io.heliograph.policy..", 20);
        layers.put("io.heliograph.host..", 40);
        layers.put("io.heliograph.core..", 150);
        layers.put("io.heliograph.web..", 30);
        layers.put("io.heliograph.app..", 15);
        return layers;
    }

    @TestFactory
    java.util.stream.Stream<DynamicTest> everyLayerIsThereAndLooksDownOnly() {
        var names = java.util.List.copyOf(LAYERS.keySet());
        return names.stream()
                .map(layer -> DynamicTest.dynamicTest(layer, () -> {
                    assertThat(count(layer))
                            .as("classes in " + layer)
                            .isGreaterThanOrEqualTo(LAYERS.getOrDefault(layer, 1));
                    String[] above = names.subList(names.indexOf(layer) + 1, names.size())
                            .toArray(String[]::new);
                    if (above.length > 0) {
                        noClasses()
                                .that()
                                .resideInAPackage(layer)
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(above)
                                .check(all);
                    }
                }));
    }

    @Test
    void theSpiKnowsTheJdkAndTheLoggingInterfaceOnly() {
        classes()
                .that()
                .resideInAPackage("io.heliograph.spi..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify.annotations..", "org.slf4j..", "io.heliograph.spi..")
                .check(all);
    }

    @Test
    void pluginsKnowTheSpiAndNothingElseOfOurs() {
        assertThat(count("io.heliograph.plugins..")).isGreaterThan(40);
        noClasses()
                .that()
                .resideInAPackage("io.heliograph.plugins..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.heliograph.kernel..",
                        "io.heliograph.policy..",
                        "io.heliograph.host..",
                        "io.heliograph.core..",
                        "io.heliograph.web..",
                        "io.heliograph.app..")
                .check(all);
        slices().matching("io.heliograph.plugins.(*)..")
                .should()
                .notDependOnEachOther()
                .check(all);
    }

    @Test
    void featuresOfTheCoreFormNoCycle() {
        slices().matching("io.heliograph.core.(*)..").should().beFreeOfCycles().check(all);
    }

    @Test
    void onlyStoresKnowHibernate() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "..store..",
                        "io.heliograph.core.tx..",
                        "io.heliograph.core.database..",
                        "io.heliograph.core.inventory..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.hibernate..", "jakarta.persistence..")
                .check(all);
    }

    @Test
    void onlyStoresWriteStatements() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..store..", "io.heliograph.core.tx..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("io\\.heliograph\\.core\\.tx\\.(Sql|Sessions)")
                .check(all);
    }

    @Test
    void onlyTheLoaderKnowsPf4j() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.heliograph.host.load..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.pf4j..")
                .check(all);
    }

    @Test
    void vertxStaysAtTheEdge() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.heliograph.web..", "io.heliograph.app..", "io.heliograph.host.egress..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.vertx..")
                .check(all);
    }

    @Test
    void theWebNeverSeesAStore() {
        noClasses()
                .that()
                .resideInAPackage("io.heliograph.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.heliograph.core..store..", "io.heliograph.spi.provider..", "io.heliograph.spi.store..")
                .check(all);
    }

    private static long count(String layer) {
        String prefix = layer.substring(0, layer.length() - 1);
        return all.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> (name + ".").startsWith(prefix))
                .count();
    }
}
