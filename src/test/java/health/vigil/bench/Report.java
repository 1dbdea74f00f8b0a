package health.vigil.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What was measured, beside what is wanted.
final class Report {
    private final List<String> rows = new ArrayList<>();

    /// Prints a line at once, so that a run that is stopped has told what it measured until then.
    void raw(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
        System.out.flush();
    }

    /// Adds a row with the median of the runs.
    ///
    /// @param wanted such as `>= 0.70`
    /// @param format of a value with its unit, such as `%.1f ms`
    void row(String what, String wanted, String format, Runs runs) {
        rows.add("| %s | %s | %s | %s to %s |"
                .formatted(
                        what,
                        wanted,
                        text(format, runs.median()),
                        text(format, runs.least()),
                        text(format, runs.most())));
    }

    private static String text(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    void print(PrintStream out) {
        out.println();
        out.println("| what | wanted | measured: median | least to most |");
        out.println("|---|---|---|---|");
        rows.forEach(out::println);
        out.flush();
    }
}
