package health.vigil.patient.episode;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.api.MicrosecondClock;
import health.vigil.api.Transactions;
import health.vigil.grading.Baseline;
import health.vigil.history.FactsCorrection;
import health.vigil.history.FurtherInfusion;
import health.vigil.json.JsonColumn;
import health.vigil.json.Location;
import health.vigil.observation.PatientId;
import health.vigil.outbox.Outbox;
import health.vigil.problem.ProblemException;
import health.vigil.store.BaselineRow;
import health.vigil.store.EpisodeRow;
import health.vigil.store.EpisodeVersions;
import health.vigil.store.Sql;
import health.vigil.stream.BaselineJson;
import health.vigil.stream.StreamRecord.BaselineChanged;
import health.vigil.stream.StreamRecord.EpisodeCorrected;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/// Sends corrections and further infusions through the stream, like everything that can change a grade. Then it
/// waits for the monitor.
@ApplicationScoped
class Corrections {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Transactions transactions;

    Corrections(Transactions transactions) {
        this.transactions = transactions;
    }

    /// Sends a change of the baseline. Two users may change one baseline at a time: the monitor applies the parts
    /// that each request names.
    ///
    /// @return the id of the change, or nothing if the baseline stays as it is
    Optional<UUID> send(Sql sql, EpisodeRow episode, EpisodePatch patch, String by) {
        var standing = JsonColumn.object(currentBaseline(episode.id));
        return patch.over(standing)
                .filter(baseline -> !baseline.equals(read(standing)))
                .map(baseline -> sendChanged(sql, episode, baseline, patch.parts(), by));
    }

    private static UUID sendChanged(Sql sql, EpisodeRow episode, Baseline baseline, Set<String> parts, String by) {
        var id = UUID.randomUUID();
        var patient = new PatientId(episode.patientId);
        Outbox.add(
                sql,
                patient,
                new BaselineChanged(id, episode.id, patient, baseline, Optional.of(parts), by, MicrosecondClock.now()));
        return id;
    }

    /// Sends a correction of the admission or a further infusion into the stream, and returns the id of the
    /// change.
    UUID send(Sql sql, EpisodeRow episode, FactsCorrection facts, CorrectionRequest request) {
        return send(sql, episode, facts, Optional.empty(), request);
    }

    UUID send(Sql sql, EpisodeRow episode, FurtherInfusion infusion, String by) {
        return send(
                sql, episode, FactsCorrection.NONE, Optional.of(infusion), new CorrectionRequest(by, Optional.empty()));
    }

    /// Who entered it, and why.
    record CorrectionRequest(String by, Optional<String> reason) {}

    private static UUID send(
            Sql sql,
            EpisodeRow episode,
            FactsCorrection facts,
            Optional<FurtherInfusion> infusion,
            CorrectionRequest request) {
        var id = UUID.randomUUID();
        var patient = new PatientId(episode.patientId);
        Outbox.add(
                sql,
                patient,
                new EpisodeCorrected(
                        id,
                        episode.id,
                        patient,
                        facts,
                        infusion,
                        request.reason(),
                        request.by(),
                        MicrosecondClock.now()));
        return id;
    }

    private static Baseline read(ObjectNode json) {
        return BaselineJson.SHAPE
                .read(json, new Location("", new ArrayList<>()))
                .orElseThrow(() -> new IllegalStateException("The database holds an invalid baseline"));
    }

    /// The current baseline as JSON.
    static String currentBaseline(UUID episode) {
        return BaselineRow.<BaselineRow>find("episodeId = ?1 order by receivedAt desc", episode)
                .firstResultOptional()
                .map(version -> version.content)
                .orElse("{}");
    }

    /// Waits until the monitor has applied a change. 503 if that takes too long; the change is still applied
    /// later.
    void await(UUID change) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!applied(change)) {
            if (System.nanoTime() > end) {
                throw ProblemException.unavailable(
                        "The change is kept and will be applied, but the grade does not reflect it yet", PATIENCE);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private boolean applied(UUID change) {
        return transactions.run(sql -> EpisodeVersions.applied(sql, change));
    }
}
