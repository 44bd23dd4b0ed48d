package io.heliograph.policy;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class PolicyArchitectureTest {
    private static final int AT_LEAST = 35;
    private static final JavaClasses ROOM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.heliograph.policy");

    @Test
    void looksAtARealRoom() {
        assertThat(ROOM.size()).isGreaterThanOrEqualTo(AT_LEAST);
    }

    @Test
    void onlyTheEngineMakesPermits() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(PolicyEngine.class.getName())
                .should()
                .callConstructorWhere(targetOwner(equivalentTo(Permit.class)).forSubtype())
                .check(ROOM);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(PluginDesk.class.getName())
                .should()
                .callConstructorWhere(
                        targetOwner(equivalentTo(PolicyPermit.class)).forSubtype())
                .check(ROOM);
    }

    @Test
    void knowsNothingAbove() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.heliograph.host..", "io.heliograph.core..", "io.heliograph.web..", "io.heliograph.app..")
                .check(ROOM);
    }

    @Test
    void itsModulesDoNotKnowEachOther() {
        slices().matching("io.heliograph.policy.(*)..")
                .should()
                .notDependOnEachOther()
                .check(ROOM);
    }
}
