package health.vigil.patient.device;

import health.vigil.access.CurrentUser;
import health.vigil.access.WardName;
import health.vigil.alert.AlertRule;
import health.vigil.alert.AlertRules;
import health.vigil.alert.AlertType;
import health.vigil.alert.Condition;
import health.vigil.alert.Occurrence;
import health.vigil.api.MicrosecondClock;
import health.vigil.api.Visibility;
import health.vigil.store.AlertLog;
import health.vigil.store.Alerts;
import health.vigil.store.EpisodeRow;
import health.vigil.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Alerts a ward when a user of another ward has taken a device from its patient.
@ApplicationScoped
class DepartureAlerts {
    private final AlertRules rules;
    private final Visibility visible;
    private final CurrentUser user;

    DepartureAlerts(AlertRules rules, Visibility visible, CurrentUser user) {
        this.rules = rules;
        this.visible = visible;
        this.user = user;
    }

    /// A device that no longer measures a patient.
    ///
    /// @param to the ward of the patient it is bound to now; absent if it is unbound
    record Departure(String device, String patient, Optional<String> to, Instant since) {}

    /// Alerts the wards of those patients. A ward gets no alert if the device is bound in the same ward again, or
    /// if a user of that ward ended the binding. Call this last in the transaction.
    void raise(Sql sql, List<Departure> departures) {
        var now = MicrosecondClock.now();
        var alerts = departures.stream()
                .flatMap(left -> visible.concerned(left.patient()).stream()
                        .filter(episode -> concerns(left, episode))
                        .map(episode -> alert(left, episode, now)))
                .toList();
        AlertLog.raise(sql, alerts, now);
    }

    private boolean concerns(Departure left, EpisodeRow episode) {
        return !user.maySee(episode.ward)
                || left.to().filter(ward -> !WardName.same(ward, episode.ward)).isPresent();
    }

    private Alerts.NewAlert alert(Departure left, EpisodeRow episode, Instant now) {
        var id = UUID.randomUUID();
        var occurrence = Occurrence.of(
                AlertRule.DEVICE_TAKEN,
                new Condition.Happened(AlertType.DEVICE_BINDING, left.device() + "|" + id),
                new Occurrence.Wording(left.device() + " was taken away", detail(left)),
                left.since());
        return new Alerts.NewAlert(
                id, Alerts.AlertSubject.of(episode), occurrence, rules.table().row(AlertRule.DEVICE_TAKEN), now);
    }

    private String detail(Departure left) {
        var how = left.to().isPresent()
                ? " has bound " + left.device() + " to a patient of another ward"
                : ", who works elsewhere, has ended the binding of " + left.device();
        return user.username() + how + ": since " + left.since()
                + " its readings are not this patient's. Bind another device if the patient needs one";
    }
}
