package health.vigil.oracle;

import java.util.Optional;

/// Reads a value of an observation if it is plausible, limits included.
record PlausibleRange(String field, Exact lowest, Exact highest) {

    static final PlausibleRange TEMPERATURE = between("temperature", "25", "45");
    static final PlausibleRange SYSTOLIC = between("systolic", "30", "300");
    static final PlausibleRange MEAN_ARTERIAL_PRESSURE = between("meanArterialPressure", "20", "250");
    static final PlausibleRange SPO2 = between("spo2", "30", "100");
    static final PlausibleRange FLOW = between("flow", "0", "80");

    private static PlausibleRange between(String field, String lowest, String highest) {
        return new PlausibleRange(field, Exact.of(lowest), Exact.of(highest));
    }

    Optional<Exact> in(OracleObservation entry) {
        return Exact.read(entry.body(), field).filter(value -> !value.isBelow(lowest) && !value.isAbove(highest));
    }
}
