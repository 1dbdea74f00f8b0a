package health.vigil.observation;

import java.math.BigDecimal;
import java.util.Optional;

/// A transfused blood product or concentrate.
///
/// @param units the number of bags or vials; absent if it was not charted
public record Transfusion(Product product, Optional<BigDecimal> units, TransfusionReason reason) implements Content {
    public enum Product implements Word {
        RED_CELLS,
        PLATELETS,
        PLASMA,
        CRYOPRECIPITATE,
        FIBRINOGEN
    }

    /// The reason for the transfusion.
    public enum TransfusionReason implements Word {
        BLEEDING,
        /// A laboratory value was low.
        COUNT,
        PROCEDURE
    }
}
