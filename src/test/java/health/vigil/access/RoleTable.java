package health.vigil.access;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// The table of permissions, `access/roles.txt`: one line per endpoint, one column per role.
///
/// @param open endpoints that need no token
/// @param signed endpoints that only a configured EHR may call
record RoleTable(List<Line> lines, Set<String> open, List<Line> signed) {
    private static final String OPEN = "# public: ";
    private static final String SIGNED = "# signed: ";

    /// @param endpoint method and path
    record Line(String endpoint, Set<Role> allowed) {
        String method() {
            return endpoint.substring(0, endpoint.indexOf(' '));
        }

        /// The path with unused values for its variables.
        String path() {
            return endpoint.substring(endpoint.indexOf('/')).replaceAll("\\{[^}]+}", "none-such");
        }

        private static Line of(String text) {
            var words = text.split(" +", -1);
            var columns = Role.values();
            var allowed = EnumSet.noneOf(Role.class);
            for (var column = 0; column < columns.length; column++) {
                if (words[2 + column].equals("x")) {
                    allowed.add(columns[column]);
                }
            }
            return new Line(words[0] + " " + words[1], allowed);
        }
    }

    static RoleTable read() throws IOException {
        try (var file = Objects.requireNonNull(open("/access/roles.txt"))) {
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            var lines = text.stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(Line::of)
                    .toList();
            return new RoleTable(
                    lines,
                    Set.copyOf(marked(text, OPEN)),
                    marked(text, SIGNED).stream()
                            .map(endpoint -> new Line(endpoint, Set.of()))
                            .toList());
        }
    }

    private static List<String> marked(List<String> text, String mark) {
        return text.stream()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()))
                .toList();
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(RoleTable.class.getResourceAsStream(name));
    }

    boolean names(String endpoint) {
        return open.contains(endpoint)
                || Stream.concat(lines.stream(), signed.stream())
                        .anyMatch(line -> line.endpoint().equals(endpoint));
    }
}
