package health.vigil.grading;

import health.vigil.observation.Content;
import health.vigil.observation.Observation;
import health.vigil.observation.ObservationIds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// A strictly worse finding never lowers a grade, then or later. "Not known" is the lowest.
class WorseTest {
    private static final int ADDED = 6;

    @Test
    void aWorseFindingThatIsAddedNeverLowersAGrade() {
        Seeds.some(seed -> {
            var timeline = PatientTimeline.random(seed);
            var random = new SplittableRandom(seed);
            for (var at : timeline.instants(random, ADDED)) {
                var choices = WorseObservations.additions();
                var added = choices.get(random.nextInt(choices.size()));

                assertNeverLower(timeline, with(timeline, at, added), at + ": " + added);
            }
        });
    }

    private static PatientTimeline with(PatientTimeline timeline, Instant at, Content content) {
        var like = timeline.grading().observations().getFirst();
        var observations = new ArrayList<>(timeline.grading().observations());
        observations.add(new Observation(ObservationIds.of("added"), like.patientId(), at, at, content));
        return timelineOf(timeline, observations);
    }

    @Test
    void aFindingThatIsWorseInItsPlaceNeverLowersAGrade() {
        Seeds.some(seed -> {
            var timeline = PatientTimeline.random(seed);
            var random = new SplittableRandom(seed);
            var worse = timeline.grading().observations().stream()
                    .flatMap(observation ->
                            random.nextBoolean() ? worse(observation).stream() : Optional.of(observation).stream())
                    .toList();

            assertNeverLower(timeline, timelineOf(timeline, worse), "worse in place");
        });
    }

    private static Optional<Observation> worse(Observation observation) {
        return WorseObservations.than(observation.content())
                .map(content -> new Observation(
                        observation.id(),
                        observation.patientId(),
                        observation.effectiveAt(),
                        observation.receivedAt(),
                        content));
    }

    private static PatientTimeline timelineOf(PatientTimeline timeline, List<Observation> observations) {
        var grading = new InMemoryGrading(Policy.DEFAULT, timeline.grading().patient(), observations);
        return new PatientTimeline(
                grading, grading.grader(Instant.MAX), grading.graded(timeline.end(), Instant.MAX), timeline.end());
    }

    private static void assertNeverLower(PatientTimeline timeline, PatientTimeline worse, String why) {
        for (var syndrome : Syndrome.values()) {
            var before = grades(timeline, syndrome);
            var after = grades(worse, syndrome);
            var instants = new TreeSet<>(before.keySet());
            instants.addAll(after.keySet());
            for (var at : instants) {
                var lower = before.floorEntry(at)
                        .getValue()
                        .above(after.floorEntry(at).getValue());

                assertThat(lower && !undecided(worse, syndrome, at))
                        .as(syndrome + " at " + at + " by " + why)
                        .isFalse();
            }
        }
    }

    /// Whether only a physician can say if treated hypotension or hypoxia is CRS. This ranks above every known
    /// grade.
    private static boolean undecided(PatientTimeline timeline, Syndrome syndrome, Instant at) {
        return timeline.report(at).of(syndrome).undecided();
    }

    /// Each grade by the instant from which it holds.
    private static NavigableMap<Instant, Grade> grades(PatientTimeline timeline, Syndrome syndrome) {
        var grades = new TreeMap<Instant, Grade>();
        grades.put(timeline.begin().asOf(), Grade.UNKNOWN);
        timeline.whole().changes().stream()
                .filter(change -> change.syndrome() == syndrome)
                .forEach(change -> grades.put(change.at(), change.to()));
        return grades;
    }
}
