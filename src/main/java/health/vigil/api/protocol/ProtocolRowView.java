package health.vigil.api.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.observation.Word;
import health.vigil.protocol.ProtocolRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A row of the hospital's protocol, whoever it fits.
///
/// @param order its place in the table
/// @param text the hospital's words
/// @param reviewBy the last day before its next review
/// @param reviewOverdueSince `reviewBy`, once it has passed
/// @param when the condition, as the file writes it
/// @param condition the condition in English; all of these sentences have to hold
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ProtocolRowView(
        String id,
        String version,
        int order,
        List<String> forRoles,
        String text,
        SourceView source,
        OwnerView owner,
        String approvedAt,
        String reviewBy,
        Optional<String> reviewOverdueSince,
        ConditionView when,
        List<String> condition) {
    /// @param today in the hospital's time zone
    static ProtocolRowView of(ProtocolRow row, LocalDate today) {
        return new ProtocolRowView(
                row.id(),
                row.version(),
                row.order(),
                row.forRoles().stream().map(Word::word).sorted().toList(),
                row.text(),
                SourceView.of(row.source()),
                OwnerView.of(row.owner()),
                row.approvedAt().toString(),
                row.reviewBy().toString(),
                row.reviewOverdueSince(today).map(LocalDate::toString),
                ConditionView.of(row.when()),
                row.condition());
    }
}
