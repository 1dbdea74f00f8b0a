package health.vigil.intake.draft;

import health.vigil.intake.unit.Quantity;
import health.vigil.intake.unit.RateMeasure;
import health.vigil.json.Location;
import health.vigil.json.ReadField;
import health.vigil.observation.Content;
import health.vigil.observation.InfusionAction;
import health.vigil.observation.InfusionId;
import health.vigil.observation.Rate;
import health.vigil.observation.Vasopressor;
import health.vigil.observation.VasopressorAgent;
import java.util.Optional;

/// `vasopressor`. The rate keeps its unit, or has none: the grade depends only on whether it is 0.
///
/// @param agentName only for an agent without a word of its own
public record VasopressorDraft(
        ReadField<VasopressorAgent> agent,
        ReadField<String> agentName,
        ReadField<InfusionAction> action,
        ReadField<Quantity> rate,
        ReadField<String> infusionId)
        implements ContentDraft {
    private static final FieldRule<String, InfusionId> INFUSION =
            FieldRule.sentence(128).as(InfusionId::new);
    private static final FieldRule<Quantity, Rate> RATE = FieldRule.<Quantity, Rate>of(VasopressorDraft::rate)
            .where(rate -> FieldRule.notNegative(rate.value()), "must not be negative");

    private static Optional<Rate> rate(Quantity quantity, Location location) {
        return quantity.measured(location, VasopressorDraft::unit).map(sound -> new Rate(sound.value(), sound.unit()));
    }

    private static Optional<String> unit(String symbol, Location location) {
        return RateMeasure.of(symbol).isPresent()
                ? Optional.of(symbol)
                : location.refuse("is not a unit of an infusion's rate");
    }

    @Override
    public Optional<Content> check(Location message) {
        var checks = new Checks(message);
        var which = checks.need("agent", agent);
        var other = which.equals(Optional.of(VasopressorAgent.OTHER));
        var name = checks.nameOfOther("agentName", agentName, "agent", other);
        var done = checks.need("action", action);
        var howMuch = checks.may("rate", rate, RATE);
        var infusion = checks.may("infusionId", infusionId, INFUSION);
        return checks.whenSound(
                () -> new Vasopressor(which.orElseThrow(), name, done.orElseThrow(), howMuch, infusion));
    }
}
