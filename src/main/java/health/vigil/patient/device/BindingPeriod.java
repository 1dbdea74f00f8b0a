package health.vigil.patient.device;

import health.vigil.api.MicrosecondClock;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.observation.Observation;
import java.time.Instant;

/// When a binding may begin and end: never in the future.
final class BindingPeriod {
    /// An instant that has been, by a clock that may run a little ahead of ours.
    static final Shape<Instant> BORDER = Shapes.time()
            .where(
                    at -> !at.isAfter(MicrosecondClock.now().plus(Observation.CLOCK_TOLERANCE)),
                    "must not be in the future: send it when it is so, or leave it to now");

    private BindingPeriod() {}

    /// Now at the latest.
    static Instant past(Instant at) {
        var now = MicrosecondClock.now();
        return at.isAfter(now) ? now : at;
    }
}
