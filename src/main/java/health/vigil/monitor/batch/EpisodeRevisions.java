package health.vigil.monitor.batch;

import health.vigil.history.Episode;
import health.vigil.history.RegradeRequest.Cause;
import health.vigil.history.RegradeRequests;
import health.vigil.observation.PatientId;
import health.vigil.store.EpisodeVersions;
import health.vigil.store.EpisodeVersions.FactsChange;
import health.vigil.store.Episodes;
import health.vigil.store.Sql;
import health.vigil.store.VoidedEpisodes;
import health.vigil.stream.StreamRecord;
import java.util.List;

/// Applies changes of episodes that are not observations.
final class EpisodeRevisions {
    private final Sql sql;
    private final RegradeRequests requests;
    private final Moves moves;
    private final Merges merges;

    EpisodeRevisions(Sql sql, RegradeRequests requests, Moves moves, Merges merges) {
        this.sql = sql;
        this.requests = requests;
        this.moves = moves;
        this.merges = merges;
    }

    /// Applies a change; returns false for a duplicate.
    boolean apply(Disposition.Change disposition) {
        return switch (disposition.change()) {
            case StreamRecord.DeviceRebound rebound -> moves.apply(rebound, disposition.episodes(), requests);
            case StreamRecord.PatientMerged merged -> merges.hasChanged(merged);
            case StreamRecord.EpisodeCorrected corrected -> corrected(corrected);
            case StreamRecord.EpisodeVoided voided -> voided(voided, disposition);
        };
    }

    /// The episodes are read again, because other records of the batch may have changed them.
    private boolean corrected(StreamRecord.EpisodeCorrected corrected) {
        var before = episodes(corrected.patient());
        var change = new FactsChange(
                corrected.id(),
                corrected.episodeId(),
                corrected.facts(),
                corrected.infusion(),
                corrected.reason(),
                corrected.enteredBy(),
                corrected.receivedAt());
        var known = EpisodeVersions.change(sql, change);
        known.ifPresent(at -> requests.changed(
                before,
                episodes(corrected.patient()),
                new RegradeRequests.EpisodeRevision(corrected.episodeId(), change.cause(), at)));
        return known.isPresent();
    }

    /// Voids an episode. The other episodes are graded again without its observations; if there are none, its
    /// observations go to quarantine.
    private boolean voided(StreamRecord.EpisodeVoided voided, Disposition.Change disposition) {
        var at = VoidedEpisodes.clear(sql, voided.episodeId(), voided.patient());
        var known = disposition.episodes();
        at.ifPresent(now -> known.forEach(other ->
                requests.changed(known, known, new RegradeRequests.EpisodeRevision(other.id(), Cause.VOID, now))));
        if (at.isPresent() && known.isEmpty()) {
            new OrphanedObservations(sql, disposition.record().source(), voided.patient(), requests.now())
                    .quarantine(OrphanedObservations.OrphanReason.VOIDED);
        }
        return at.isPresent();
    }

    private List<Episode> episodes(PatientId patient) {
        return Episodes.of(sql, List.of(patient)).getOrDefault(patient, List.of());
    }
}
