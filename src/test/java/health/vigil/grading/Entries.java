package health.vigil.grading;

import health.vigil.observation.Attribution;
import health.vigil.observation.Component;
import health.vigil.observation.Content;
import health.vigil.observation.CrsCourse;
import health.vigil.observation.Drug;
import health.vigil.observation.Ice;
import health.vigil.observation.IceItem;
import health.vigil.observation.Indication;
import health.vigil.observation.InfusionAction;
import health.vigil.observation.InfusionId;
import health.vigil.observation.Medication;
import health.vigil.observation.NeuroCheck;
import health.vigil.observation.NotDoneReason;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenTherapy;
import health.vigil.observation.Rate;
import health.vigil.observation.Seizure;
import health.vigil.observation.SeizureType;
import health.vigil.observation.Tool;
import health.vigil.observation.Vasopressor;
import health.vigil.observation.VasopressorAgent;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Entries for a {@link Story} with more fields than its own: the infusion, the reason of a dose, the items left
/// out.
final class Entries {
    private Entries() {}

    static Content infusion(VasopressorAgent agent, InfusionAction action, String id) {
        return new Vasopressor(agent, Optional.empty(), action, Optional.empty(), Optional.of(new InfusionId(id)));
    }

    static Content norepinephrine(InfusionAction action) {
        return Vasopressor.of(VasopressorAgent.NOREPINEPHRINE, action);
    }

    static Content norepinephrine(InfusionAction action, String id) {
        return infusion(VasopressorAgent.NOREPINEPHRINE, action, id);
    }

    static Content norepinephrineAtRate(InfusionAction action, String rate) {
        var charted = new Rate(new BigDecimal(rate), Optional.empty());
        return new Vasopressor(
                VasopressorAgent.NOREPINEPHRINE, Optional.empty(), action, Optional.of(charted), Optional.empty());
    }

    static Content opened() {
        return new CrsCourse(CrsCourse.Action.OPENED, Optional.empty());
    }

    static Content closed() {
        return new CrsCourse(CrsCourse.Action.CLOSED, Optional.empty());
    }

    static Content given(Drug drug, Indication indication) {
        return new Medication(drug, Optional.empty(), Optional.empty(), Optional.of(indication));
    }

    static Content oxygenWithoutReason(OxygenDevice device) {
        return new OxygenTherapy(device, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Content attributed(Component component, Instant from, Optional<Instant> until) {
        return new Attribution(Set.of(component), "sepsis", from, until);
    }

    /// Several pressures of one reading; an empty text means no value.
    static VitalSigns pressures(String systolic, String diastolic, String mean) {
        var values = new EnumMap<VitalSign, BigDecimal>(VitalSign.class);
        Map.of(
                        VitalSign.SYSTOLIC, systolic,
                        VitalSign.DIASTOLIC, diastolic,
                        VitalSign.MEAN_ARTERIAL_PRESSURE, mean)
                .forEach((sign, value) -> {
                    if (!value.isEmpty()) {
                        values.put(sign, new BigDecimal(value));
                    }
                });
        return new VitalSigns(values, Optional.empty());
    }

    static Content ice(Map<IceItem, Integer> items, Set<IceItem> leftOut) {
        return check(Optional.of(Ice.ofItems(items, leftOut)), Set.of());
    }

    static Content notDone(Tool tool) {
        return check(Optional.empty(), Set.of(tool));
    }

    private static NeuroCheck check(Optional<Ice> ice, Set<Tool> notDone) {
        return new NeuroCheck(
                ice,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                notDone,
                notDone.isEmpty() ? Optional.empty() : Optional.of(NotDoneReason.REFUSED),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// A seizure that goes on.
    static Content seizing(String minutes) {
        return seizure(minutes, false, Optional.empty());
    }

    /// A seizure that is over, without a record whether the patient returned to baseline.
    static Content seized(String minutes) {
        return seizure(minutes, true, Optional.empty());
    }

    static Content seizedWithoutReturn(String minutes) {
        return seizure(minutes, true, Optional.of(false));
    }

    /// @param minutes empty if unknown
    private static Content seizure(String minutes, boolean resolved, Optional<Boolean> returned) {
        var duration = Optional.of(minutes).filter(told -> !told.isEmpty()).map(BigDecimal::new);
        return new Seizure(SeizureType.CLINICAL, duration, resolved, returned);
    }

    static Content electrographic(String minutes, boolean resolved) {
        return new Seizure(
                SeizureType.ELECTROGRAPHIC, Optional.of(new BigDecimal(minutes)), resolved, Optional.of(true));
    }
}
