package health.vigil.oracle;

import java.util.Optional;

/// Reads a value of an observation if it is plausible, limits included.
record Plausible(String field, Exact lowest, Exact highest) {

    static final Plausible TEMPERATURE = between("temperature", "25", "45");
    static final Plausible SYSTOLIC = between("systolic", "30", "300");
    static final Plausible MEAN_ARTERIAL_PRESSURE = between("meanArterialPressure", "20", "250");
    static final Plausible SPO2 = between("spo2", "30", "100");
    static final Plausible FLOW = between("flow", "0", "80");

    private static Plausible between(String field, String lowest, String highest) {
        return new Plausible(field, Exact.of(lowest), Exact.of(highest));
    }

    Optional<Exact> in(Entry entry) {
        return Exact.read(entry.body(), field).filter(value -> !value.isBelow(lowest) && !value.isAbove(highest));
    }
}
