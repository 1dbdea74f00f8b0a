package health.vigil.simulation;

import java.util.SplittableRandom;

/// The vital signs that `./vigil load` sends, for measurements that need them by the million.
public final class StableVitals {
    private static final Vitals WELL = new Vitals(36.8, 78, 15, 122, 74, 97);

    private StableVitals() {}

    /// The fields of a `vital-signs` observation of a patient who is well, as a JSON object. The same seed
    /// gives the same values.
    public static String json(long seed) {
        return WELL.read(new SplittableRandom(seed)).json().toString();
    }
}
