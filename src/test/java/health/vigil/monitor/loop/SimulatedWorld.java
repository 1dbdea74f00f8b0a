package health.vigil.monitor.loop;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;

/// The random numbers and the clock of one simulation. Everything random comes from here, so that a seed
/// always gives the same history.
final class SimulatedWorld implements InstantSource {
    private final Random random;
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private boolean calm;
    private Runnable others = () -> {};

    SimulatedWorld(long seed) {
        random = new Random(seed);
    }

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /// Whether a fault of this probability in percent happens now.
    boolean fault(int percent) {
        return !calm && random.nextInt(100) < percent;
    }

    /// No faults happen from now on.
    void calmDown() {
        calm = true;
    }

    /// Sets the work that others do while a caller is paused in the middle of a step.
    void meanwhile(Runnable happens) {
        others = happens;
    }

    /// A point at which the caller may be paused, for as long as others need.
    void heldUp() {
        if (fault(6)) {
            others.run();
        }
    }
}
