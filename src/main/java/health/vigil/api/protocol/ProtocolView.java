package health.vigil.api.protocol;

import health.vigil.protocol.ProtocolTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// All rows of the hospital's protocol, in their order. None of them is about a patient.
///
/// @param table the version of the file; `null` if there is none
/// @param today the day on which reviews are overdue, in the hospital's time zone
/// @param reason why there are no rows; `null` if there are some
record ProtocolView(Optional<String> table, String today, Optional<String> reason, List<ProtocolRowView> items) {
    private static final String NO_FILE =
            "The hospital has no protocol here: name the file with its rows in vigil.protocol.file";
    private static final String NO_ROWS = "The hospital's file has no rows";

    static ProtocolView of(ProtocolTable table, LocalDate today) {
        var version = Optional.of(table.version()).filter(name -> !name.isEmpty());
        return new ProtocolView(
                version,
                today.toString(),
                Optional.of(version.isEmpty() ? NO_FILE : NO_ROWS)
                        .filter(_ -> table.rows().isEmpty()),
                table.rows().stream().map(row -> ProtocolRowView.of(row, today)).toList());
    }
}
