package health.vigil.api.protocol;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import health.vigil.api.NumbersView;
import health.vigil.observation.PatientId;
import health.vigil.protocol.ProtocolTable;
import health.vigil.protocol.UnclearRow;
import health.vigil.store.ProtocolQueries.EpisodePrompts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The rows of the hospital's protocol that fit a patient.
///
/// @param table the version of the hospital's table; `null` if there is none
/// @param open how many rows wait for an answer
/// @param unclear the rows of which it is not known whether they fit
record PromptsView(
        @JsonUnwrapped NumbersView patient,
        UUID episodeId,
        Instant at,
        Instant knownAt,
        Optional<String> table,
        long open,
        List<PromptView> items,
        List<UnclearView> unclear) {
    /// @param missing what would have to be recorded
    record UnclearView(String row, String version, List<String> missing) {
        private static UnclearView of(UnclearRow unclear) {
            return new UnclearView(unclear.row().id(), unclear.row().version(), unclear.missing());
        }
    }

    /// @param asked the requested number of the patient
    static PromptsView of(PatientId asked, EpisodePrompts found, ProtocolTable table, PromptReader reader) {
        return new PromptsView(
                NumbersView.of(asked, found.episode().numbers()),
                found.episode().id(),
                found.at(),
                found.knownAt(),
                Optional.of(table.version()).filter(version -> !version.isEmpty()),
                found.current().open(),
                found.current().prompts().stream()
                        .map(prompt -> PromptView.of(prompt, found, reader))
                        .toList(),
                found.current().unclear().stream().map(UnclearView::of).toList());
    }
}
