package health.vigil.monitor.batch;

import health.vigil.alert.AlertRule;
import health.vigil.alert.AlertType;
import health.vigil.alert.Condition;
import health.vigil.alert.Occurrence;
import health.vigil.alert.Occurrence.Wording;
import health.vigil.monitor.batch.SourceRevisions.MovedStatement;
import health.vigil.observation.Count;
import health.vigil.store.Alerts;
import health.vigil.store.Observations;
import java.util.List;

/// Alerts to the wards of patients who had what another system now reports of somebody else.
final class MovedStatementAlerts {
    private MovedStatementAlerts() {}

    static void raise(List<MovedStatement> moved, AlertCollector alerts) {
        moved.forEach(each -> each.episodes().stream()
                .filter(episode -> episode.owns(Observations.EVER))
                .findFirst()
                .ifPresent(episode -> alerts.raise(Alerts.AlertSubject.of(episode), occurrence(each))));
    }

    private static Occurrence occurrence(MovedStatement moved) {
        var withdrawn = moved.withdrawn();
        var sender = withdrawn.author().username();
        int count = withdrawn.observations().size();
        return Occurrence.of(
                AlertRule.STATEMENT_MOVED,
                new Condition.Happened(
                        AlertType.READING_MOVED, withdrawn.statement().token()),
                new Wording(
                        "A report of " + sender + " was another patient's",
                        sender + " corrected a report: it is about another patient. "
                                + Count.of(count, "observation").text("was", "were")
                                + " withdrawn here, and the grades were calculated again"),
                withdrawn.receivedAt());
    }
}
