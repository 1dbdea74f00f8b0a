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
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// `docs/clinical-rules.md` tells every rule that a reason can name, no other, and the tests that prove it.
class RulesToldTest {
    private static final Pattern RULE =
            Pattern.compile("^- \\*\\*((?:CRS|ICANS|GEN)-\\d+) ([^*]+?)\\.\\*\\*", Pattern.MULTILINE);
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
    private static final List<String> PACKAGES = List.of("health.vigil.grading.", "health.vigil.observation.");

    /// Each rule's title and text by its id.
    private static final Map<String, Told> RULES = read();

    private record Told(String title, String text) {}

    private static Map<String, Told> read() {
        try {
            var page = Files.readString(Path.of("docs/clinical-rules.md"));
            var rules = new TreeMap<String, Told>();
            var matcher = RULE.matcher(page);
            while (matcher.find()) {
                var end = page.indexOf("\n- **", matcher.end());
                var heading = page.indexOf("\n#", matcher.end());
                int last = Stream.of(end, heading)
                        .filter(at -> at >= 0)
                        .min(Integer::compare)
                        .orElse(page.length());
                rules.put(matcher.group(1), new Told(matcher.group(2), page.substring(matcher.end(), last)));
            }
            return rules;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void thePageTellsTheRulesThatAReasonCanNameAndNoOther() {
        var told = new TreeMap<String, String>();
        RULES.forEach((id, rule) -> told.put(id, rule.title().replaceAll("\\s+", " ")));
        var named = new TreeMap<String, String>();
        Arrays.stream(Rule.values())
                .forEach(rule ->
                        named.put(rule.id(), rule.label().substring(rule.id().length() + 1)));

        assertEquals(named, told);
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyRuleNamesTestsThatExist(Rule rule) throws ClassNotFoundException {
        var text = Objects.requireNonNull(RULES.get(rule.id())).text();
        var proofs = TEST.matcher(text).results().toList();

        assertTrue(text.contains("Proved by") && !proofs.isEmpty(), rule.id() + " names no test");
        for (var proof : proofs) {
            assertTrue(isTest(proof.group(1), proof.group(2)), rule.id() + ": there is no test " + proof.group());
        }
    }

    private static boolean isTest(String name, String method) throws ClassNotFoundException {
        return Arrays.stream(named(name).getDeclaredMethods())
                .anyMatch(candidate -> candidate.getName().equals(method) && runs(candidate));
    }

    /// By `@Test`, `@ParameterizedTest` or `@TestFactory`.
    private static boolean runs(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getSimpleName())
                .anyMatch(annotation -> annotation.contains("Test"));
    }

    private static Class<?> named(String name) throws ClassNotFoundException {
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
            return Optional.of(Class.forName(place + name, false, RulesToldTest.class.getClassLoader()));
        } catch (ClassNotFoundException elsewhere) {
            return Optional.empty();
        }
    }
}
