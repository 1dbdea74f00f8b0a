package health.vigil;

import java.util.List;

/// What the process was started with: a command, if any, and its arguments.
record CommandLine(List<String> all) {
    static CommandLine of(String... args) {
        return new CommandLine(List.of(args));
    }

    /// Empty when there is none.
    String command() {
        return all.isEmpty() ? "" : all.getFirst();
    }

    String[] afterCommand() {
        return all.stream().skip(1).toArray(String[]::new);
    }
}
