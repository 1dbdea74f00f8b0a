package health.vigil.hl7;

import health.vigil.exchange.ForeignReason;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// The number in OBX-5.
sealed interface ObxNumber {
    /// A number.
    ///
    /// @param comparator `<` or `>`, if the result lies outside of what the assay measures
    /// @param inexact whether the sender wrote `<=` or `>=`
    record Given(BigDecimal value, Optional<String> comparator, boolean inexact) implements ObxNumber {}

    /// No number of the expected form.
    record NoNumber(ForeignReason reason) implements ObxNumber {}

    Pattern NUMBER = Pattern.compile("[+-]?\\d{1,40}(?:\\.\\d{1,40})?");
    Pattern COMMA = Pattern.compile("[+-]?\\d{1,40},\\d{1,40}");
    Pattern COMPARED = Pattern.compile("([<>])(=?)\\s*(.+)");

    /// Reads the value by its type.
    ///
    /// @param laboratory whether a text may hold a comparator
    /// @param decimalComma whether the sender writes `38,5`
    static ObxNumber read(Er7Segment obx, boolean laboratory, boolean decimalComma) {
        return switch (obx.value(2).strip()) {
            case "SN" -> structured(obx, decimalComma);
            case "", "NM", "ST", "TX", "CE", "CWE" -> text(obx.text(5).strip(), laboratory, decimalComma);
            default -> new NoNumber(ForeignReason.VALUE);
        };
    }

    private static ObxNumber structured(Er7Segment obx, boolean decimalComma) {
        var comparator = obx.value(5, 1).strip();
        if (!obx.value(5, 3).isBlank() || !obx.value(5, 4).isBlank()) {
            return new NoNumber(ForeignReason.VALUE);
        }
        var number = number(obx.value(5, 2).strip(), decimalComma);
        return switch (comparator) {
            case "", "=" -> given(number, Optional.empty(), false);
            case "<", ">" -> given(number, Optional.of(comparator), false);
            case "<=", ">=" -> given(number, Optional.of(comparator.substring(0, 1)), true);
            default -> new NoNumber(ForeignReason.VALUE);
        };
    }

    private static ObxNumber text(String text, boolean laboratory, boolean decimalComma) {
        var compared = COMPARED.matcher(text);
        if (!compared.matches()) {
            return given(number(text, decimalComma), Optional.empty(), false);
        }
        return laboratory
                ? given(
                        number(compared.group(3), decimalComma),
                        Optional.of(compared.group(1)),
                        !compared.group(2).isEmpty())
                : new NoNumber(ForeignReason.COMPARATOR);
    }

    private static ObxNumber given(Optional<BigDecimal> number, Optional<String> comparator, boolean inexact) {
        return number.<ObxNumber>map(value -> new Given(value, comparator, inexact))
                .orElseGet(() -> new NoNumber(ForeignReason.VALUE));
    }

    /// A plain number. A comma is not the sign of a decimal unless the sender's settings say so.
    static Optional<BigDecimal> number(String text, boolean decimalComma) {
        if (NUMBER.matcher(text).matches()) {
            return Optional.of(new BigDecimal(text));
        }
        return decimalComma && COMMA.matcher(text).matches()
                ? Optional.of(new BigDecimal(text.replace(',', '.')))
                : Optional.empty();
    }
}
