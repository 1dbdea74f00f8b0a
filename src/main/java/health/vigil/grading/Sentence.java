package health.vigil.grading;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A sentence for people, in pieces. A page formats times and units as its ward writes them.
public record Sentence(List<Piece> pieces) {
    static final Sentence EMPTY = new Sentence(List.of());

    /// A piece of a sentence.
    public sealed interface Piece {
        String text();
    }

    public record Words(String text) implements Piece {}

    public record Time(Instant at) implements Piece {
        @Override
        public String text() {
            return at.toString();
        }
    }

    /// A value in a unit.
    ///
    /// @param unit UCUM
    public record ValueInUnit(BigDecimal value, String unit) implements Piece {
        @Override
        public String text() {
            return number(value) + " " + unit;
        }
    }

    public Sentence {
        pieces = List.copyOf(pieces);
    }

    static Sentence of(String words) {
        return EMPTY.and(words);
    }

    Sentence and(String words) {
        if (words.isEmpty()) {
            return this;
        }
        return !pieces.isEmpty() && pieces.getLast() instanceof Words(var before)
                ? new Sentence(pieces.subList(0, pieces.size() - 1)).with(new Words(before + words))
                : with(new Words(words));
    }

    Sentence and(BigDecimal number) {
        return and(number(number));
    }

    Sentence and(BigDecimal value, String unit) {
        return with(new ValueInUnit(value, unit));
    }

    Sentence and(Instant at) {
        return with(new Time(at));
    }

    private Sentence with(Piece piece) {
        var more = new ArrayList<>(pieces);
        more.add(piece);
        return new Sentence(more);
    }

    /// The whole sentence, with instants in UTC and units as UCUM writes them.
    public String text() {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    static String number(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
