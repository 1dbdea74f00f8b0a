package health.vigil.json;

import java.util.List;
import java.util.Optional;

/// A location in a message, with the list of violations of the whole message.
public record Location(String path, List<Violation> violations) {
    private static final int LONGEST_NAME = 64;

    /// The most violations that are collected.
    private static final int MOST_VIOLATIONS = 100;

    /// Adds a violation at this location and returns no value.
    public <T> Optional<T> refuse(String message) {
        note(new Violation(path, message));
        return Optional.empty();
    }

    /// Notes that the required field at this location is missing.
    public <T> Optional<T> missing() {
        return refuse("is missing");
    }

    /// Notes a violation of the message that was found before.
    public void note(Violation found) {
        if (violations.size() < MOST_VIOLATIONS) {
            violations.add(found);
        }
    }

    /// The same location with another list.
    Location with(List<Violation> own) {
        return new Location(path, own);
    }

    public Location field(String name) {
        var shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "..." : name;
        return new Location(path.isEmpty() ? shown : path + "." + shown, violations);
    }

    public Location item(int index) {
        return new Location(path + "[" + index + "]", violations);
    }
}
