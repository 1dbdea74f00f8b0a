package health.vigil;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/// The dependencies between packages, as `docs/architecture.md` lists them.
class ArchitectureTest {
    private static final String ROOT = "health.vigil.";
    private static final Path SOURCES = Path.of("src/main/java/health/vigil");
    private static final Pattern ROOM = Pattern.compile("^(?:(?:api|ingest|patient)\\.[a-z0-9]+|[a-z0-9]+)(?=\\.)");
    private static final Pattern IMPORT =
            Pattern.compile("^import (?:static )?health\\.vigil\\.([^;]+);", Pattern.MULTILINE);
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("health.vigil");

    /// Quarkus' guides recommend some classes in packages named `runtime` for extensions; these are not internals.
    private static final DescribedPredicate<JavaClass> INTERNALS = resideInAnyPackage(
                    "io.netty..",
                    "io.vertx..impl..",
                    "io.quarkus..runtime..",
                    "org.jboss.resteasy.reactive.server.core..",
                    "org.jboss.resteasy.reactive.server.handlers..",
                    "org.jboss.resteasy.reactive.server.mapping..",
                    "org.jboss.resteasy.reactive.server.util..")
            .and(not(resideInAnyPackage("io.quarkus.runtime..", "io.netty.util.concurrent..")))
            .and(not(belongToAnyOf(
                    BlockingSecurityExecutor.class,
                    ChallengeData.class,
                    Filters.class,
                    HttpAuthenticationMechanism.class,
                    JsonWebTokenCredential.class,
                    OidcAuthenticationMechanism.class,
                    QuarkusPrincipal.class,
                    QuarkusSecurityIdentity.class)));

    private static final Set<String> CORE = Set.of(
            "observation", "laboratory", "grading", "context", "protocol", "registry", "journey", "alert", "history");

    /// The other packages that each package uses, exactly.
    private static final Map<String, Set<String>> USES = Map.ofEntries(
            uses("observation"),
            uses("grading", "observation", "laboratory"),
            uses("laboratory", "observation"),
            uses("context", "observation", "laboratory", "grading"),
            uses("protocol", "observation", "laboratory", "grading", "context"),
            uses("registry", "observation", "laboratory", "grading", "context"),
            uses("journey", "observation", "grading"),
            uses("alert", "observation", "grading"),
            uses("history", "observation", "grading", "alert"),
            uses("json", "observation"),
            uses("problem", "json"),
            uses("policy", "observation", "grading", "context", "protocol", "journey", "alert", "json"),
            uses("role", "observation"),
            uses("trace", "role"),
            uses("http", "problem", "access", "role"),
            uses("access", "observation", "problem"),
            uses("audit", "access", "problem", "role"),
            uses("account", "observation", "json", "problem", "access", "audit", "api"),
            uses("signin", "observation", "json", "problem", "access", "audit", "account", "store", "api", "role"),
            uses("command", "observation", "json", "access", "account", "intake", "exchange", "fhir", "hl7"),
            uses("intake", "observation", "json"),
            uses("exchange", "observation", "json", "intake"),
            uses("fhir", "observation", "json", "intake", "exchange"),
            uses("fhirview", "observation", "grading", "alert", "exchange"),
            uses("fhirread", "observation", "grading", "history", "json", "exchange", "store", "fhirview"),
            uses("hl7", "observation", "json", "intake", "exchange"),
            uses("stream", "observation", "grading", "history", "json", "intake", "exchange", "role", "trace"),
            uses("ingest", "observation", "grading", "json", "access", "intake", "stream", "store", "trace"),
            uses(
                    "ingest.exchange",
                    "observation",
                    "grading",
                    "json",
                    "access",
                    "intake",
                    "exchange",
                    "ingest",
                    "store",
                    "stream",
                    "role"),
            uses(
                    "ingest.http",
                    "observation",
                    "json",
                    "problem",
                    "access",
                    "audit",
                    "intake",
                    "ingest",
                    "role",
                    "trace"),
            uses(
                    "ingest.fhir",
                    "observation",
                    "json",
                    "problem",
                    "access",
                    "audit",
                    "intake",
                    "exchange",
                    "fhir",
                    "ingest",
                    "ingest.exchange",
                    "store",
                    "role",
                    "trace"),
            uses(
                    "ingest.hl7",
                    "observation",
                    "access",
                    "audit",
                    "exchange",
                    "hl7",
                    "ingest",
                    "ingest.exchange",
                    "role",
                    "store",
                    "trace"),
            uses(
                    "store",
                    "observation",
                    "grading",
                    "context",
                    "protocol",
                    "registry",
                    "journey",
                    "alert",
                    "history",
                    "intake",
                    "json",
                    "exchange"),
            uses("outbox", "observation", "store", "stream", "role"),
            uses("webhook", "store", "role"),
            uses(
                    "subscription",
                    "observation",
                    "grading",
                    "alert",
                    "json",
                    "exchange",
                    "fhir",
                    "fhirview",
                    "fhirread",
                    "access",
                    "store",
                    "webhook",
                    "role"),
            uses(
                    "monitor",
                    "observation",
                    "grading",
                    "alert",
                    "history",
                    "intake",
                    "exchange",
                    "stream",
                    "store",
                    "outbox",
                    "access",
                    "role",
                    "trace"),
            uses("api", "observation", "json", "problem", "access", "audit", "store"),
            resources("api.alert", "alert", "observation", "access", "audit"),
            uses("api.context", "observation", "context", "history", "access", "api", "problem", "store", "role"),
            resources(
                    "api.home",
                    "observation",
                    "laboratory",
                    "context",
                    "alert",
                    "history",
                    "policy",
                    "access",
                    "audit"),
            resources(
                    "api.fhir",
                    "observation",
                    "exchange",
                    "access",
                    "audit",
                    "fhir",
                    "fhirview",
                    "fhirread",
                    "subscription",
                    "webhook"),
            resources("api.protocol", "observation", "grading", "context", "protocol", "history", "access", "audit"),
            uses("api.registry", "observation", "registry", "access", "audit", "api", "problem", "store", "role"),
            resources("patient.device", "audit", "observation", "alert", "access", "stream", "outbox"),
            resources("patient.emergency", "alert", "access", "audit"),
            resources(
                    "patient.episode",
                    "observation",
                    "exchange",
                    "grading",
                    "context",
                    "alert",
                    "history",
                    "access",
                    "audit",
                    "intake",
                    "stream",
                    "outbox"),
            resources(
                    "patient.journey",
                    "observation",
                    "grading",
                    "alert",
                    "journey",
                    "access",
                    "audit",
                    "intake",
                    "stream",
                    "outbox",
                    "patient.episode"),
            resources("api.grade", "observation", "grading", "alert", "history", "access", "audit"),
            resources("patient.merge", "observation", "access", "audit", "stream", "outbox"),
            resources("api.observation", "observation", "access"),
            resources(
                    "api.quarantine",
                    "observation",
                    "access",
                    "audit",
                    "intake",
                    "exchange",
                    "ingest.exchange",
                    "stream",
                    "outbox"),
            uses("api.treatment", "observation", "alert", "history", "access", "api", "problem", "store", "role"),
            resources("ehr", "observation", "grading", "history", "access", "audit"),
            uses("trend", "observation", "access", "api", "problem", "store", "role"),
            uses("hl7out", "observation", "alert", "json", "access", "hl7", "store", "webhook", "role"),
            uses("api.sender", "access", "api", "store", "role"),
            resources("api.webhook", "observation", "alert", "access", "audit", "webhook"),
            uses("pages", "signin", "role"),
            uses("privacy", "json", "problem", "access", "audit", "store", "api", "role"),
            uses("embedded"),
            uses("simulation"));

