package health.vigil.fhir;

import health.vigil.exchange.IgnoredReason;
import health.vigil.exchange.Meaning;
import health.vigil.exchange.PartDraft;
import health.vigil.observation.Kind;
import java.math.BigDecimal;
import java.util.Optional;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;

/// Laboratory results.
final class LabReader {
    private static final String RANGE = "Observation.referenceRange[0]";

    private final ResourceContext context;

    LabReader(ResourceContext context) {
        this.context = context;
    }

    ObservationContent read(Meaning.OfAnalyte meaning, CodedValue own, Observation observation) {
        if (own.value().isEmpty()) {
            if (own.absentReason().isEmpty()) {
                context.issues().missing(own.valueExpression());
            }
            return new ObservationContent.NothingToKeep(IgnoredReason.NO_VALUE);
        }
        var part = new PartDraft("lab-result", Kind.LAB_RESULT)
                .put("analyte", meaning.analyte().word(), own.codeExpression());
        var place = own.valueExpression();
        context.quantities()
                .read(
                        own.value().get(),
                        place,
                        context.usualUnit(meaning.analyte().word(), own.usualUnit()))
                .ifPresent(amount -> {
                    var unit = amount.unit().orElseThrow();
                    part.put("value", amount.value(), place)
                            .put("unit", annotated(unit, meaning.annotation(), place), place);
                    range(part, observation, unit);
                });
        comparator(part, own.value().get(), place);
        return ObservationContent.of(part);
    }

    /// The unit with the annotation that the code implies: results in FEU and in DDU differ by a factor of two.
    private String annotated(String unit, Optional<String> annotation, String place) {
        if (annotation.isEmpty()) {
            return unit;
        }
        var braces = "{" + annotation.get() + "}";
        if (unit.indexOf('{') >= 0 && !unit.contains(braces)) {
            context.issues().refuse(place, "has a unit that contradicts the code");
        }
        return unit.contains(braces) ? unit : unit + braces;
    }

    private void comparator(PartDraft part, Type value, String place) {
        if (!(value instanceof Quantity quantity) || !quantity.hasComparator()) {
            return;
        }
        switch (quantity.getComparator()) {
            case LESS_THAN -> part.put("comparator", "<", place);
            case GREATER_THAN -> part.put("comparator", ">", place);
            case LESS_OR_EQUAL -> {
                part.put("comparator", "<", place);
                context.issues().caution(place, "the comparator <= is kept as <");
            }
            case GREATER_OR_EQUAL -> {
                part.put("comparator", ">", place);
                context.issues().caution(place, "the comparator >= is kept as >");
            }
            case NULL -> context.issues().refuse(place, "has an unknown comparator");
        }
    }

    private static void range(PartDraft part, Observation observation, String unit) {
        if (observation.hasReferenceRange()) {
            var range = observation.getReferenceRangeFirstRep();
            limit(range.getLow(), unit).ifPresent(low -> part.put("referenceLow", low, RANGE + ".low"));
            limit(range.getHigh(), unit).ifPresent(high -> part.put("referenceHigh", high, RANGE + ".high"));
        }
    }

    /// A limit in the unit of the result; any other is left out.
    private static Optional<BigDecimal> limit(Quantity limit, String unit) {
        return limit.hasValue() && unit.equals(limit.hasCode() ? limit.getCode() : limit.getUnit())
                ? Optional.of(limit.getValue())
                : Optional.empty();
    }
}
