package health.vigil.context;

import health.vigil.observation.Word;
import java.util.List;

/// The tables of milestones: what holds for which days after the infusion.
public enum Place implements Word {
    US_2025(
            row("daily-review", "Daily review", 7, true),
            row("monitoring", "Monitoring", 14, true),
            row("near-the-centre", "Near the centre", 14, true),
            row("no-driving", "No driving", 14, false)),
    UK_EXAMPLE(
            row("monitoring", "Monitoring", 28, true),
            row("near-the-centre", "Near the centre, less than 1 h away", 28, true),
            row("not-alone", "Not alone", 28, true),
            new Row("no-driving", "No driving", 56, false, 56)),
    EU_OLDER(
            row("daily-review", "Daily review", 10, true),
            row("monitoring", "Monitoring", 28, true),
            row("near-the-centre", "Near the centre, less than 2 h away", 28, true),
            row("no-driving", "No driving", 56, false));

    /// What holds from day 0 on.
    ///
    /// @param lastDay the last day on which it holds
    /// @param prolonged while CRS or ICANS is not known to be over, steroids run, or an assessment is open
    /// @param afterNeurologicalEvent days for which it holds after one has ended; 0 for none
    public record Row(String id, String text, int lastDay, boolean prolonged, int afterNeurologicalEvent) {}

    // The list is copied when it is made.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Row> rows;

    Place(Row... rows) {
        this.rows = List.of(rows);
    }

    private static Row row(String id, String text, int lastDay, boolean prolonged) {
        return new Row(id, text, lastDay, prolonged, 0);
    }

    List<Row> rows() {
        return rows;
    }
}
