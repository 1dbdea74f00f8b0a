package health.vigil.patient.device;

import health.vigil.api.MicrosecondClock;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.observation.Observation;
import java.time.Instant;

/// The limit of a binding's begin and end: neither may be in the future.
final class BindingPeriod {
    /// An instant of the past. The sender's clock may be a little ahead of ours.
    static final Shape<Instant> BORDER = Shapes.time()
            .where(
                    at -> !at.isAfter(MicrosecondClock.now().plus(Observation.CLOCK_TOLERANCE)),
                    "must not be in the future: use the present time, or send the request later");

    private BindingPeriod() {}

    /// The instant, or the present if that is earlier.
    static Instant past(Instant at) {
        var now = MicrosecondClock.now();
        return at.isAfter(now) ? now : at;
    }
}
