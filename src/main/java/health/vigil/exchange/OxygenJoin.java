package health.vigil.exchange;

import health.vigil.intake.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/// Joins what several statements of one message say about the oxygen of one patient at one instant.
public final class OxygenJoin {
    private OxygenJoin() {}

    /// What one statement says.
    ///
    /// @param index which statement of the message it is
    public record OxygenSaying(int index, Subject subject, Instant effectiveAt, OxygenFragment fragment) {
        private record PatientInstant(Subject subject, Instant effectiveAt) {}

        private PatientInstant place() {
            return new PatientInstant(subject, effectiveAt);
        }
    }

    /// One record of oxygen.
    ///
    /// @param lead the statement whose record it is: the one that names the device, else the flow
    /// @param members all statements that contribute to it, the lead included
    public record JoinedOxygen(OxygenSaying lead, OxygenFragment fragment, List<Integer> members) {
        public JoinedOxygen {
            members = List.copyOf(members);
        }
    }

    /// The records, in the order of their leads. Statements that contradict each other stay apart.
    public static List<JoinedOxygen> of(List<OxygenSaying> sayings) {
        var groups = new LinkedHashMap<Object, List<OxygenSaying>>();
        sayings.forEach(saying ->
                groups.computeIfAbsent(saying.place(), _ -> new ArrayList<>()).add(saying));
        return groups.values().stream()
                .flatMap(group -> joined(group).stream())
                .sorted(Comparator.comparingInt(joined -> joined.lead().index()))
                .toList();
    }

    private static List<JoinedOxygen> joined(List<OxygenSaying> group) {
        var ordered = group.stream()
                .sorted(Comparator.comparingInt(
                                (OxygenSaying saying) -> saying.fragment().rank())
                        .thenComparingInt(OxygenSaying::index))
                .toList();
        var lead = ordered.getFirst();
        var all = lead.fragment();
        for (var next : ordered.subList(1, ordered.size())) {
            var both = all.joined(next.fragment());
            if (both.isEmpty()) {
                return ordered.stream().map(OxygenJoin::alone).toList();
            }
            all = both.get();
        }
        return List.of(new JoinedOxygen(
                lead, all, ordered.stream().map(OxygenSaying::index).toList()));
    }

    private static JoinedOxygen alone(OxygenSaying saying) {
        return new JoinedOxygen(saying, saying.fragment(), List.of(saying.index()));
    }
}
