package health.vigil.api.episode;

import health.vigil.access.CurrentUser;
import health.vigil.access.WardName;
import health.vigil.alert.AlertRule;
import health.vigil.alert.AlertRules;
import health.vigil.alert.AlertType;
import health.vigil.alert.Condition;
import health.vigil.alert.Occurrence;
import health.vigil.observation.PatientId;
import health.vigil.store.AlertLog;
import health.vigil.store.Alerts;
import health.vigil.store.EpisodeRow;
import health.vigil.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Moves patients to another ward or bed. The ward that is left hears who took the patient where.
@ApplicationScoped
class WardMoves {
    private final WardChoice wards;
    private final AlertRules rules;
    private final CurrentUser user;

    WardMoves(WardChoice wards, AlertRules rules, CurrentUser user) {
        this.wards = wards;
        this.rules = rules;
        this.user = user;
    }

    /// Where a patient lay.
    private record Place(String ward, String bed) {}

    void move(Sql sql, EpisodeRow episode, EpisodePatch change, Instant now) {
        var left = new Place(episode.ward, episode.bed);
        change.ward().ifPresent(ward -> episode.ward = wards.of(sql, ward));
        change.bed().ifPresent(bed -> episode.bed = bed);
        if (!WardName.same(left.ward, episode.ward)) {
            AlertLog.raise(sql, List.of(alert(episode, left, now)), now);
        }
    }

    /// It stays in the ward that was left, so it is about the patient and no episode, whose alerts move along.
    private Alerts.NewAlert alert(EpisodeRow episode, Place left, Instant now) {
        var id = UUID.randomUUID();
        var occurrence = new Occurrence(
                AlertRule.PATIENT_MOVED,
                new Condition.Happened(AlertType.PATIENT_MOVED, id.toString()),
                new Occurrence.Wording(
                        "Patient moved",
                        "Bed " + left.bed + ": moved to bed " + episode.bed + " of " + episode.ward + " by "
                                + user.username()),
                now,
                Optional.empty(),
                Optional.empty());
        var subject = new Alerts.Subject(
                Optional.empty(),
                Optional.of(new PatientId(episode.patientId)),
                Optional.of(left.ward),
                Optional.of(left.bed));
        return new Alerts.NewAlert(id, subject, occurrence, rules.table().row(AlertRule.PATIENT_MOVED), now);
    }
}
