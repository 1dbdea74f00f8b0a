package health.vigil.context;

import java.util.ArrayList;
import java.util.List;

/// Computes all items beside the grades.
public final class ContextItems {
    public static final String RULE_SET = "CONTEXT-1";

    private ContextItems() {}

    /// All items at the time of a situation, in a fixed order. The result depends on the set of observations
    /// only, not on their order.
    ///
    /// @param ticks what people said about the lines of the discharge
    public static List<ContextItem> of(Situation situation, List<ReadinessTick> ticks) {
        var patient = PatientState.of(situation);
        var items = new ArrayList<ContextItem>();
        items.add(IecHs.of(patient));
        items.add(EarlyNeutropenia.of(patient));
        items.add(LateNeutropenia.of(patient));
        items.add(LowPlatelets.early(patient));
        items.add(LowPlatelets.late(patient));
        items.add(CarHematotox.of(patient));
        items.addAll(Easix.all(patient));
        if (situation.policy().hscore()) {
            items.add(HScore.of(patient));
        }
        items.addAll(LaboratoryGrade.all(patient));
        items.add(FebrileNeutropenia.of(patient));
        items.add(Milestones.of(patient));
        items.add(LateNeuro.of(patient));
        items.addAll(Kinetics.all(patient));
        items.add(DischargeReadiness.of(patient, ticks).item());
        items.add(StepDown.of(patient));
        return items;
    }
}
