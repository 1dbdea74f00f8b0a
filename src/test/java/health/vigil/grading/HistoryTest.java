package health.vigil.grading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

            var changes = life.whole();
            for (var change : changes.changes()) {
                assertTrue(expected.contains(change.at()), "" + change);
            }
            for (var change : changes.flags()) {
                assertTrue(expected.contains(change.at()), "" + change);
            }
        });
    }

    /// Wakes at each announced next change, as a timer does; until then every report is the same.
    private static Set<Instant> announced(Life life) {
        var announced = new HashSet<Instant>();
        var chart = life.grader().begin();
        var stops = new ArrayList<>(List.of(life.telling().patient().infusedAt()));
        stops.addAll(life.observed());
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
