package health.vigil.observation;

import java.math.BigDecimal;
import java.util.Optional;

/// A blood product or a concentrate that was given.
///
/// @param units how many bags or vials; absent where it was not charted
public record Transfusion(Product product, Optional<BigDecimal> units, Reason reason) implements Content {
    /// What was given.
    public enum Product implements Word {
        RED_CELLS,
        PLATELETS,
        PLASMA,
        CRYOPRECIPITATE,
        FIBRINOGEN
    }

    /// What it was given for.
    public enum Reason implements Word {
        BLEEDING,
        /// A laboratory value was low.
        COUNT,
        PROCEDURE
    }
}
