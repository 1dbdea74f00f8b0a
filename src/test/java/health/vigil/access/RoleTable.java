package health.vigil.access;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// The table of permissions, `access/roles.txt`: one line per endpoint, one column per role.
record RoleTable(List<Line> lines, Set<String> open) {
    private static final String OPEN = "# public: ";

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
            var open = text.stream()
                    .filter(line -> line.startsWith(OPEN))
                    .map(line -> line.substring(OPEN.length()))
                    .toList();
            return new RoleTable(lines, Set.copyOf(open));
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(RoleTable.class.getResourceAsStream(name));
    }

    boolean names(String endpoint) {
        return open.contains(endpoint)
                || lines.stream().anyMatch(line -> line.endpoint().equals(endpoint));
    }
}
