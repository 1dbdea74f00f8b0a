package health.vigil.history;

import health.vigil.observation.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Tests which episode an instant belongs to. Times are hours.
class OwnershipTest {
    private static final Instant ZERO = Instant.parse("2026-03-01T08:00:00Z");
    private static final int LAST_HOUR = 60;

    private static Instant at(double hour) {
        return ZERO.plus(Duration.ofSeconds(Math.round(hour * 3600)));
    }

    private static Stay ended(double admitted, double infused, double discharged) {
        return ended("p-1", admitted, infused, discharged);
    }

    private static Stay ended(String number, double admitted, double infused, double discharged) {
        return new Stay(
                UUID.randomUUID(), new PatientId(number), at(admitted), at(infused), Optional.of(at(discharged)));
    }

    private static Stay active(double admitted, double infused) {
        return new Stay(UUID.randomUUID(), new PatientId("p-1"), at(admitted), at(infused), Optional.empty());
    }

    private static List<Integer> owners(double hour, Stay... stays) {
        var own = Ownership.of(List.of(stays));
        var owners = new ArrayList<Integer>();
        for (int i = 0; i < stays.length; i++) {
            if (own(own, stays[i]).contains(at(hour))) {
                owners.add(i + 1);
            }
        }
        return owners;
    }

    private static OwnTime own(Map<UUID, OwnTime> own, Stay stay) {
        return Optional.ofNullable(own.get(stay.id())).orElseThrow();
    }

    @Test
    void theOnlyEpisodeHasAllTime() {
        var stay = active(0, 2);

        assertThat(Ownership.of(List.of(stay))).containsExactly(Map.entry(stay.id(), OwnTime.ALL));
    }

    @Test
    void theActiveEpisodeHasItsTimeBeforeAnEndedOneWithTheSameInfusion() {
        assertThat(owners(1, ended(1, 0, 20), active(21, 0))).containsExactly(2);
        assertThat(owners(30, ended(1, 0, 20), active(21, 0))).containsExactly(2);
    }

    @Test
    void theActiveEpisodeHasItsTimeBeforeAnEndedOneWhoseInfusionIsLater() {
        assertThat(owners(45, ended(40, 39, 50), active(51, 0))).containsExactly(2);
        assertThat(owners(-5, ended(40, 39, 50), active(51, 0))).containsExactly(2);
    }

    /// Even if the clocks of two admissions disagree about their order.
    @Test
    void theActiveEpisodeGoesBeforeAnEndedOneThatSeemsToHaveBeenAdmittedLater() {
        assertThat(owners(15, active(4, 0), ended(5, 2, 20))).containsExactly(1);
        assertThat(owners(15, ended(5, 2, 20), active(4, 0))).containsExactly(2);
    }

    @ParameterizedTest
    @CsvSource({"-9,1", "0,1", "20,1", "24.9,1", "25,2", "30,2", "31,2"})
    void betweenTwoStaysAnInstantBelongsToTheNearer(double hour, int owner) {
        assertThat(owners(hour, ended(0, 1, 20), active(30, 35))).containsExactly(owner);
    }

    @ParameterizedTest
    @CsvSource({"9.9,1", "10,2", "15,2", "30,2"})
    void anEpisodeBeginsWithItsInfusionWhereThatIsBeforeTheAdmission(double hour, int owner) {
        assertThat(owners(hour, ended(0, 1, 20), active(22, 10))).containsExactly(owner);
    }

    @Test
    void ofTwoEndedOnesTheOneThatWasAdmittedLaterHasWhatBothHold() {
        assertThat(owners(15, ended(0, 1, 20), ended(22, 10, 40))).containsExactly(2);
    }

    /// For random patients the owner is always the one of the rule, for any ids and any order.
    @Test
    void everyInstantBelongsToTheOneEpisodeThatTheRuleSays() {
        for (long seed = 1; seed <= 3000; seed++) {
            var stays = stays(new Random(seed));
            var shuffled = new ArrayList<>(stays);
            Collections.shuffle(shuffled, new Random(-seed));
            var own = Ownership.of(shuffled);
            for (double hour = -5; hour < LAST_HOUR + 20; hour += 0.25) {
                var instant = at(hour);
                var owners = stays.stream()
                        .filter(stay -> own(own, stay).contains(instant))
                        .toList();
                assertThat(owners)
                        .as("seed %d, hour %s of %s", seed, hour, stays)
                        .containsExactly(expected(stays, instant));
            }
        }
    }

