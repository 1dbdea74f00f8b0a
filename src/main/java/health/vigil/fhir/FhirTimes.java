package health.vigil.fhir;

import com.fasterxml.jackson.databind.node.TextNode;
import health.vigil.json.Location;
import health.vigil.json.Shapes;
import health.vigil.json.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Type;

/// Clinical times: exact to the second, with an offset. A time of day is never made up.
final class FhirTimes {
    private FhirTimes() {}

    /// The one instant of an element; empty if a fault was noted.
    static Optional<Instant> instant(Type time, String expression, Issues issues) {
        return switch (time) {
            case null -> {
                issues.missing(expression);
                yield Optional.empty();
            }
            case BaseDateTimeType instant -> instant(instant, expression, issues);
            case Period period -> onlyInstant(period, expression, issues);
            default -> {
                issues.refuse(expression, "must be one instant");
                yield Optional.empty();
            }
        };
    }

    /// The instant of a date and time; empty if a fault was noted.
    static Optional<Instant> instant(BaseDateTimeType time, String expression, Issues issues) {
        var faults = new ArrayList<Violation>();
        var text = String.valueOf(time.getValueAsString());
        var instant = Shapes.time().read(TextNode.valueOf(text), new Location("", faults));
        faults.forEach(fault -> issues.refuse(expression, fault.message()));
        return instant;
    }

    private static Optional<Instant> onlyInstant(Period period, String expression, Issues issues) {
        if (!period.hasStart() || !period.hasEnd()) {
            issues.refuse(expression, "must be one instant: start and end of the period must be equal");
            return Optional.empty();
        }
        var start = instant(period.getStartElement(), expression + ".start", issues);
        var end = instant(period.getEndElement(), expression + ".end", issues);
        if (start.isPresent() && end.isPresent() && !start.equals(end)) {
            issues.refuse(expression, "must be one instant: start and end of the period must be equal");
            return Optional.empty();
        }
        return end.isPresent() ? start : Optional.empty();
    }
}
