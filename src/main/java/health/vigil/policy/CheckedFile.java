package health.vigil.policy;

import health.vigil.json.Fields;
import health.vigil.json.JsonLines;
import health.vigil.json.Location;
import health.vigil.json.StrictJson;
import health.vigil.json.StrictJson.Parsed;
import health.vigil.json.Violation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/// Reads a file of the hospital. Every fault is named with its line.
final class CheckedFile {
    private static final int LARGEST = 1024 * 1024;
    private static final int MOST_FAULTS = 20;

    private final String name;
    private final String text;

    private CheckedFile(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /// @param reader takes the fields and the text of the file
    /// @throws IllegalArgumentException names the file, the lines and the faults
    static <T> T read(Path file, BiFunction<Fields, String, Optional<T>> reader) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IllegalArgumentException(file + " is larger than 1 MiB");
            }
            return of(file.toString(), Files.readAllBytes(file), reader);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(file + " cannot be read", unreadable);
        }
    }

    static <T> T of(String name, byte[] bytes, BiFunction<Fields, String, Optional<T>> reader) {
        return switch (StrictJson.parse(bytes)) {
            case Parsed.Malformed(var fault) -> throw new IllegalArgumentException(name + " " + fault);
            case Parsed.Value(var node) -> {
                var text = new String(bytes, StandardCharsets.UTF_8);
                var place = new Location("", new ArrayList<>());
                var read = Fields.object(fields -> reader.apply(fields, text)).read(node, place);
                yield read.filter(_ -> place.violations().isEmpty())
                        .orElseThrow(() -> new CheckedFile(name, text).refusal(place.violations()));
            }
        };
    }

    private IllegalArgumentException refusal(List<Violation> faults) {
        var lines = JsonLines.of(text);
        return new IllegalArgumentException(faults.stream()
                .limit(MOST_FAULTS)
                .map(fault -> name + ", line " + lines.line(fault.field()) + ": " + fault.sentence())
                .collect(Collectors.joining("; ")));
    }
}
