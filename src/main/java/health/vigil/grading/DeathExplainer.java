package health.vigil.grading;

import health.vigil.observation.DeathCause;
import health.vigil.observation.Kind;
import java.util.List;
import java.util.Optional;

/// Tells the grade from a death on.
record DeathExplainer(Rule rule, String syndrome) {
    Explanation explain(Deaths deaths, Grade grade) {
        if (grade == Grade.UNKNOWN) {
            return new Explanation(
                    Optional.of("the patient died of another cause than " + syndrome), List.of(), List.of(), List.of());
        }
        return new Explanation(
                Optional.empty(), deaths.of(cause()).map(this::basis).stream().toList(), List.of(), List.of());
    }

    private DeathCause cause() {
        return rule == Rule.CRS_DEATH ? DeathCause.CRS : DeathCause.ICANS;
    }

    private Basis basis(Deaths.Entry death) {
        return new Reason(Kind.DEATH, 5, rule)
                .of("death with " + syndrome + " as its principal cause", death.at(), death.id());
    }
}
