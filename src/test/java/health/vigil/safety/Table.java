package health.vigil.safety;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rows of a table in a document, by the id in their first column.
record Table(Map<String, List<String>> rows) {
    static Table in(Path document, String idPrefix) {
        try (var lines = Files.lines(document)) {
            return new Table(lines.filter(line -> line.startsWith("| " + idPrefix))
                    .map(line -> Stream.of(line.substring(1).split("\\|"))
                            .map(String::strip)
                            .toList())
                    .collect(Collectors.toMap(
                            List::getFirst,
                            row -> row,
                            (row, again) -> {
                                throw new IllegalStateException("Twice: " + row.getFirst());
                            },
                            TreeMap::new)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
