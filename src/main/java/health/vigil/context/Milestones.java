package health.vigil.context;

import health.vigil.laboratory.Truth;
import health.vigil.observation.AssessedSyndrome;
import health.vigil.observation.Count;
import health.vigil.observation.SyndromeAssessment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Until which day the rules of a place apply to the patient, and what extends them.
final class Milestones {
    private static final Duration QUIET = Duration.ofDays(2);
    private static final Duration STEROIDS = Duration.ofDays(3);

    private final PatientState patient;
    private final Days days;

    private Milestones(PatientState patient) {
        this.patient = patient;
        days = patient.days();
    }

    static ContextItem of(PatientState patient) {
        var item = new ItemBuilder(ItemKind.MILESTONES);
        if (patient.day() < 0) {
            return item.reason("before the infusion").build();
        }
        new Milestones(patient).describe(item);
        return item.build();
    }

    /// Until when a rule applies.
    ///
    /// @param end absent while something extends it
    /// @param reasons what extends it
    private record Until(Optional<Instant> end, List<String> reasons) {}

    private void describe(ItemBuilder item) {
        var policy = patient.situation().policy();
        item.band(policy.place().word()).number("day", patient.day());
        var sentences = new ArrayList<String>();
        for (var row : policy.place().rows()) {
            var until = until(row);
            var holds = until.end().map(patient.at()::isBefore).orElse(true);
            var sentence = sentence(row, until);
            item.fact(Fact.of(row.id(), Truth.of(holds), sentence).ending(until.end()));
            if (holds) {
                sentences.add(sentence);
            }
        }
        item.fact(Fact.of("wallet-card", Truth.YES, "Wallet card always"));
        policy.registry().stream()
                .filter(each -> each.last() >= patient.day())
                .findFirst()
                .map(this::sentence)
                .ifPresent(sentences::add);
        item.text("Day " + patient.day() + ". "
                + sentences.stream()
                        .map(text -> text + ". ")
                        .collect(Collectors.joining())
                        .strip());
    }

    private String sentence(RegistryDay next) {
        var window = next.window() == 0 ? "" : ", from " + days.text(next.first()) + " to " + days.text(next.last());
        return "Next trial or registry day " + next.day() + " on " + days.text(next.day()) + window;
    }

    private String sentence(MilestoneTable.MilestoneRow row, Until until) {
        var end = until.end()
                .map(at -> at.equals(days.begin(row.lastDay() + 1))
                        ? "until " + days.text(row.lastDay()) + " (day " + row.lastDay() + ")"
                        : "until " + end(at))
                .orElse("goes on");
        var why = until.reasons().isEmpty() ? "" : ", prolonged: " + String.join("; ", until.reasons());
        return row.text() + " " + end + why;
    }

    /// The last day if it ends at midnight, else the time.
    private String end(Instant at) {
        int day = days.of(at);
        return at.equals(days.begin(day)) ? days.text(day - 1) + " (day " + (day - 1) + ")" : days.text(at);
    }

    private Until until(MilestoneTable.MilestoneRow row) {
        var planned = days.begin(row.lastDay() + 1);
        if (row.afterNeurologicalEvent() > 0) {
            return afterEvent(row, planned);
        }
        return row.prolonged() ? prolonged(planned) : new Until(Optional.of(planned), List.of());
    }

    private Until afterEvent(MilestoneTable.MilestoneRow row, Instant planned) {
        if (!GradeTimes.present(patient.icans().peak(patient.at()))) {
            return new Until(Optional.of(planned), List.of());
        }
        var ended = patient.icans().ended(patient.at());
        if (ended.isEmpty()) {
            return new Until(
                    Optional.empty(),
                    List.of("until "
                            + Count.of(row.afterNeurologicalEvent(), "day").text() + " after ICANS has ended"));
        }
        var after = days.begin(days.of(ended.get()) + row.afterNeurologicalEvent() + 1);
        return after.isAfter(planned)
                ? new Until(Optional.of(after), List.of("ICANS ended on " + days.text(days.of(ended.get()))))
                : new Until(Optional.of(planned), List.of());
    }

    /// Something that extends a rule.
    ///
    /// @param end when it ends by itself; absent while it continues
    private record Obstacle(String reason, Optional<Instant> end) {}

