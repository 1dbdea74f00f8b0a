package health.vigil.patient.emergency;

import health.vigil.access.CurrentUser;
import health.vigil.alert.AlertRule;
import health.vigil.alert.AlertRules;
import health.vigil.alert.AlertType;
import health.vigil.alert.Condition;
import health.vigil.alert.Occurrence;
import health.vigil.api.MicrosecondClock;
import health.vigil.api.Transactions;
import health.vigil.api.Visibility;
import health.vigil.audit.AuditTrail;
import health.vigil.problem.ProblemException;
import health.vigil.store.AlertLog;
import health.vigil.store.Alerts;
import health.vigil.store.EmergencyGrants;
import health.vigil.store.EmergencyGrants.EmergencyGrant;
import health.vigil.store.EpisodeRow;
import health.vigil.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Opens a patient's record to a user of another ward, and alerts every ward whose stay it opens.
@ApplicationScoped
class BreakGlass {
    private final Transactions transactions;
    private final EmergencySettings settings;
    private final AlertRules rules;
    private final Visibility visible;
    private final CurrentUser user;
    private final AuditTrail trail;

    BreakGlass(
            Transactions transactions,
            EmergencySettings settings,
            AlertRules rules,
            Visibility visible,
            CurrentUser user,
            AuditTrail trail) {
        this.transactions = transactions;
        this.settings = settings;
        this.rules = rules;
        this.visible = visible;
        this.user = user;
        this.trail = trail;
    }

    Grant open(String patientId, String reason) {
        var episode = visible.notYetVisible(patientId);
        trail.because(reason);
        var foreign = visible.foreignStays(patientId);
        if (foreign.isEmpty()) {
            throw ProblemException.conflict(
                    "You work for all wards in which this patient stayed: you do not need emergency access");
        }
        return transactions.run(sql -> grant(sql, episode, foreign, reason));
    }

    /// @param foreign one stay of each ward whose record is opened: each of these wards is alerted
    private Grant grant(Sql sql, EpisodeRow episode, List<EpisodeRow> foreign, String reason) {
        var now = MicrosecondClock.now();
        var grant = new Grant(
                UUID.randomUUID(),
                user.username(),
                Optional.ofNullable(episode.patient).orElse(episode.patientId),
                reason,
                now,
                now.plus(settings.lasts()));
        EmergencyGrants.add(
                sql,
                new EmergencyGrant(
                        grant.id(),
                        grant.username(),
                        grant.patientId(),
                        grant.reason(),
                        grant.grantedAt(),
                        grant.until()));
        trail.write();
        AlertLog.raise(sql, foreign.stream().map(stay -> alert(stay, grant)).toList(), now);
        return grant;
    }

    private Alerts.NewAlert alert(EpisodeRow stay, Grant grant) {
        var occurrence = new Occurrence(
                AlertRule.BREAK_GLASS,
                new Condition.Happened(AlertType.BREAK_GLASS, grant.id().toString()),
                new Occurrence.Wording(
                        "Record opened in an emergency",
                        grant.username() + ", who does not work for this ward, may see this patient until "
                                + grant.until() + ": " + grant.reason()),
                grant.grantedAt(),
                Optional.empty(),
                Optional.empty());
        var row = rules.table().row(AlertRule.BREAK_GLASS);
        return new Alerts.NewAlert(UUID.randomUUID(), Alerts.AlertSubject.of(stay), occurrence, row, grant.grantedAt());
    }
}