    /// A short admission under a wrong number does not take over when the right one ends.
    @Test
    void ofTwoNumbersTheStayThatLastedLongerHasWhatBothHold() {
        assertThat(owners(15, ended("p-1", 0, 1, 60), ended("p-2", 10, 1, 20))).containsExactly(1);
        assertThat(owners(15, ended("p-1", 0, 1, 20), ended("p-2", 10, 1, 60))).containsExactly(2);
    }

    /// Two or three numbers of one patient, each with stays of its own that overlap the others', at most one
    /// active.
    @Test
    void theStaysOfSeveralNumbersOwnEveryInstantOnceWhateverTheirOrder() {
        for (long seed = 1; seed <= 500; seed++) {
            var random = new Random(seed);
            var stays = new ArrayList<Stay>();
            int numbers = 2 + random.nextInt(2);
            for (int number = 1; number <= numbers; number++) {
                stays.addAll(numbered("p-" + number, stays(random), number == 1));
            }
            var shuffled = new ArrayList<>(stays);
            Collections.shuffle(shuffled, random);
            var own = Ownership.of(shuffled);
            var inOrder = inOrder(stays);
            for (double hour = -5; hour < LAST_HOUR + 20; hour += 0.5) {
                var instant = at(hour);
                assertThat(stays.stream()
                                .filter(stay -> own(own, stay).contains(instant))
                                .toList())
                        .as("seed %d, hour %s of %s", seed, hour, inOrder)
                        .containsExactly(expected(inOrder, instant));
            }
        }
    }

    /// No two are admitted at one instant.
    private static List<Stay> numbered(String number, List<Stay> stays, boolean mayBeActive) {
        var apart = Duration.ofSeconds(number.charAt(2));
        return stays.stream()
                .map(stay -> new Stay(
                        stay.id(),
                        new PatientId(number),
                        stay.admittedAt().plus(apart),
                        stay.infusedAt(),
                        stay.endedAt()
                                .or(() -> Optional.of(stay.admittedAt().plusSeconds(7200))
                                        .filter(_ -> !mayBeActive))
                                .map(ended -> ended.plus(apart))))
                .toList();
    }

    /// A literal version of the rule: the active stay last, before it the one whose number's stays had lasted
    /// longest.
    private static List<Stay> inOrder(List<Stay> stays) {
        return stays.stream()
                .sorted(Comparator.comparing((Stay stay) -> stay.endedAt().isEmpty())
                        .thenComparing(stay -> end(stays, stay))
                        .thenComparing(Stay::admittedAt))
                .toList();
    }

    private static Instant end(List<Stay> stays, Stay stay) {
        return stays.stream()
                .filter(other -> other.number().equals(stay.number())
                        && !other.admittedAt().isAfter(stay.admittedAt()))
                .map(other -> other.endedAt().orElse(Instant.MAX))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /// Each patient is admitted after the last discharge, with an infusion at any time.
    private static List<Stay> stays(Random random) {
        var stays = new ArrayList<Stay>();
        double admitted = random.nextInt(5);
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            double infused = random.nextInt(LAST_HOUR);
            double begin = Math.min(admitted, infused);
            double ended = begin + random.nextInt((int) (admitted - begin) + 10);
            var open = i == count - 1 && random.nextBoolean();
            stays.add(open ? active(admitted, infused) : ended(admitted, infused, ended));
            admitted = Math.max(admitted, ended) + 1 + random.nextInt(9);
        }
        return stays;
    }

    /// A literal version of the rule.
    private static Stay expected(List<Stay> stays, Instant instant) {
        Optional<Stay> nearest = Optional.empty();
        var least = Duration.ofDays(10_000);
        for (var stay : stays) {
            var distance = distance(stays, stay, instant);
            if (distance.isPresent() && distance.get().compareTo(least) <= 0) {
                least = distance.get();
                nearest = Optional.of(stay);
            }
        }
        return nearest.orElseThrow();
    }

    /// The distance of a time from a stay; empty if a later stay contains all of it.
    private static Optional<Duration> distance(List<Stay> stays, Stay stay, Instant instant) {
        var next = stays.subList(stays.indexOf(stay) + 1, stays.size()).stream()
                .map(OwnershipTest::begin)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
        var begin = begin(stay);
        var end = stay.endedAt().filter(next::isAfter).orElse(next);
        if (!begin.isBefore(next)) {
            return Optional.empty();
        }
        if (instant.isBefore(begin)) {
            return Optional.of(Duration.between(instant, begin));
        }
        return Optional.of(instant.isBefore(end) ? Duration.ZERO : Duration.between(end, instant));
    }

    private static Instant begin(Stay stay) {
        return stay.infusedAt().isBefore(stay.admittedAt()) ? stay.infusedAt() : stay.admittedAt();
    }
}
