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

/// Applies what changes an episode and is no observation.
final class EpisodeRevisions {
    private EpisodeRevisions() {}

    /// Whether it was new.
    static boolean apply(Sql sql, Disposition.Change disposition, RegradeRequests requests, Moves moves) {
        return switch (disposition.change()) {
            case StreamRecord.DeviceRebound rebound -> moves.apply(rebound, disposition.episodes(), requests);
            case StreamRecord.EpisodeCorrected corrected -> corrected(sql, corrected, requests);
            case StreamRecord.EpisodeVoided voided -> voided(sql, voided, disposition, requests);
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

    /// What the others held while it was there is not known any more: all of them are told anew. Where there are none,
    /// what it held waits.
    private static boolean voided(
            Sql sql, StreamRecord.EpisodeVoided voided, Disposition.Change disposition, RegradeRequests requests) {
        var at = VoidedEpisodes.clear(sql, voided.episodeId(), voided.patient());
        var known = disposition.episodes();
        at.ifPresent(now -> known.forEach(
                other -> requests.changed(known, known, new RegradeRequests.Change(other.id(), Cause.VOID, now))));
        if (at.isPresent() && known.isEmpty()) {
            new VoidedStay(sql, disposition.record().source(), voided.patient(), requests.now()).empty();
        }
        return at.isPresent();
    }

    private static List<Episode> episodes(Sql sql, PatientId patient) {
        return Episodes.of(sql, List.of(patient)).getOrDefault(patient, List.of());
    }
}
