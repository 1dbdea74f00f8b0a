package health.vigil.policy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;

/// The dose limits of tocilizumab.
@ConfigMapping(prefix = "vigil.tocilizumab")
public interface TocilizumabSettings {
    /// The shortest time between two doses.
    @WithDefault("8H")
    Duration interval();

    /// The most doses in any 24 h.
    @WithDefault("3")
    int perDay();

    /// The most doses in an episode.
    @WithDefault("4")
    int inAll();

    /// The largest single dose, mg.
    @WithDefault("800")
    BigDecimal dose();

    /// The largest single dose by weight, mg/kg,
    @WithDefault("8")
    BigDecimal perKilogram();

    /// and for light patients, mg/kg.
    @WithDefault("12")
    BigDecimal perKilogramLight();

    /// Patients below this weight are light, kg.
    @WithDefault("30")
    BigDecimal lightUnder();

    /// The allowance for rounding to whole vials, percent.
    @WithDefault("10")
    BigDecimal tolerance();
}
