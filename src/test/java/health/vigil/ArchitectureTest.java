package health.vigil;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

/// Which room may use which: the arrows of `docs/architecture.md`.
class ArchitectureTest {
    private static final String ROOT = "health.vigil.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("health.vigil");

    private static final Set<String> CORE = Set.of("observation", "grading", "alert");

    /// Each room and those that it may use beside itself.
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("observation", Set.of()),
            Map.entry("grading", Set.of("observation")),
            Map.entry("alert", Set.of("observation", "grading")),
            Map.entry("policy", Set.of("observation", "grading", "alert")),
            Map.entry("service", Set.of("observation")),
            Map.entry("embedded", Set.of()),
            Map.entry("access", Set.of("observation", "api")),
            Map.entry("intake", Set.of("observation", "grading", "access", "service", "api")),
            Map.entry("store", Set.of("observation", "grading", "alert", "intake")),
            Map.entry("delivery", Set.of("store", "service")),
            Map.entry("monitor", Set.of("observation", "grading", "alert", "store", "intake", "access", "service")),
            Map.entry(
                    "api",
                    Set.of(
                            "observation",
                            "grading",
                            "alert",
                            "policy",
                            "store",
                            "intake",
                            "access",
                            "service",
                            "delivery")),
            Map.entry("pages", Set.of("observation", "grading", "alert", "store", "api", "access", "service")),
            Map.entry("privacy", Set.of("observation", "store", "api", "access", "service")),
            Map.entry("simulation", Set.of()));

    static Stream<String> rooms() {
        return CLASSES.stream()
                .map(ArchitectureTest::room)
                .filter(room -> !room.isEmpty())
                .distinct()
                .sorted();
    }

    /// The package under the root that a class lies in; empty for the root's own classes and foreign ones.
    private static String room(JavaClass type) {
        var name = type.getPackageName() + ".";
        return name.startsWith(ROOT) ? name.substring(ROOT.length()).replaceAll("\\..*", "") : "";
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomUsesOnlyTheRoomsItsArrowsLeadTo(String room) {
        var used = CLASSES.stream()
                .filter(type -> room(type).equals(room))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> room(dependency.getTargetClass().getBaseComponentType()))
                .filter(target -> !target.isEmpty() && !target.equals(room))
                .collect(Collectors.toCollection(TreeSet::new));
        used.removeAll(MAY_USE.getOrDefault(room, Set.of()));

        assertEquals(Set.of(), used, room + " uses rooms that it may not");
    }

    @Test
    void theCoreUsesOnlyTimeCollectionsNumbersAndItself() {
        var allowed = Stream.concat(
                        Stream.of(
                                "java.lang..", "java.time..", "java.util..", "java.math..", "org.jspecify.annotations"),
                        CORE.stream().map(room -> ROOT + room + ".."))
                .toArray(String[]::new);

        classes()
                .that(resideInAnyPackage(core()))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed))
                .check(CLASSES);
    }

    @Test
    void theCoreHasNoClockNoChanceNoLogNoThread() {
        noClasses()
                .that(resideInAnyPackage(core()))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.util.concurrent..", "java.util.logging..", "java.util.random.."))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.System")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.Thread")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .check(CLASSES);
    }

    private static String[] core() {
        return CORE.stream().map(room -> ROOT + room + "..").toArray(String[]::new);
    }
}
