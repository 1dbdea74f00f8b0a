package health.vigil;

import java.util.List;

/// What the process was started with: a command, if any, and its arguments.
record Words(List<String> all) {
    static Words of(String... args) {
        return new Words(List.of(args));
    }

    boolean command(String name) {
        return !all.isEmpty() && all.getFirst().equals(name);
    }

    String[] afterCommand() {
        return all.stream().skip(1).toArray(String[]::new);
    }
}
