package health.vigil.monitor.batch;

import health.vigil.history.Episode;
import health.vigil.history.RegradeRequests;
import health.vigil.observation.PatientId;
import health.vigil.store.EpisodeVersions;
import health.vigil.store.EpisodeVersions.FactsChange;
import health.vigil.store.Episodes;
import health.vigil.store.Sql;
import health.vigil.stream.StreamRecord;
import java.util.List;

/// Applies what changes an episode and is no observation.
final class EpisodeChanges {
    private EpisodeChanges() {}

    /// Whether it was new.
    static boolean apply(Sql sql, Disposition.Change disposition, RegradeRequests requests) {
        return switch (disposition.change()) {
            case StreamRecord.EpisodeCorrected corrected -> corrected(sql, corrected, requests);
        };
    }

    /// Others of the same batch may have changed the episodes meanwhile.
    private static boolean corrected(Sql sql, StreamRecord.EpisodeCorrected corrected, RegradeRequests requests) {
        var before = episodes(sql, corrected.patient());
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
                episodes(sql, corrected.patient()),
                new RegradeRequests.Change(corrected.episodeId(), change.cause(), at)));
        return known.isPresent();
    }

    private static List<Episode> episodes(Sql sql, PatientId patient) {
        return Episodes.of(sql, List.of(patient)).getOrDefault(patient, List.of());
    }
}
