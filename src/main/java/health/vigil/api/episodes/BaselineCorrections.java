package health.vigil.api.episodes;

import health.vigil.api.Moment;
import health.vigil.api.ProblemException;
import health.vigil.api.StreamControl;
import health.vigil.grading.Baseline;
import health.vigil.intake.BaselineJson;
import health.vigil.intake.stream.StreamRecord.BaselineChanged;
import health.vigil.observation.PatientId;
import health.vigil.store.BaselineRow;
import health.vigil.store.EpisodeRow;
import health.vigil.store.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/// Sends corrected baselines along the stream, like all that can change a grade, and waits for the monitor.
@ApplicationScoped
class BaselineCorrections {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration PAUSE = Duration.ofMillis(20);

    /// A correction on its way: the version of the baseline that the monitor will write.
    record Sent(UUID episode, Instant receivedAt) {}

    /// @return empty when the baseline is what it was
    Optional<Sent> send(Sql sql, EpisodeRow episode, Baseline baseline, String by) {
        return baseline.equals(BaselineJson.read(standing(episode.id)))
                ? Optional.empty()
                : Optional.of(sendChanged(sql, episode, baseline, by));
    }

    private static Sent sendChanged(Sql sql, EpisodeRow episode, Baseline baseline, String by) {
        var now = Moment.now();
        StreamControl.tell(
                sql,
                new BaselineChanged(
                        UUID.randomUUID(), episode.id, new PatientId(episode.patientId), baseline, by, now));
        return new Sent(episode.id, now);
    }

    /// The baseline as it stands, as JSON.
    static String standing(UUID episode) {
        return BaselineRow.<BaselineRow>find("episodeId = ?1 order by receivedAt desc", episode)
                .firstResultOptional()
                .map(version -> version.content)
                .orElse("{}");
    }

    /// Returns once the monitor has applied it; 503 when it takes too long. It will be applied all the same.
    void await(Sent sent) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!applied(sent)) {
            if (System.nanoTime() > end) {
                throw ProblemException.unavailable(
                        "The change is kept and will be applied, but the grade does not reflect it yet", PATIENCE);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static boolean applied(Sent sent) {
        return QuarkusTransaction.requiringNew()
                .call(() -> BaselineRow.count("episodeId = ?1 and receivedAt >= ?2", sent.episode(), sent.receivedAt()))
                > 0;
    }
}
