package health.vigil.patient.episode;

import health.vigil.access.CurrentUser;
import health.vigil.access.WardName;
import health.vigil.alert.AlertRule;
import health.vigil.alert.AlertRules;
import health.vigil.alert.AlertType;
import health.vigil.alert.Condition;
import health.vigil.alert.Occurrence;
import health.vigil.alert.WardMoveWords;
import health.vigil.api.MicrosecondClock;
import health.vigil.observation.PatientId;
import health.vigil.store.AlertLog;
import health.vigil.store.AlertRow;
import health.vigil.store.Alerts;
import health.vigil.store.EpisodeRow;
import health.vigil.store.PatientNumbers;
import health.vigil.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Moves patients to another ward or bed. The former ward is alerted who moved the patient where. It is also
/// alerted if its discharged patient is admitted to another ward.
@ApplicationScoped
class WardMoves {
    /// For this long after a discharge, the ward is alerted about a new admission even if no alert is open.
    private static final Duration ITS_PATIENT = Duration.ofDays(30);

    private final WardChoice wards;
    private final AlertRules rules;
    private final CurrentUser user;

    WardMoves(WardChoice wards, AlertRules rules, CurrentUser user) {
        this.wards = wards;
        this.rules = rules;
        this.user = user;
    }

    /// The ward and bed a patient has left.
    private record BedLocation(String ward, String bed) {}

    void move(Sql sql, EpisodeRow episode, EpisodePatch change, Instant now) {
        var left = new BedLocation(episode.ward, episode.bed);
        change.ward().ifPresent(ward -> episode.ward = wards.of(sql, ward));
        change.bed().ifPresent(bed -> episode.bed = bed);
        episode.placedAt = now;
        if (!WardName.same(left.ward, episode.ward)) {
            var words = words(left).moved(episode.bed, episode.ward);
            AlertLog.raise(sql, List.of(alert(episode.patientId, left, words, now)), now);
        }
    }

    /// Alerts each ward of a former stay where the patient is now. Call this last in the transaction.
    void admitted(Sql sql, EpisodeRow episode) {
        var now = MicrosecondClock.now();
        var alerts = former(sql, episode).stream()
                .filter(stay -> concerns(stay, now))
                .map(stay -> {
                    var left = new BedLocation(stay.ward, stay.bed);
                    var words = words(left).admitted(Optional.ofNullable(stay.endedAt), episode.ward);
                    return alert(stay.patientId, left, words, now);
                })
                .toList();
        AlertLog.raise(sql, alerts, now);
    }

    /// The last stay in each other ward.
    private static List<EpisodeRow> former(Sql sql, EpisodeRow episode) {
        var numbers = PatientNumbers.of(sql, new PatientId(episode.patientId)).all().stream()
                .map(PatientId::value)
                .toList();
        var wards = new HashSet<>(Set.of(WardName.key(episode.ward)));
        return EpisodeRow.<EpisodeRow>list(
                        "patientId in ?1 and id <> ?2 and voidedAt is null order by admittedAt desc",
                        numbers,
                        episode.id)
                .stream()
                .filter(stay -> wards.add(WardName.key(stay.ward)))
                .toList();
    }

    private static boolean concerns(EpisodeRow stay, Instant now) {
        return Optional.ofNullable(stay.endedAt)
                        .filter(end -> end.isAfter(now.minus(ITS_PATIENT)))
                        .isPresent()
                || AlertRow.count("episodeId = ?1 and state <> 'resolved'", stay.id) > 0;
    }

    private WardMoveWords words(BedLocation left) {
        return new WardMoveWords(left.bed, user.username());
    }

    /// An alert of the former ward. It names the patient but no episode, because alerts of an episode move with
    /// it.
    private Alerts.NewAlert alert(String patientId, BedLocation left, Occurrence.Wording words, Instant now) {
        var id = UUID.randomUUID();
        var occurrence = new Occurrence(
                AlertRule.PATIENT_MOVED,
                new Condition.Happened(AlertType.PATIENT_MOVED, id.toString()),
                words,
                now,
                Optional.empty(),
                Optional.empty());
        var subject = new Alerts.AlertSubject(
                Optional.empty(), Optional.of(new PatientId(patientId)), Optional.of(left.ward), Optional.of(left.bed));
        return new Alerts.NewAlert(id, subject, occurrence, rules.table().row(AlertRule.PATIENT_MOVED), now);
    }
}
