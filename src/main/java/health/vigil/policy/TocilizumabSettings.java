package health.vigil.policy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;

/// How much tocilizumab is too much.
@ConfigMapping(prefix = "vigil.tocilizumab")
public interface TocilizumabSettings {
    /// At least, between two doses.
    @WithDefault("8H")
    Duration interval();

    /// At most, in any 24 h.
    @WithDefault("3")
    int perDay();

    /// At most, in one episode.
    @WithDefault("4")
    int inAll();

    /// At most in one dose, mg.
    @WithDefault("800")
    BigDecimal dose();

    /// At most in one dose, mg for each kg.
    @WithDefault("8")
    BigDecimal perKilogram();

    /// The same for who is light.
    @WithDefault("12")
    BigDecimal perKilogramLight();

    /// Who weighs less is light, kg.
    @WithDefault("30")
    BigDecimal lightUnder();

    /// How much more than that is rounding to vials, %.
    @WithDefault("10")
    BigDecimal tolerance();
}
