package io.heliograph.core.library;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.heliograph.core.library.store.AssetReader;
import io.heliograph.core.library.store.AssetRow;
import io.heliograph.core.library.store.AssetSweep;
import io.heliograph.core.library.store.AssetWriter;
import io.heliograph.core.library.store.Seen;
import org.junit.jupiter.api.Test;

class LibraryArchitectureTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.heliograph.core.library");

    @Test
    void thereAreClassesToJudge() {
        assertThat(classes).hasSizeGreaterThan(35);
        assertThat(classes.get(AssetReader.class).getMethods()).hasSizeGreaterThan(4);
    }

    @Test
    void everyReadOfContentTakesThePredicate() {
        methods()
                .that()
                .areDeclaredIn(AssetReader.class)
                .and()
                .arePublic()
                .should(new ArchCondition<JavaMethod>("take a Seen first") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean takes = method.getRawParameterTypes().stream()
                                .limit(1)
                                .anyMatch(type -> type.isEquivalentTo(Seen.class));
                        events.add(new SimpleConditionEvent(method, takes, method.getFullName()));
                    }
                })
                .check(classes);
    }

    @Test
    void noOtherClassOfTheStoreHandsOutContent() {
        methods()
                .that()
                .areDeclaredIn(AssetWriter.class)
                .or()
                .areDeclaredIn(AssetSweep.class)
                .should(new ArchCondition<JavaMethod>("not return rows of content") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean content = method.getReturnType().getAllInvolvedRawTypes().stream()
                                .anyMatch(type -> type.isEquivalentTo(AssetRow.class));
                        events.add(new SimpleConditionEvent(method, !content, method.getFullName()));
                    }
                })
                .check(classes);
    }

    @Test
    void onlyTheStoreKnowsHibernate() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.hibernate..", "jakarta.persistence..", "java.sql..")
                .check(classes);
    }

    @Test
    void theStoreKnowsNeitherGatesBytesNorTheFeatureAroundIt() {
        classes()
                .that()
                .resideInAPackage("..library.store..")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages(
                        "io.heliograph.spi..", "io.heliograph.core.media..", "io.heliograph.core.library")
                .check(classes);
    }
}
