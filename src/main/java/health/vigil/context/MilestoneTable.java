package health.vigil.context;

import health.vigil.observation.Word;
import java.util.List;

/// The milestone tables of different places: which rule applies for which days after the infusion.
public enum MilestoneTable implements Word {
    US_2025(
            row("daily-review", "Daily review", 7, true),
            row("monitoring", "Monitoring", 14, true),
            row("near-the-centre", "Near the centre", 14, true),
            row("no-driving", "No driving", 14, false)),
    UK_EXAMPLE(
            row("monitoring", "Monitoring", 28, true),
            row("near-the-centre", "Near the centre, less than 1 h away", 28, true),
            row("not-alone", "Not alone", 28, true),
            new MilestoneRow("no-driving", "No driving", 56, false, 56)),
    EU_OLDER(
            row("daily-review", "Daily review", 10, true),
            row("monitoring", "Monitoring", 28, true),
            row("near-the-centre", "Near the centre, less than 2 h away", 28, true),
            row("no-driving", "No driving", 56, false));

    /// A rule that applies from day 0 on.
    ///
    /// @param lastDay the last day on which it applies
    /// @param prolonged whether it is extended while CRS or ICANS is not known to be over, steroids run, or
    ///     an assessment is open
    /// @param afterNeurologicalEvent the days for which it applies after a neurological event has ended; 0
    ///     for none
    public record MilestoneRow(String id, String text, int lastDay, boolean prolonged, int afterNeurologicalEvent) {}

    // The list is copied on construction.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<MilestoneRow> rows;

    MilestoneTable(MilestoneRow... rows) {
        this.rows = List.of(rows);
    }

    private static MilestoneRow row(String id, String text, int lastDay, boolean prolonged) {
        return new MilestoneRow(id, text, lastDay, prolonged, 0);
    }

    List<MilestoneRow> rows() {
        return rows;
    }
}
