package health.vigil.api.grade;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.grading.Evidence;
import health.vigil.grading.JudgedValue;
import health.vigil.grading.Sentences;
import health.vigil.observation.CareSetting;
import health.vigil.observation.ObservationId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One reason of a grade, or one thing that was left out of it. Values that do not apply are absent.
///
/// @param finding the sentence
/// @param pieces the same sentence in pieces
/// @param value the number that was judged
/// @param unit UCUM; absent for a score
/// @param limit the limit of the rule
/// @param baseline the patient's own value, if it decided
/// @param setting `home` if it rests on a reading taken at home, which nobody of the hospital confirmed
/// @param until the last instant at which it counts, or is left out, if nothing more is observed
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReasonView(
        String component,
        int grade,
        String finding,
        String rule,
        String source,
        @Nullable String observationId,
        @Nullable String sender,
        @Nullable Instant effectiveAt,
        @Nullable BigDecimal value,
        @Nullable String unit,
        @Nullable BigDecimal limit,
        @Nullable BigDecimal baseline,
        @Nullable Instant until,
        @Nullable String setting,
        List<PieceView> pieces) {
    static ReasonView of(Evidence evidence) {
        var sentence = Sentences.of(evidence);
        var id = evidence.observationId();
        var judged = evidence.judgedValue();
        return new ReasonView(
                evidence.component().word(),
                evidence.grade(),
                sentence.text(),
                evidence.rule().label(),
                evidence.rule().source(),
                id.map(ObservationId::value).orElse(null),
                id.map(observation -> observation.sender().name()).orElse(null),
                evidence.effectiveAt().orElse(null),
                judged.map(JudgedValue::value).map(PlainNumber::of).orElse(null),
                judged.flatMap(JudgedValue::unit).orElse(null),
                judged.flatMap(JudgedValue::limit).map(PlainNumber::of).orElse(null),
                judged.flatMap(JudgedValue::baseline).map(PlainNumber::of).orElse(null),
                evidence.until().orElse(null),
                evidence.atHome() ? CareSetting.HOME.word() : null,
                PieceView.of(sentence));
    }

    static List<ReasonView> of(List<Evidence> evidence) {
        return evidence.stream().map(ReasonView::of).toList();
    }
}
