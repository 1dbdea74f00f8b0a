package health.vigil.policy;

import health.vigil.context.MilestoneTable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What is shown beside the grades.
@ConfigMapping(prefix = "vigil.context")
public interface ContextSettings {
    /// The place whose milestones are shown: `us-2025`, `uk-example` or `eu-older`.
    @WithDefault("us-2025")
    MilestoneTable place();

    /// Whether the HScore is shown.
    @WithDefault("false")
    boolean hscore();

    /// The days after the infusion on which trials and registries ask for a status, each with its window if it
    /// has one, for instance `28+-2`.
    @WithDefault("7,14,28,30,60,90,100,180,365")
    List<String> registryDays();

    /// The first day after the infusion on which a patient goes home.
    @WithDefault("7")
    int earliestDischarge();

    /// The same for some products, each as `cilta-cel:10`. Any name of a licensed product stands for all.
    @WithDefault("cilta-cel:10,brexu-cel:14")
    List<String> earliestDischargeOf();

    /// What the card and the instructions for home name.
    HomeCard card();

    /// The centre and its limits.
    interface HomeCard {
        /// The name of the centre.
        Optional<String> centre();

        /// The number that is answered day and night.
        Optional<String> phone();

        /// The address of the centre's page.
        Optional<String> page();

        /// The temperature from which on a patient calls, in degrees Celsius.
        @WithDefault("38.0")
        BigDecimal fever();

        /// The systolic pressure under which a patient calls, in mm Hg.
        @WithDefault("90")
        int systolic();

        /// The SpO2 under which a patient calls, in percent.
        @WithDefault("92")
        int spo2();
    }
}
