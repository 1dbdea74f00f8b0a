package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.ObservationId;
import health.vigil.observation.VasopressorAgent;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static health.vigil.grading.Story.STEP;
import static health.vigil.grading.Story.attributed;
import static health.vigil.grading.Story.hour;
import static health.vigil.grading.Story.started;
import static health.vigil.grading.Story.stopped;
import static health.vigil.grading.Story.temperature;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The history of changes, the reports at every instant and the announced next changes tell one story.
class HistoryTest {
    @Test
    void everyChangeIsWhatTheReportsSayAroundIt() {
        Seeds.some(seed -> {
            var life = Life.random(seed);
            for (var change : life.whole().changes()) {
                var now = life.report(change.at()).of(change.syndrome());
                var before = life.report(Windows.justBefore(change.at())).of(change.syndrome());

                assertEquals(change.from() + " to " + change.to(), before.grade() + " to " + now.grade(), "" + change);
            }
        });
    }

    @Test
    void eachChangeBeginsWhereTheOneBeforeItEnded() {
        Seeds.some(seed -> {
            var grades = new EnumMap<Syndrome, Grade>(Syndrome.class);
            for (var change : Life.random(seed).whole().changes()) {
                assertEquals(grades.getOrDefault(change.syndrome(), Grade.UNKNOWN), change.from(), "" + change);
                grades.put(change.syndrome(), change.to());
            }
        });
    }

    @Test
    void everyFlagGoesUpAndDownAsTheReportsSay() {
        Seeds.some(seed -> {
            var life = Life.random(seed);
            for (var change : life.whole().flags()) {
                var now = life.report(change.at()).of(change.syndrome());

                assertEquals(change.up(), now.flags().contains(change.flag()), "" + change);
            }
        });
    }

    @Test
    void aGradeIsWhatItIsSinceItsLastChange() {
        Seeds.some(seed -> {
            var life = Life.random(seed);
            for (var at : life.instants(new SplittableRandom(seed), 6)) {
                var report = life.report(at);
                for (var syndrome : Syndrome.values()) {
                    var since = life.whole().changes().stream()
                            .filter(change -> change.syndrome() == syndrome
                                    && !change.at().isAfter(at))
                            .filter(change -> report.of(syndrome).grade() != Grade.UNKNOWN)
                            .reduce((_, later) -> later)
                            .map(GradeChange::at);

                    assertEquals(since, report.of(syndrome).since(), syndrome + " at " + at);
                }
            }
        });
    }

    @Test
    void nothingChangesByItselfButAtAnAnnouncedInstant() {
        Seeds.some(seed -> {
            var life = Life.random(seed);
            var expected = new HashSet<>(life.observed());
            expected.addAll(announced(life));
            expected.add(life.end());

            var changes = life.whole();
            for (var change : changes.changes()) {
                assertTrue(expected.contains(change.at()), "" + change);
            }
            for (var change : changes.flags()) {
                assertTrue(expected.contains(change.at()), "" + change);
            }
        });
    }

    @Test
    void beforeTheInfusionTheInfusionIsAnnounced() {
        var report = Story.begin().at(-1.0);

        assertEquals(Optional.of(Story.INFUSION), report.nextChange());
    }

    @Test
    void whereNothingMoreWillChangeNothingIsAnnounced() {
        assertEquals(Optional.empty(), Story.begin().at(10.0).nextChange());
    }

    @Test
    void whatAnObservationChangesNamesIt() {
        var progress = Story.begin().at(10, temperature("38")).progress();

        assertEquals(List.of("UNKNOWN to ONE at 10.0 h by o-1"), grades(progress));
        assertEquals(List.of("TEMPERATURE_STALE down at 10.0 h by o-1"), flags(progress));
    }

    @Test
    void whatTimeChangesNamesNothing() {
        var progress = Story.begin().at(10, temperature("38")).progress(hour(34).plus(STEP));

        assertEquals(List.of("UNKNOWN to ONE at 10.0 h by o-1", "ONE to UNKNOWN at 34.0 h by time"), grades(progress));
        assertEquals("TEMPERATURE_STALE up at 34.0 h by time", flags(progress).getLast());
    }

