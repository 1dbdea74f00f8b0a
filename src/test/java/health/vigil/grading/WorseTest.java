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
            var life = Life.random(seed);
            var random = new SplittableRandom(seed);
            for (var at : life.instants(random, ADDED)) {
                var choices = Worse.additions();
                var added = choices.get(random.nextInt(choices.size()));

                assertNeverLower(life, with(life, at, added), at + ": " + added);
            }
        });
    }

    private static Life with(Life life, Instant at, Content content) {
        var like = life.telling().observations().getFirst();
        var observations = new ArrayList<>(life.telling().observations());
        observations.add(new Observation(ObservationIds.of("added"), like.patientId(), at, at, content));
        return lifeOf(life, observations);
    }

    @Test
    void aFindingThatIsWorseInItsPlaceNeverLowersAGrade() {
        Seeds.some(seed -> {
            var life = Life.random(seed);
            var random = new SplittableRandom(seed);
            var worse = life.telling().observations().stream()
                    .flatMap(observation ->
                            random.nextBoolean() ? worse(observation).stream() : Optional.of(observation).stream())
                    .toList();

            assertNeverLower(life, lifeOf(life, worse), "worse in place");
        });
    }

    private static Optional<Observation> worse(Observation observation) {
        return Worse.than(observation.content())
                .map(content -> new Observation(
                        observation.id(),
                        observation.patientId(),
                        observation.effectiveAt(),
                        observation.receivedAt(),
                        content));
    }

    private static Life lifeOf(Life life, List<Observation> observations) {
        var telling = new Telling(Policy.DEFAULT, life.telling().patient(), observations);
        return new Life(telling, telling.grader(Instant.MAX), telling.graded(life.end(), Instant.MAX), life.end());
    }

    private static void assertNeverLower(Life life, Life worse, String why) {
        for (var syndrome : Syndrome.values()) {
            var before = grades(life, syndrome);
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

    /// Whether only a physician can say if treated hypotension or hypoxia is CRS. This ranks above every known grade.
    private static boolean undecided(Life life, Syndrome syndrome, Instant at) {
        return life.report(at).of(syndrome).undecided();
    }

    /// Each grade by the instant from which it holds.
    private static NavigableMap<Instant, Grade> grades(Life life, Syndrome syndrome) {
        var grades = new TreeMap<Instant, Grade>();
        grades.put(life.begin().asOf(), Grade.UNKNOWN);
        life.whole().changes().stream()
                .filter(change -> change.syndrome() == syndrome)
                .forEach(change -> grades.put(change.at(), change.to()));
        return grades;
    }
}
