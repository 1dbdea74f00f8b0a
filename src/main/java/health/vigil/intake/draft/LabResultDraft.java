package health.vigil.intake.draft;

import health.vigil.intake.unit.LabMeasure;
import health.vigil.intake.unit.Quantity;
import health.vigil.json.Location;
import health.vigil.json.ReadField;
import health.vigil.observation.Analyte;
import health.vigil.observation.Censoring;
import health.vigil.observation.Content;
import health.vigil.observation.LabResult;
import java.math.BigDecimal;
import java.util.Optional;

/// `lab-result`. The value keeps the laboratory's unit. The reference range has the same unit.
public record LabResultDraft(
        ReadField<Analyte> analyte,
        ReadField<BigDecimal> value,
        ReadField<String> unit,
        ReadField<BigDecimal> referenceLow,
        ReadField<BigDecimal> referenceHigh,
        ReadField<Censoring> comparator)
        implements ContentDraft {
    private static final FieldRule<BigDecimal, BigDecimal> CONCENTRATION =
            FieldRule.NUMBER.where(FieldRule::notNegative, "must not be negative");
    private static final FieldRule<String, String> UNIT = FieldRule.text(Quantity.LONGEST_UNIT);

    @Override
    public Optional<Content> check(Location message) {
        var checks = new Checks(message);
        var what = checks.need("analyte", analyte);
        var number = checks.need("value", value, CONCENTRATION);
        var symbol = checks.need("unit", unit, UNIT);
        var low = checks.may("referenceLow", referenceLow, CONCENTRATION);
        var high = checks.may("referenceHigh", referenceHigh, CONCENTRATION);
        var censoring = checks.may("comparator", comparator);
        what.ifPresent(known -> symbol.ifPresent(text -> refuseForeignUnit(checks, known, text)));
        if (low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) > 0) {
            checks.at("referenceLow").refuse("is above referenceHigh");
        }
        return checks.whenSound(() ->
                new LabResult(what.orElseThrow(), number.orElseThrow(), symbol.orElseThrow(), low, high, censoring));
    }

    private static void refuseForeignUnit(Checks checks, Analyte analyte, String unit) {
        if (LabMeasure.of(analyte, unit).isEmpty()) {
            checks.at("unit").refuse("is not a known unit of " + analyte.word());
        }
    }
}
