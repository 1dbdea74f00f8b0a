package health.vigil.faults;

import health.vigil.faults.FaultRun.Line;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The results of a run by kind of fault.
final class Summary {
    private Summary() {}

    static void print(List<Line> lines, PrintStream out) {
        var kinds = lines.stream().collect(Collectors.groupingBy(Line::fault, TreeMap::new, Collectors.toList()));
        out.println("| fault | times | accepted | wrong | takeover: median, longest |");
        out.println("|---|---|---|---|---|");
        kinds.forEach((fault, some) -> out.printf(
                "| %s | %d | %d | %d | %s |%n",
                fault.word(),
                some.size(),
                some.stream().mapToInt(Line::accepted).sum(),
                some.stream().filter(line -> !line.wrong().isEmpty()).count(),
                takeovers(some)));
        out.flush();
    }

    private static String takeovers(List<Line> lines) {
        var taken = lines.stream()
                .flatMap(line -> line.takeover().stream())
                .sorted()
                .toList();
        return taken.isEmpty()
                ? "–"
                : "%.1f s, %.1f s".formatted(seconds(taken.get(taken.size() / 2)), seconds(taken.getLast()));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
