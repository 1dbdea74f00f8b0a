package health.vigil.intake.draft;

import health.vigil.intake.unit.LabMeasure;
import health.vigil.intake.unit.Quantity;
import health.vigil.json.Entry;
import health.vigil.json.Location;
import health.vigil.observation.Analyte;
import health.vigil.observation.Censoring;
import health.vigil.observation.Content;
import health.vigil.observation.LabResult;
import java.math.BigDecimal;
import java.util.Optional;

/// `lab-result`. The value keeps the laboratory's unit. The reference range has the same unit.
public record LabResultDraft(
        Entry<Analyte> analyte,
        Entry<BigDecimal> value,
        Entry<String> unit,
        Entry<BigDecimal> referenceLow,
        Entry<BigDecimal> referenceHigh,
        Entry<Censoring> comparator)
        implements ContentDraft {
    private static final Rule<BigDecimal, BigDecimal> CONCENTRATION =
            Rule.NUMBER.where(Rule::notNegative, "must not be negative");
    private static final Rule<String, String> UNIT = Rule.text(Quantity.LONGEST_UNIT);

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
