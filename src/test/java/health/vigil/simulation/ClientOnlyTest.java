package health.vigil.simulation;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

@AnalyzeClasses(packages = "health.vigil.simulation", importOptions = ImportOption.DoNotIncludeTests.class)
class ClientOnlyTest {
    @ArchTest
    static final ArchRule usesNoClassOfTheService = ArchRuleDefinition.classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "health.vigil.simulation",
                    "java..",
                    "com.sun.net.httpserver..",
                    "com.fasterxml.jackson..",
                    "picocli",
                    "org.jspecify.annotations");
}
