package health.vigil.monitor.round;

import health.vigil.monitor.batch.Poison;
import health.vigil.store.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/// The rounds that belong to no partition. Every replica runs them; row locks let only one raise each alert.
@ApplicationScoped
public class WardRounds {
    private static final Logger LOG = Logger.getLogger(WardRounds.class);
    private static final Duration TECHNICAL = Duration.ofSeconds(5);

    private final CheckRound checks;
    private final DeviceRound devices;
    private final TechnicalRound technical;
    private final StayRound stays;
    private volatile Instant nextTechnical = Instant.EPOCH;

    public WardRounds(CheckRound checks, DeviceRound devices, TechnicalRound technical, StayRound stays) {
        this.checks = checks;
        this.devices = devices;
        this.technical = technical;
        this.stays = stays;
    }

    public void run() {
        guarded(stays::fire);
        guarded(checks::fire);
        guarded(devices::fire);
        if (!Instant.now().isBefore(nextTechnical)) {
            nextTechnical = Instant.now().plus(TECHNICAL);
            guarded(technical::fire);
        }
    }

    /// A round that fails does not stop the others; it runs again soon.
    private static void guarded(Runnable round) {
        try {
            round.run();
        } catch (DatabaseFailure away) {
            LOG.warnf("A round is paused: %s", away.getMessage());
        } catch (RuntimeException bug) {
            LOG.errorf("A round failed: %s", Poison.describe(bug));
        }
    }
}
