package health.vigil.safety;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// The tests of this build, by the names of their classes and methods.
final class TestSources {
    private static final Pattern METHOD =
            Pattern.compile("@(?:Test|ParameterizedTest|RepeatedTest)\\b(?:(?!@Test)[\\s\\S])*?void (\\w+)\\(");
    private final List<Path> files;

    private TestSources(List<Path> files) {
        this.files = files;
    }

    static TestSources find() {
        try (var tree = Files.walk(Path.of("src/test/java"))) {
            return new TestSources(
                    tree.filter(file -> file.toString().endsWith(".java")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The methods that a reference names, as `Class#method`; empty if there is no such test.
    ///
    /// @param reference `Class` or `Class#method`
    List<String> methods(String reference) {
        var type = reference.replaceFirst("#.*", "");
        return files.stream()
                .filter(file -> file.endsWith(type + ".java"))
                .flatMap(file -> METHOD.matcher(text(file)).results())
                .map(found -> type + "#" + found.group(1))
                .filter(method -> reference.equals(type) || reference.equals(method))
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
