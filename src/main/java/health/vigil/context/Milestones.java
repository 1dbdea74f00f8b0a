package health.vigil.context;

import health.vigil.observation.AssessedSyndrome;
import health.vigil.observation.Drug;
import health.vigil.observation.Medication;
import health.vigil.observation.SyndromeAssessment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Until which day the rules of a place hold for the patient, and what prolongs them.
final class Milestones {
    private static final Duration QUIET = Duration.ofDays(2);
    private static final Duration STEROIDS = Duration.ofDays(3);
    private static final Set<Drug> STEROID_DRUGS = EnumSet.of(
            Drug.DEXAMETHASONE, Drug.METHYLPREDNISOLONE, Drug.HYDROCORTISONE, Drug.PREDNISONE, Drug.PREDNISOLONE);

    private final Bedside bedside;
    private final Days days;

    private Milestones(Bedside bedside) {
        this.bedside = bedside;
        days = bedside.days();
    }

    static ContextItem of(Bedside bedside) {
        var answer = new Answer(Score.MILESTONES);
        if (bedside.day() < 0) {
            return answer.reason("before the infusion").item();
        }
        new Milestones(bedside).tell(answer);
        return answer.item();
    }

    /// Until when a row holds.
    ///
    /// @param end absent while what prolongs it goes on
    /// @param reasons what prolongs it
    private record Until(Optional<Instant> end, List<String> reasons) {}

    private void tell(Answer answer) {
        var policy = bedside.situation().policy();
        answer.band(policy.place().word()).number("day", bedside.day());
        var sentences = new ArrayList<String>();
        for (var row : policy.place().rows()) {
            var until = until(row);
            var holds = until.end().map(bedside.at()::isBefore).orElse(true);
            var sentence = sentence(row, until);
            answer.fact(Fact.of(row.id(), Truth.of(holds), sentence).ending(until.end()));
            if (holds) {
                sentences.add(sentence);
            }
        }
        answer.fact(Fact.of("wallet-card", Truth.YES, "Wallet card always"));
        answer.text("Day " + bedside.day() + ". "
                + sentences.stream()
                        .map(text -> text + ". ")
                        .collect(Collectors.joining())
                        .strip());
        policy.registry().stream()
                .filter(day -> day >= bedside.day())
                .findFirst()
                .ifPresent(day -> answer.note("next registry day " + day + " on " + days.told(day)));
    }

    private String sentence(Place.Row row, Until until) {
        var end = until.end()
                .map(at -> at.equals(days.begin(row.lastDay() + 1))
                        ? "until " + days.told(row.lastDay()) + " (day " + row.lastDay() + ")"
                        : "until " + end(at))
                .orElse("goes on");
        var why = until.reasons().isEmpty() ? "" : ", prolonged: " + String.join("; ", until.reasons());
        return row.text() + " " + end + why;
    }

    /// The last day where it ends at midnight, else the instant.
    private String end(Instant at) {
        int day = days.of(at);
        return at.equals(days.begin(day)) ? days.told(day - 1) + " (day " + (day - 1) + ")" : days.told(at);
    }

    private Until until(Place.Row row) {
        var planned = days.begin(row.lastDay() + 1);
        if (row.afterNeurologicalEvent() > 0) {
            return afterEvent(row, planned);
        }
        return row.prolonged() ? prolonged(planned) : new Until(Optional.of(planned), List.of());
    }

    private Until afterEvent(Place.Row row, Instant planned) {
        if (!GradeTimes.present(bedside.icans().peak(bedside.at()))) {
            return new Until(Optional.of(planned), List.of());
        }
        var ended = bedside.icans().ended(bedside.at());
        if (ended.isEmpty()) {
            return new Until(
                    Optional.empty(), List.of("until " + row.afterNeurologicalEvent() + " days after ICANS has ended"));
        }
        var after = days.begin(days.of(ended.get()) + row.afterNeurologicalEvent() + 1);
        return after.isAfter(planned)
                ? new Until(Optional.of(after), List.of("ICANS ended on " + days.told(days.of(ended.get()))))
                : new Until(Optional.of(planned), List.of());
    }

