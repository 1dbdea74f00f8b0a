package health.vigil.bench;

import java.time.Duration;

/// One of two loads that are compared.
///
/// @param name in the raw lines
record Side(String name, Measurement measurement) {
    /// A load of a given length.
    interface Measurement {
        Window measure(Duration length) throws Exception;
    }

    Window measure(Duration length) throws Exception {
        return measurement.measure(length);
    }
}
