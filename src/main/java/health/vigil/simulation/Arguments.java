package health.vigil.simulation;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The words after the command: pairs of `--name value`.
record Arguments(Map<String, String> values) {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    /// @throws IllegalArgumentException with a sentence for the person who typed them
    static Arguments parse(Set<String> known, String... words) {
        var values = new LinkedHashMap<String, String>();
        for (var i = 0; i < words.length; i += 2) {
            var name = words[i];
            if (!name.startsWith("--") || !known.contains(name.substring(2))) {
                throw new IllegalArgumentException("unknown: " + name);
            }
            if (i + 1 == words.length) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            values.put(name.substring(2), words[i + 1]);
        }
        return new Arguments(values);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    double number(String name, double usual, double least, double most) {
        var value = text(name).map(text -> parse(name, text)).orElse(usual);
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("--%s must be from %s to %s".formatted(name, plain(least), plain(most)));
        }
        return value;
    }

    int count(String name, int usual, int least, int most) {
        return (int) number(name, usual, least, most);
    }

    /// The service that `--url` names. One on another machine is named a second time by `--host`: nobody puts made-up
    /// patients on a ward by mistake.
    URI service() {
        var url = URI.create(text("url").orElse("http://localhost:8080"));
        var host = String.valueOf(url.getHost());
        if (!HERE.contains(host) && !text("host").filter(host::equals).isPresent()) {
            throw new IllegalArgumentException("--host must repeat the host of --url, which is not this machine");
        }
        return url;
    }

    Path path(String name, String usual) {
        return Path.of(text(name).orElse(usual));
    }

    private static double parse(String name, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--%s must be a number".formatted(name), e);
        }
    }

    private static String plain(double limit) {
        return limit == Math.rint(limit) ? Long.toString((long) limit) : Double.toString(limit);
    }
}
