package health.vigil.grading;

import health.vigil.observation.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Measures the cost of one more observation after a history of some length, of a late observation in a fortnight
/// at 1 Hz, and of that whole fortnight.
@Fork(value = 1, jvmArgs = {"-XX:+UseSerialGC", "-Xmx3g"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@BenchmarkMode(Mode.AverageTime)
public class GradingBenchmark {
    private static final int BATCH = 500;
    private static final int FORTNIGHT = 14 * 24 * 3600;
    private static final int CHUNK = 3600;

    private static final Grader GRADER =
            new Grader(Policy.DEFAULT, new Patient(Story.INFUSION, 50, Baseline.NONE), Attributions.NONE);

    private static Chart after(int readings) {
        var chart = GRADER.begin(List.of());
        for (int first = 0; first < readings; first += CHUNK) {
            var chunk = Readings.everySecond(first, Math.min(CHUNK, readings - first));
            chart = GRADER.advance(chart, chunk, chunk.getLast().effectiveAt()).chart();
        }
        return chart;
    }

    /// A chart that has lived through a history, and what comes next.
    @State(Scope.Thread)
    public static class Grown {
        @Param({"100", "1000", "10000", "100000", "1000000"})
        public int history;

        Chart chart;
        List<Observation> next;
        List<Observation> batch;

        @Setup(Level.Trial)
        public void live() {
            chart = after(history);
            batch = Readings.everySecond(history, BATCH);
            next = List.of(batch.getFirst());
        }
    }

    @Benchmark
    public Progress oneMoreObservation(Grown grown) {
        return GRADER.advance(grown.chart, grown.next, grown.next.getLast().effectiveAt());
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public Progress oneOfABatch(Grown grown) {
        return GRADER.advance(grown.chart, grown.batch, grown.batch.getLast().effectiveAt());
    }

    /// A fortnight to which a reading comes late, from the checkpoint before it: these stand an eighth as far
    /// apart as they are old.
    @State(Scope.Thread)
    public static class Late {
        private static final int HOUR = 3600;
        private static final int DAY = 24 * HOUR;

        @Param({"" + HOUR, "" + DAY, "" + 13 * DAY})
        public int secondsLate;

        Chart checkpoint;
        List<Observation> since;

        @Setup(Level.Trial)
        public void live() {
            var from = Math.max(0, FORTNIGHT - secondsLate - secondsLate / 8);
            checkpoint = after(from);
            since = new ArrayList<>(Readings.everySecond(from, FORTNIGHT - from));
            since.add(FORTNIGHT - secondsLate - from, Readings.reading(FORTNIGHT - secondsLate));
        }
    }

    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public Progress oneThatIsLate(Late late) {
        return GRADER.advance(
                late.checkpoint, late.since, late.since.getLast().effectiveAt());
    }

    /// All readings of a fortnight.
    @State(Scope.Thread)
    public static class Fortnight {
        List<Observation> readings;

        @Setup(Level.Trial)
        public void read() {
            readings = Readings.everySecond(0, FORTNIGHT);
        }
    }

    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public Progress wholeFortnight(Fortnight fortnight) {
        return GRADER.advance(
                GRADER.begin(List.of()), fortnight.readings, fortnight.readings.getLast().effectiveAt());
    }
}