    private static Map.Entry<String, Set<String>> uses(String room, String... others) {
        return Map.entry(room, Set.of(others));
    }

    /// A package of resources.
    private static Map.Entry<String, Set<String>> resources(String room, String... others) {
        var all = Stream.concat(Stream.of("api", "json", "problem", "store", "role"), Stream.of(others));
        return Map.entry(room, all.collect(Collectors.toSet()));
    }

    static Stream<String> rooms() {
        return USES.keySet().stream().sorted();
    }

    /// The package of a class; empty for classes of the root and of libraries.
    private static String room(JavaClass type) {
        var name = type.getName();
        return name.startsWith(ROOT) ? room(name.substring(ROOT.length())) : "";
    }

    /// The package under the root, with the one below it under `api`, `ingest` and `patient`.
    private static String room(String name) {
        return ROOM.matcher(name).results().map(MatchResult::group).findFirst().orElse("");
    }

    @Test
    void everyRoomIsInTheTable() {
        var found = CLASSES.stream()
                .map(ArchitectureTest::room)
                .filter(room -> !room.isEmpty())
                .collect(Collectors.toSet());

        assertThat(USES.keySet()).isEqualTo(found);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomUsesTheRoomsItsArrowsLeadToAndNoOther(String room) throws IOException {
        var used = CLASSES.stream()
                .filter(type -> room(type).equals(room))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> room(dependency.getTargetClass().getBaseComponentType()))
                .filter(target -> !target.isEmpty() && !target.equals(room))
                .collect(Collectors.toCollection(TreeSet::new));
        used.addAll(imported(room));

        assertThat(used).as(room + " uses").isEqualTo(new TreeSet<>(USES.getOrDefault(room, Set.of())));
    }