    /// Something that prolongs.
    ///
    /// @param end when it ends by itself; absent while it goes on
    private record Obstacle(String reason, Optional<Instant> end) {}

    /// The first instant from the planned end on at which nothing prolongs. Once it has ended it stays so.
    private Until prolonged(Instant planned) {
        var now = bedside.at();
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

    /// The planned end, and every later instant at which an obstacle can end.
    private Stream<Instant> candidates(Instant planned) {
        var quiet =
                bedside.situation().changes().stream().map(change -> change.at().plus(QUIET));
        var steroids = steroids(bedside.at()).map(at -> at.plus(STEROIDS));
        var assessed = bedside.entries(SyndromeAssessment.class).map(Entry::at);
        return Stream.of(Stream.of(planned), quiet, steroids, assessed)
                .flatMap(instants -> instants)
                .filter(at -> !at.isBefore(planned))
                .sorted();
    }

    /// What prolongs at an instant, by what was recorded up to another.
    private List<Obstacle> obstacles(Instant known, Instant at) {
        var obstacles = new ArrayList<Obstacle>();
        grade("CRS", bedside.crs(), known, at).ifPresent(obstacles::add);
        grade("ICANS", bedside.icans(), known, at).ifPresent(obstacles::add);
        steroids(known)
                .filter(given -> at.isBefore(given.plus(STEROIDS)))
                .max(Comparator.naturalOrder())
                .map(given -> new Obstacle("steroids on " + days.told(given), Optional.of(given.plus(STEROIDS))))
                .ifPresent(obstacles::add);
        if (at.isBefore(known.plus(QUIET))) {
            assessed(known)
                    .forEach(
                            syndrome -> obstacles.add(new Obstacle(syndrome.word() + " is present", Optional.empty())));
        }
        return obstacles;
    }

    /// A grade has to be known to be 0 for 48 h. One that is not 0 prolongs what ends before 48 h can have passed.
    private Optional<Obstacle> grade(String name, GradeTimes times, Instant known, Instant at) {
        var zero = times.zeroSince(known);
        if (zero.isPresent()) {
            return zero.map(since -> since.plus(QUIET))
                    .filter(at::isBefore)
                    .map(end -> new Obstacle(
                            name + " is 0 since " + days.told(end.minus(QUIET)) + ", and 48 h have to pass",
                            Optional.of(end)));
        }
        var grade = times.at(known).number();
        var told = name + (grade.isPresent() ? " is " + grade.getAsInt() : " is not known");
        return at.isBefore(known.plus(QUIET)) ? Optional.of(new Obstacle(told, Optional.empty())) : Optional.empty();
    }

    private Stream<Instant> steroids(Instant upTo) {
        return bedside.entries(Medication.class)
                .filter(entry -> STEROID_DRUGS.contains(entry.content().drug())
                        && entry.content().effect() == Drug.Effect.ANTI_CYTOKINE
                        && !entry.at().isAfter(upTo))
                .map(Entry::at);
    }

    /// The syndromes whose newest assessment says that they are present.
    private List<AssessedSyndrome> assessed(Instant at) {
        return Arrays.stream(AssessedSyndrome.values())
                .filter(syndrome -> bedside.entries(SyndromeAssessment.class)
                        .filter(entry -> entry.content().syndrome() == syndrome
                                && !entry.at().isAfter(at))
                        .max(Comparator.<Entry<SyndromeAssessment>, Instant>comparing(Entry::at)
                                .thenComparing(entry -> entry.content().present())
                                .thenComparing(entry -> entry.observation().id()))
                        .filter(entry -> entry.content().present())
                        .isPresent())
                .toList();
    }
}
