package health.vigil.grading;

import health.vigil.observation.Finding;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The newest record of each finding.
record Findings(Map<Finding, Mark> newest) {
    static final Findings NONE = new Findings(Map.of());

    Findings {
        newest = newest.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(newest));
    }

    Findings with(Finding finding, Mark mark) {
        var next = new EnumMap<Finding, Mark>(Finding.class);
        next.putAll(newest);
        Mark.newest(Optional.ofNullable(newest.get(finding)), mark).ifPresent(kept -> next.put(finding, kept));
        return new Findings(next);
    }

    /// The findings that stand.
    List<Finding> present() {
        return newest.isEmpty()
                ? List.of()
                : newest.keySet().stream()
                        .filter(finding -> of(finding).filter(Mark::present).isPresent())
                        .toList();
    }

    Optional<Mark> of(Finding finding) {
        return Optional.ofNullable(newest.get(finding));
    }
}
