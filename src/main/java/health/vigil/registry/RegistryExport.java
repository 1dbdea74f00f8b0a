package health.vigil.registry;

import health.vigil.grading.Grade;
import health.vigil.grading.GradeChange;
import health.vigil.grading.Syndrome;
import java.time.Instant;
import java.util.List;

/// Computes the row of an episode.
public final class RegistryExport {
    private static final String SCALE = "ASTCT-2019";

    private RegistryExport() {}

    /// The row. It depends on the case only, not on the order of the records.
    public static RegistryRow row(RegistryCase of) {
        var row = new RegistryRow(of.situation().hospital());
        episode(row, of);
        new JourneyColumns(of).write(row);
        for (var syndrome : Syndrome.values()) {
            new SyndromeColumns(of, syndrome).write(row);
        }
        row.text(RegistryColumn.GRADE_SCALE, SCALE);
        new SupportColumns(of).write(row);
        new NeuroColumns(of).write(row);
        new DrugColumns(of).write(row);
        new LateColumns(of).write(row);
        row.close();
        return row;
    }

    /// The rises of CRS from 0 or an unknown grade. The course of each has to be known if there are several.
    public static List<Instant> risesOfCrs(List<GradeChange> changes) {
        return changes.stream()
                .filter(change -> change.syndrome() == Syndrome.CRS
                        && change.to().above(Grade.ZERO)
                        && !change.from().above(Grade.ZERO))
                .map(GradeChange::at)
                .toList();
    }

    private static void episode(RegistryRow row, RegistryCase of) {
        var episode = of.episode();
        row.text(RegistryColumn.FIELD_LIST, RegistryColumn.LIST);
        row.text(RegistryColumn.PATIENT, episode.patient().value());
        row.text(RegistryColumn.EPISODE, episode.id().toString());
        row.text(RegistryColumn.PRODUCT, episode.product());
        row.text(RegistryColumn.INDICATION, episode.indication());
        row.time(RegistryColumn.INFUSED_AT, of.situation().infusedAt());
        row.number(RegistryColumn.FURTHER_INFUSIONS, episode.further());
        row.time(RegistryColumn.WATCHED_FROM, episode.watchedFrom());
        row.time(RegistryColumn.WATCHED_UNTIL, episode.watchedUntil());
        row.time(RegistryColumn.DISCHARGED_AT, episode.dischargedAt());
        row.words(RegistryColumn.RULE_SETS, episode.ruleSets());
        row.words(RegistryColumn.POLICY_VERSIONS, episode.policyVersions());
        row.number(RegistryColumn.AMENDED_ENTRIES, episode.amended());
    }
}