    /// The compiler inlines constants of other classes, so the imports of the source are read, too.
    private static Set<String> imported(String room) throws IOException {
        try (var files = Files.walk(SOURCES.resolve(room.replace('.', '/')))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> room(SOURCES.relativize(file).toString().replace('/', '.'))
                            .equals(room))
                    .flatMap(file -> IMPORT.matcher(read(file)).results())
                    .map(found -> room(found.group(1)))
                    .filter(target -> !target.equals(room))
                    .collect(Collectors.toSet());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void noRoomHoldsMoreThanAnEighthOfTheFiles() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            var rooms = files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> SOURCES.relativize(file).getName(0).toString())
                    .collect(Collectors.groupingBy(room -> room, Collectors.counting()));
            var all = rooms.values().stream().mapToLong(Long::longValue).sum();

            assertThat(rooms).allSatisfy((room, count) -> assertThat(count * 8).isLessThanOrEqualTo(all));
        }
    }

    @Test
    void noPackageUsesItselfThroughOthers() {
        slices().matching("health.vigil.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    /// A name has one meaning in the whole tree, so a reader need not look up its package. Nested types count,
    /// too.
    @Test
    void noTypeNameOccursTwice() {
        assertThat(duplicateNames(CLASSES)).isEmpty();
    }

    @Test
    void aTypeNameThatOccursTwiceIsFound() {
        var classes =
                new ClassFileImporter().importClasses(HttpClient.Builder.class, HttpRequest.Builder.class, Map.class);

        assertThat(duplicateNames(classes))
                .containsExactly(Map.entry(
                        "Builder", Set.of("java.net.http.HttpClient$Builder", "java.net.http.HttpRequest$Builder")));
    }

    /// The types that share a simple name, by that name. Anonymous classes have none.
    private static Map<String, Set<String>> duplicateNames(JavaClasses classes) {
        var types = classes.stream()
                .filter(type ->
                        !type.isAnonymousClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName,
                        TreeMap::new,
                        Collectors.mapping(JavaClass::getName, Collectors.toSet())));
        types.values().removeIf(names -> names.size() == 1);
        return types;
    }

    /// Other protocols use these classes like HTTP does, so they depend on no request and none of its parts.
    @Test
    void theIntakeKnowsNothingOfHttp() {
        noClasses()
                .that(resideInAnyPackage(ROOT + "intake..", ROOT + "ingest"))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "jakarta.ws.rs..",
                        "io.vertx..",
                        "io.quarkus.vertx..",
                        ROOT + "http..",
                        ROOT + "api..",
                        ROOT + "problem..",
                        ROOT + "audit.."))
                .orShould()
                .dependOnClassesThat()
                .haveSimpleName("CurrentUser")
                .check(CLASSES);
    }

    /// `docs/decisions/framework-internals.md` lists all of them.
    @Test
    void onlyTheHttpFrameUsesTheInternalsOfTheFramework() {
        noClasses()
                .that()
                .resideOutsideOfPackage("health.vigil.http")
                .should()
                .dependOnClassesThat(INTERNALS)
                .check(CLASSES);
    }

    @Test
    void theDecisionPageListsTheInternalsThatAreUsed() throws IOException {
        var page = Files.readString(Path.of("docs/decisions/framework-internals.md"));

        for (var type : CLASSES.that(resideInAnyPackage("health.vigil.http"))) {
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(INTERNALS)
                    .map(JavaClass::getSimpleName)
                    .filter(name -> !name.isEmpty())
                    .forEach(name -> assertThat(page)
                            .as(() -> name + " of " + type.getName())
                            .contains("`" + name + "`"));
        }
    }

    /// The scores beside the grades, the hospital's protocol, the registry and journeys change no grade and raise
    /// no alert.
    @Test
    void whatGradesAlertsOrActsNeverReadsTheContext() {
        noClasses()
                .that(resideInAnyPackage(
                        ROOT + "grading..",
                        ROOT + "alert..",
                        ROOT + "history..",
                        ROOT + "monitor..",
                        ROOT + "outbox..",
                        ROOT + "webhook..",
                        ROOT + "subscription..",
                        ROOT + "hl7out..",
                        ROOT + "api.alert..",
                        ROOT + "api.grade.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        ROOT + "context..", ROOT + "protocol..", ROOT + "registry..", ROOT + "journey.."))
                .orShould()
                .dependOnClassesThat()
                .haveSimpleName("ContextQueries")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleName("ProtocolQueries")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleName("ProtocolAnswers")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleName("ReadinessQueries")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleName("DischargeTicks")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleName("RegistryQueries")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleName("Situations")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleName("Journeys")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleName("JourneyEntries")
                .check(CLASSES);
    }

    @Test
    void nothingUsesTheStart() {
        noClasses()
                .that()
                .resideOutsideOfPackage("health.vigil")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("health.vigil")
                .check(CLASSES);
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
