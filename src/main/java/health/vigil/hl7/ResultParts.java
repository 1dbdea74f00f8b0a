package health.vigil.hl7;

import health.vigil.exchange.Caution;
import health.vigil.exchange.Meaning;
import health.vigil.exchange.ObservationItem;
import health.vigil.exchange.PartDraft;
import health.vigil.hl7.ObxReading.ObxValue;
import health.vigil.hl7.ObxReading.ReadObx;
import health.vigil.json.JsonText;
import health.vigil.observation.Kind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Values that are an observation of their own: laboratory results and scores.
final class ResultParts {
    private static final Pattern BETWEEN = Pattern.compile("\\s*([0-9.,]+)\\s*-\\s*([0-9.,]+)\\s*");
    private static final Pattern LIMIT = Pattern.compile("\\s*([<>])=?\\s*([0-9.,]+)\\s*");

    private final boolean decimalComma;

    ResultParts(boolean decimalComma) {
        this.decimalComma = decimalComma;
    }

    /// The observation; empty if the value is a part of another one.
    Optional<PartDraft> of(ReadObx reading) {
        return switch (reading.code()) {
            case Meaning.OfSign _ -> Optional.of(VitalSignGroup.of(List.of(reading)));
            case Meaning.OfAnalyte analyte -> Optional.of(result(analyte, reading));
            case Meaning.OfItem(var item) -> item(item, reading);
            case Meaning.OfFinding _,
                    Meaning.OfDevice _,
                    Meaning.OfReason _,
                    Meaning.OfLevel _,
                    Meaning.OfSeizure _,
                    Meaning.OfFluidReason _,
                    Meaning.OfAgent _,
                    Meaning.OfDrug _,
                    Meaning.OfCells _,
                    Meaning.OfUnit _ -> Optional.empty();
        };
    }

    private Optional<PartDraft> item(ObservationItem item, ReadObx reading) {
        var place = reading.context().obx().place(5);
        var check = new PartDraft("neuro-check", Kind.NEURO_CHECK);
        if (reading.value().orElse(null) instanceof ObxValue.Coded(Meaning.OfLevel(var level))) {
            return Optional.of(check.put("consciousness", level.word(), place));
        }
        return (item == ObservationItem.ICE || item == ObservationItem.CAPD)
                        && reading.value().orElse(null) instanceof ObxValue.Numeric score
                ? Optional.of(check.put(item.word(), score.number(), place))
                : Optional.empty();
    }

    private PartDraft result(Meaning.OfAnalyte meaning, ReadObx reading) {
        var obx = reading.context().obx();
        var part = new PartDraft("lab-result", Kind.LAB_RESULT)
                .put("analyte", meaning.analyte().word(), obx.place(3));
        if (reading.value().orElse(null) instanceof ObxValue.Numeric value) {
            part.put("value", JsonText.object().numberNode(value.number()), obx.place(5))
                    .put("unit", annotated(value.unit(), meaning.annotation()), obx.place(6));
            value.comparator().ifPresent(comparator -> part.put("comparator", comparator, obx.place(5)));
            range(part, obx);
        }
        return part;
    }

    /// A unit with an annotation keeps it; the reader of intake refuses none.
    private static String annotated(String unit, Optional<String> annotation) {
        return annotation
                .filter(_ -> unit.indexOf('{') < 0)
                .map(text -> unit + "{" + text + "}")
                .orElse(unit);
    }

    private void range(PartDraft part, Er7Segment obx) {
        var text = obx.text(7);
        var between = BETWEEN.matcher(text);
        var limit = LIMIT.matcher(text);
        if (between.matches()) {
            put(part, "referenceLow", between.group(1), obx);
            put(part, "referenceHigh", between.group(2), obx);
        } else if (limit.matches()) {
            put(part, limit.group(1).equals("<") ? "referenceHigh" : "referenceLow", limit.group(2), obx);
        }
    }

    private void put(PartDraft part, String field, String number, Er7Segment obx) {
        ObxNumber.number(number, decimalComma).ifPresent(value -> part.put(field, value, obx.place(7)));
    }

    static List<Caution> cautions(ReadObx reading) {
        return reading.value().orElse(null) instanceof ObxValue.Numeric(var _, var _, var inexact, var _) && inexact
                ? List.of(new Caution(reading.context().obx().place(5), "a comparator of <= or >= is kept as < or >"))
                : List.of();
    }
}