    /// The first time from the planned end on at which nothing extends the rule. After that it stays ended.
    private Until prolonged(Instant planned) {
        var now = patient.at();
        var ended = candidates(planned)
                .filter(at -> !at.isAfter(now) && obstacles(at, at).isEmpty())
                .findFirst();
        if (ended.isPresent()) {
            return new Until(ended, ended.get().equals(planned) ? List.of() : reasons(obstacles(planned, planned)));
        }
        var asked = now.isAfter(planned) ? now : planned;
        var obstacles = obstacles(now, asked);
        var open = obstacles.stream().anyMatch(obstacle -> obstacle.end().isEmpty());
        var last =
                obstacles.stream().flatMap(obstacle -> obstacle.end().stream()).max(Comparator.naturalOrder());
        return new Until(open ? Optional.empty() : last.or(() -> Optional.of(asked)), reasons(obstacles));
    }

    private static List<String> reasons(List<Obstacle> obstacles) {
        return obstacles.stream().map(Obstacle::reason).toList();
    }

    /// The planned end, and every later time at which an obstacle can end.
    private Stream<Instant> candidates(Instant planned) {
        var quiet =
                patient.situation().changes().stream().map(change -> change.at().plus(QUIET));
        var steroids = steroids(patient.at()).map(at -> at.plus(STEROIDS));
        var assessed = patient.entries(SyndromeAssessment.class).map(ChartEntry::at);
        return Stream.of(Stream.of(planned), quiet, steroids, assessed)
                .flatMap(instants -> instants)
                .filter(at -> !at.isBefore(planned))
                .sorted();
    }

    /// The obstacles at a time, by what was recorded up to another.
    private List<Obstacle> obstacles(Instant known, Instant at) {
        var obstacles = new ArrayList<Obstacle>();
        grade("CRS", patient.crs(), known, at).ifPresent(obstacles::add);
        grade("ICANS", patient.icans(), known, at).ifPresent(obstacles::add);
        steroids(known)
                .filter(given -> at.isBefore(given.plus(STEROIDS)))
                .max(Comparator.naturalOrder())
                .map(given -> new Obstacle("steroids on " + days.text(given), Optional.of(given.plus(STEROIDS))))
                .ifPresent(obstacles::add);
        if (at.isBefore(known.plus(QUIET))) {
            assessed(known)
                    .forEach(
                            syndrome -> obstacles.add(new Obstacle(syndrome.word() + " is present", Optional.empty())));
        }
        return obstacles;
    }

    /// A grade must be known to be 0 for 48 h. A grade above 0 extends a rule that ends before 48 h can have
    /// passed.
    private Optional<Obstacle> grade(String name, GradeTimes times, Instant known, Instant at) {
        var zero = times.zeroSince(known);
        if (zero.isPresent()) {
            return zero.map(since -> since.plus(QUIET))
                    .filter(at::isBefore)
                    .map(end -> new Obstacle(
                            name + " is 0 since " + days.text(end.minus(QUIET)) + ", and 48 h have to pass",
                            Optional.of(end)));
        }
        var grade = times.at(known).number();
        var state = name + (grade.isPresent() ? " is " + grade.getAsInt() : " is not known");
        return at.isBefore(known.plus(QUIET)) ? Optional.of(new Obstacle(state, Optional.empty())) : Optional.empty();
    }

    private Stream<Instant> steroids(Instant upTo) {
        return Steroids.of(patient).map(ChartEntry::at).filter(at -> !at.isAfter(upTo));
    }

    /// The syndromes whose newest assessment is "present".
    private List<AssessedSyndrome> assessed(Instant at) {
        return Arrays.stream(AssessedSyndrome.values())
                .filter(syndrome -> patient.entries(SyndromeAssessment.class)
                        .filter(entry -> entry.content().syndrome() == syndrome
                                && !entry.at().isAfter(at))
                        .max(Comparator.<ChartEntry<SyndromeAssessment>, Instant>comparing(ChartEntry::at)
                                .thenComparing(entry -> entry.content().present())
                                .thenComparing(entry -> entry.observation().id()))
                        .filter(entry -> entry.content().present())
                        .isPresent())
                .toList();
    }
}
