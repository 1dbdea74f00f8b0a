package health.vigil.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// One line of the table of attacks, `access/attacks.txt`.
///
/// @param headers separated by semicolons
/// @param nowhere a text that the response must not contain; empty if there is none
record Attack(
        String name,
        String who,
        String request,
        List<String> headers,
        String body,
        List<Integer> statuses,
        String nowhere) {
    static Stream<Attack> all() {
        try (var table = Objects.requireNonNull(Attack.class.getResourceAsStream("/access/attacks.txt"))) {
            var text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Attack::read);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Attack read(String line) {
        var cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        var headers = Arrays.stream(cells.get(3).split("(?<=[a-z0-9]);(?=[A-Z])", -1))
                .filter(header -> !header.isEmpty())
                .toList();
        var statuses =
                Arrays.stream(cells.get(5).split(",", -1)).map(Integer::valueOf).toList();
        return new Attack(cells.get(0), cells.get(1), cells.get(2), headers, cells.get(4), statuses, cells.get(6));
    }

    /// Replaces the placeholders of the table.
    Attack with(UnaryOperator<String> filled) {
        return new Attack(
                name,
                who,
                filled.apply(request),
                headers.stream().map(filled).toList(),
                filled.apply(body),
                statuses,
                filled.apply(nowhere));
    }

    boolean hasHeader(String header) {
        return headers.stream().anyMatch(line -> line.startsWith(header + ":"));
    }

    @Override
    public String toString() {
        return name;
    }
}
