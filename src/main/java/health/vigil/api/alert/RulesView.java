package health.vigil.api.alert;

import health.vigil.alert.AlertRules;
import health.vigil.alert.DoseLimits;
import health.vigil.alert.MonitoringPlan;
import java.util.List;

/// The rules of alerts in a response; durations in ISO 8601, doses in mg.
record RulesView(List<RuleView> items, PlanView plan, DoseLimits tocilizumab) {
    static RulesView of(AlertRules rules, MonitoringPlan plan) {
        var rows = rules.table().rows().entrySet().stream().map(RuleView::of).toList();
        return new RulesView(rows, PlanView.of(plan), rules.doses());
    }
}
