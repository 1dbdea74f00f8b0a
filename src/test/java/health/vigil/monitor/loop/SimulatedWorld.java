package health.vigil.monitor.loop;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;

/// Chance and time of one simulation: all of both comes from here, so that one seed is one history.
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

    /// Whether something that goes wrong so often, in a hundred times, goes wrong now.
    boolean fault(int percent) {
        return !calm && random.nextInt(100) < percent;
    }

    /// From now on nothing goes wrong any more.
    void calmDown() {
        calm = true;
    }

    /// What may happen while somebody is held up in the middle of a step.
    void meanwhile(Runnable happens) {
        others = happens;
    }

    /// A place where the one who runs may be held up, for as long as others need to do anything.
    void heldUp() {
        if (fault(6)) {
            others.run();
        }
    }
}
