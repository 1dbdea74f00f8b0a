package health.vigil.context;

import java.util.ArrayList;
import java.util.List;

/// Computes all items beside the grades.
public final class ContextItems {
    public static final String RULE_SET = "CONTEXT-1";

    private ContextItems() {}

    /// Every item at the instant of a situation, always in one order. A function of the set of observations: their
    /// order never matters.
    public static List<ContextItem> of(Situation situation) {
        var bedside = Bedside.of(situation);
        var items = new ArrayList<ContextItem>();
        items.add(IecHs.of(bedside));
        items.add(EarlyNeutropenia.of(bedside));
        items.add(LateNeutropenia.of(bedside));
        items.add(LowPlatelets.early(bedside));
        items.add(LowPlatelets.late(bedside));
        items.add(CarHematotox.of(bedside));
        items.addAll(Easix.all(bedside));
        if (situation.policy().hscore()) {
            items.add(HScore.of(bedside));
        }
        items.addAll(LaboratoryGrade.all(bedside));
        items.add(FebrileNeutropenia.of(bedside));
        items.add(Milestones.of(bedside));
        items.add(LateNeuro.of(bedside));
        items.addAll(Kinetics.all(bedside));
        return items;
    }
}