    @Test
    void whatAnAttributionChangesNamesItWhereItBeginsAndWhereItEnds() {
        var story = Story.begin()
                .at(9, attributed(Component.HYPOXIA, 9))
                .at(10, temperature("38"))
                .at(10, started(VasopressorAgent.DOPAMINE))
                .at(20, attributed(Component.HYPOTENSION, 12, 14));

        var progress = story.progress();

        assertEquals(
                List.of(
                        "UNKNOWN to THREE at 10.0 h by o-3",
                        "THREE to ONE at 12.0 h by o-4",
                        "ONE to THREE at 14.0 h by o-4"),
                grades(progress));
        assertEquals(
                List.of(
                        "ATTRIBUTED_HYPOXIA up at 9.0 h by o-1",
                        "ATTRIBUTED_HYPOTENSION up at 12.0 h by o-4",
                        "ATTRIBUTED_HYPOTENSION down at 14.0 h by o-4"),
                flags(progress).stream()
                        .filter(told -> told.startsWith("ATTRIBUTED"))
                        .toList());
    }

    @Test
    void aChangeByTwoObservationsThatNoReasonNamesNamesTheFirst() {
        var story = Story.begin()
                .at(10, temperature("38"))
                .at(10, started(VasopressorAgent.DOPAMINE))
                .at(12, stopped(VasopressorAgent.DOPAMINE))
                .at(12, temperature("37"));

        assertEquals("THREE to ONE at 12.0 h by o-3", grades(story.progress()).getLast());
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, ZERO, false",
        "UNKNOWN, ONE, true",
        "ZERO, ONE, true",
        "ONE, THREE, true",
        "FOUR, FIVE, true",
        "THREE, ONE, false",
        "ONE, ZERO, false",
        "ONE, UNKNOWN, false"
    })
    void aRiseIsToAGradeAboveTheOneBeforeAndAboveZero(Grade from, Grade to, boolean rise) {
        var change = new GradeChange(Syndrome.CRS, hour(10), from, to, Optional.empty());

        assertEquals(rise, change.rise());
    }

    @Test
    void aChartTellsTheGradeAndWhetherOneWasEverKnown() {
        var chart = Story.begin().at(10, temperature("38")).progress(hour(100)).chart();

        assertEquals(Grade.UNKNOWN, chart.grade(Syndrome.CRS));
        assertTrue(chart.graded(Syndrome.CRS));
        assertFalse(chart.graded(Syndrome.ICANS));
    }

    private static List<String> grades(Progress progress) {
        return progress.changes().stream()
                .filter(change -> change.syndrome() == Syndrome.CRS)
                .map(change -> change.from() + " to " + change.to() + told(change.at(), change.cause()))
                .toList();
    }

    private static List<String> flags(Progress progress) {
        return progress.flags().stream()
                .filter(change -> change.syndrome() == Syndrome.CRS)
                .map(change -> change.flag() + (change.up() ? " up" : " down") + told(change.at(), change.cause()))
                .toList();
    }

    private static String told(Instant at, Optional<ObservationId> cause) {
        var minutes = Duration.between(Story.INFUSION, at).toMinutes();
        return " at " + minutes / 60.0 + " h by "
                + cause.map(ObservationId::value).orElse("time");
    }

    /// Wakes at each announced next change, as a timer does; until then every report is the same.
    private static Set<Instant> announced(Life life) {
        var announced = new HashSet<Instant>();
        var chart = life.begin();
        var stops = life.observed();
        stops.add(life.end());
        for (var stop : stops) {
            chart = wakeUntil(life, chart, stop, announced);
            chart = life.advance(chart, stop).chart();
        }
        return announced;
    }

    private static Chart wakeUntil(Life life, Chart chart, Instant stop, Set<Instant> announced) {
        var reached = chart;
        for (var next = next(life, reached); next.isBefore(stop); next = next(life, reached)) {
            assertTrue(next.isAfter(reached.asOf()), "announced for " + next + " at " + reached.asOf());
            assertSameTill(life, reached, Windows.justBefore(next));
            announced.add(next);
            reached = life.advance(reached, next).chart();
        }
        assertSameTill(life, reached, Windows.justBefore(stop));
        return reached;
    }

    private static Instant next(Life life, Chart chart) {
        return life.grader().report(chart, chart.asOf()).nextChange().orElse(Instant.MAX);
    }

    private static void assertSameTill(Life life, Chart chart, Instant last) {
        if (last.isAfter(chart.asOf())) {
            assertEquals(standing(life, chart, chart.asOf()), standing(life, chart, last), "from " + chart.asOf());
        }
    }

    /// All but the reasons: these also show what is in its window and gives nothing, and age without a change.
    private static List<Object> standing(Life life, Chart chart, Instant at) {
        var report = life.grader().report(chart, at);
        return Stream.of(report.crs(), report.icans())
                .<Object>flatMap(syndrome -> Stream.of(
                        syndrome.grade(),
                        syndrome.reason(),
                        syndrome.since(),
                        syndrome.onset(),
                        syndrome.flags(),
                        syndrome.peak()))
                .toList();
    }
}
