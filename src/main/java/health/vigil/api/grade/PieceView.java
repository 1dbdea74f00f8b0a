package health.vigil.api.grade;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.grading.Sentence;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A piece of a sentence: words, a quantity or an instant. A page formats quantities and instants as its ward
/// writes them.
///
/// @param unit UCUM
@JsonInclude(JsonInclude.Include.NON_NULL)
record PieceView(
        @Nullable String text,
        @Nullable BigDecimal value,
        @Nullable String unit,
        @Nullable Instant at) {
    static List<PieceView> of(Sentence sentence) {
        return sentence.pieces().stream().map(PieceView::of).toList();
    }

    private static PieceView of(Sentence.Piece piece) {
        return switch (piece) {
            case Sentence.Words(var text) -> new PieceView(text, null, null, null);
            case Sentence.ValueInUnit(var value, var unit) -> new PieceView(null, PlainNumber.of(value), unit, null);
            case Sentence.Time(var at) -> new PieceView(null, null, null, at);
        };
    }
}
