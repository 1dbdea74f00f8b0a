package health.vigil.command;

import java.util.ArrayList;
import java.util.List;

/// What tried messages would become, as lines for an integration engineer.
final class TrialReport {
    private final List<String> lines = new ArrayList<>();
    private boolean clean = true;

    /// Adds a line.
    ///
    /// @param depth how far it is indented
    void line(int depth, String text) {
        lines.add("  ".repeat(depth) + text);
    }

    /// Adds a line about something that would be refused or put before a person.
    void fault(int depth, String text) {
        clean = false;
        line(depth, text);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /// Whether everything is taken or ignored.
    boolean clean() {
        return clean;
    }
}
