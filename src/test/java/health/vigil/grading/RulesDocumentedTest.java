package health.vigil.grading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/// `docs/clinical-rules.md` describes exactly the rules that a reason can name, and lists the tests that prove
/// each rule.
class RulesDocumentedTest {
    private static final Pattern RULE = Pattern.compile(
            "^- \\*\\*((?:CRS|ICANS|GEN|TIME|SCALE|FLAG|CTX|PROT|HOME|REG|J)-\\d+) ([^*]+?)\\.\\*\\*",
            Pattern.MULTILINE);
    private static final Pattern ID =
            Pattern.compile("\\b(?:CRS|ICANS|GEN|TIME|SCALE|FLAG|CTX|PROT|HOME|REG|J)-\\d+\\b");

    /// The rules about time, flags, other scales, scores beside the grades, protocols, the way home,
    /// registries and journeys are no reason of a grade.
    private static final Pattern NAMED = Pattern.compile("(?:CRS|ICANS|GEN)-\\d+");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
    private static final List<String> PACKAGES = List.of(
            "health.vigil.grading.",
            "health.vigil.alert.",
            "health.vigil.grading.scale.",
            "health.vigil.context.",
            "health.vigil.laboratory.",
            "health.vigil.protocol.",
            "health.vigil.policy.",
            "health.vigil.api.protocol.",
            "health.vigil.api.home.",
            "health.vigil.api.registry.",
            "health.vigil.registry.",
            "health.vigil.",
            "health.vigil.path.",
            "health.vigil.observation.",
            "health.vigil.history.",
            "health.vigil.monitor.loop.",
            "health.vigil.journey.",
            "health.vigil.patient.journey.",
            "health.vigil.access.",
            "health.vigil.patient.episode.");

    private static final String PAGE = page();

    /// Each rule's title and text by its id.
    private static final Map<String, DocumentedRule> RULES = read();

    private record DocumentedRule(String title, String text) {}

    private static String page() {
        try {
            return Files.readString(Path.of("docs/clinical-rules.md"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, DocumentedRule> read() {
        var rules = new TreeMap<String, DocumentedRule>();
        var matcher = RULE.matcher(PAGE);
        while (matcher.find()) {
            var end = PAGE.indexOf("\n- **", matcher.end());
            var heading = PAGE.indexOf("\n#", matcher.end());
            int last = Stream.of(end, heading)
                    .filter(at -> at >= 0)
                    .min(Integer::compare)
                    .orElse(PAGE.length());
            rules.put(matcher.group(1), new DocumentedRule(matcher.group(2), PAGE.substring(matcher.end(), last)));
        }
        return rules;
    }

    static Set<String> ids() {
        return RULES.keySet();
    }

    @Test
    void thePageTellsTheRulesThatAReasonCanNameAndNoOther() {
        var told = new TreeMap<String, String>();
        RULES.forEach((id, rule) -> {
            if (NAMED.matcher(id).matches()) {
                told.put(id, rule.title().replaceAll("\\s+", " "));
            }
        });
        var named = new TreeMap<String, String>();
        Arrays.stream(Rule.values())
                .forEach(rule ->
                        named.put(rule.id(), rule.label().substring(rule.id().length() + 1)));

        assertThat(told).isEqualTo(named);
    }

    @Test
    void everyRuleThatThePageNamesIsOnIt() {
        var named = ID.matcher(PAGE).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isEqualTo(RULES.keySet());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyRuleNamesTestsThatExist(String id) throws ClassNotFoundException {
        var text = Objects.requireNonNull(RULES.get(id)).text();
        var proofs = TEST.matcher(text).results().toList();

        assertThat(text.contains("Proved by") && !proofs.isEmpty())
                .as(id + " names no test")
                .isTrue();
        for (var proof : proofs) {
            assertThat(isTest(proof.group(1), proof.group(2)))
                    .as(id + ": there is no test " + proof.group())
                    .isTrue();
        }
    }

    private static boolean isTest(String name, String method) throws ClassNotFoundException {
        return Arrays.stream(testClass(name).getDeclaredMethods())
                .anyMatch(candidate -> candidate.getName().equals(method) && runs(candidate));
    }

    /// By `@Test`, `@ParameterizedTest` or `@TestFactory`.
    private static boolean runs(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getSimpleName())
                .anyMatch(annotation -> annotation.contains("Test"));
    }

    private static Class<?> testClass(String name) throws ClassNotFoundException {
        for (var place : PACKAGES) {
            var found = in(place, name);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new ClassNotFoundException(name);
    }

    private static Optional<Class<?>> in(String place, String name) {
        try {
            return Optional.of(Class.forName(place + name, false, RulesDocumentedTest.class.getClassLoader()));
        } catch (ClassNotFoundException elsewhere) {
            return Optional.empty();
        }
    }
}
