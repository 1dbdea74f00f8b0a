package health.vigil.store;

import health.vigil.observation.Numbers;
import java.util.List;

/// Reads the unresolved alerts of one patient in a ward, as a summary shows them.
public final class UnresolvedAlerts {
    private static final String OF_PATIENT = """
            select a.type, a.priority, a.state from alert a
            where a.patient_id = any(?::text[]) and a.state <> 'resolved' and ward_fold(a.ward) = ward_fold(?)
            order by array_position(array['high', 'medium', 'low'], a.priority), a.raised_at desc, a.id
            limit 100
            """;

    /// An unresolved alert.
    ///
    /// @param acknowledged whether a person has acknowledged it
    public record UnresolvedAlert(String type, String priority, boolean acknowledged) {}

    private UnresolvedAlerts() {}

    /// Most urgent first.
    public static List<UnresolvedAlert> of(Sql sql, Numbers numbers, String ward) {
        return sql.list(
                OF_PATIENT,
                row -> new UnresolvedAlert(
                        row.text("type"),
                        row.text("priority"),
                        row.text("state").equals("acknowledged")),
                PatientNumbers.column(numbers),
                ward);
    }
}
