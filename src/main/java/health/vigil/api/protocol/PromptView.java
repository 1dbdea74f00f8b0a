package health.vigil.api.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.observation.Word;
import health.vigil.protocol.DoseFact;
import health.vigil.protocol.HomeFact;
import health.vigil.protocol.Prompt;
import health.vigil.protocol.WeightFact;
import health.vigil.store.ProtocolQueries.EpisodePrompts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A row of the hospital's protocol that fits a patient.
///
/// @param instance the id under which it is answered
/// @param mayAnswer whether the user's role may answer it
/// @param introduction the fixed words before the text
/// @param text the hospital's words
/// @param since when it began to fit, or began to fit anew
/// @param open whether it waits for an answer
/// @param openForLong whether it has waited for an hour or longer
/// @param answer the newest answer to this instance
/// @param earlier other answers to the same row, newest first
/// @param readAtHome the readings at home by which it fits; nobody of the hospital confirmed them
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record PromptView(
        UUID instance,
        String row,
        String version,
        int order,
        List<String> forRoles,
        boolean mayAnswer,
        String introduction,
        String text,
        SourceView source,
        OwnerView owner,
        String approvedAt,
        String reviewBy,
        Optional<String> reviewOverdueSince,
        Instant since,
        boolean open,
        boolean openForLong,
        Optional<AnswerView> answer,
        List<AnswerView> earlier,
        List<DoseView> doses,
        Optional<WeightView> weight,
        List<HomeReadingView> readAtHome) {
    static PromptView of(Prompt prompt, EpisodePrompts found, PromptReader reader) {
        var row = prompt.fitting().row();
        return new PromptView(
                found.instance(prompt.fitting()),
                row.id(),
                row.version(),
                row.order(),
                row.forRoles().stream().map(Word::word).sorted().toList(),
                reader.mayAnswer(row),
                row.introduction(),
                row.text(),
                SourceView.of(row.source()),
                OwnerView.of(row.owner()),
                row.approvedAt().toString(),
                row.reviewBy().toString(),
                row.reviewOverdueSince(reader.day(found.at())).map(LocalDate::toString),
                prompt.fitting().since(),
                prompt.open(),
                prompt.openForLong(found.at()),
                prompt.answer().map(AnswerView::of),
                prompt.earlier().stream().map(AnswerView::of).toList(),
                prompt.fitting().doses().stream().map(DoseView::of).toList(),
                prompt.fitting().weight().map(WeightView::of),
                prompt.fitting().readAtHome().stream().map(HomeReadingView::of).toList());
    }

    /// The doses of a drug that the row names.
    ///
    /// @param sinceOnset absent if no course of CRS is open
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record DoseView(String drug, int sinceInfusion, Optional<Integer> sinceOnset, Optional<Instant> lastAt) {
        private static DoseView of(DoseFact doses) {
            return new DoseView(doses.drug().word(), doses.sinceInfusion(), doses.sinceOnset(), doses.lastAt());
        }
    }

    /// A reading at home by which the row fits.
    ///
    /// @param finding a sentence with value, unit and the mark
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record HomeReadingView(String component, String finding, Optional<Instant> effectiveAt) {
        private static HomeReadingView of(HomeFact read) {
            return new HomeReadingView(read.component().word(), read.finding(), read.at());
        }
    }

    /// The newest weight.
    ///
    /// @param value kg
    /// @param at absent if it was given at the admission
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record WeightView(BigDecimal value, Optional<Instant> at) {
        private static WeightView of(WeightFact weight) {
            return new WeightView(weight.kilograms(), weight.at());
        }
    }
}
