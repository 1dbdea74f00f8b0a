package health.vigil;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/// Rules for the tests themselves: each test runs, and in the run that has what it needs.
class SuiteTest {
    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("health.vigil");

    private static final DescribedPredicate<JavaClass> HAS_TESTS = DescribedPredicate.describe(
            "have tests",
            type -> type.getMethods().stream().anyMatch(method -> method.isMetaAnnotatedWith(Testable.class)));

    /// Surefire runs `*Test`, failsafe `*IT`; a person runs `*ByHand`. A class of another name is never run.
    @Test
    void everyTestHasANameByWhichItIsRun() {
        classes()
                .that(HAS_TESTS)
                .should()
                .haveNameMatching(".*(Test|IT|ByHand)")
                .check(TESTS);
    }

    /// Without the tag it would run among the tests that have no service.
    @Test
    void everyTestThatNeedsTheServiceHasTheTag() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ServiceTest.class.getName())
                .should()
                .beAnnotatedWith(QuarkusTest.class)
                .orShould()
                .beAnnotatedWith(QuarkusTestResource.class)
                .check(TESTS);
        classes()
                .that(annotatedWith(ServiceTest.class))
                .should()
                .haveNameMatching(".*Test")
                .check(TESTS);
    }

    /// AssertJ is the only assertion library; Hamcrest is used only for bodies of responses.
    @Test
    void everyAssertionIsOfOneLibrary() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.junit\\.jupiter\\.api\\.Ass(ertions|umptions)")
                .check(TESTS);
        classes()
                .that(dependOn(resideInAPackage("org.hamcrest..")))
                .should()
                .dependOnClassesThat(resideInAPackage("io.restassured.."))
                .check(TESTS);
    }

    private static DescribedPredicate<JavaClass> dependOn(DescribedPredicate<JavaClass> others) {
        return DescribedPredicate.describe(
                "use classes that " + others.getDescription(),
                type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> others.test(dependency.getTargetClass())));
    }
}
