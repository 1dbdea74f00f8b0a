package health.vigil.policy;

import health.vigil.alert.AlertRule;
import health.vigil.alert.AlertRules;
import health.vigil.alert.AlertTable;
import health.vigil.alert.DoseLimits;
import health.vigil.alert.MonitoringPlan;
import health.vigil.alert.PerWeight;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.EnumMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Builds the alert rules and the monitoring plan from their settings. Invalid settings stop the start.
final class ActiveAlertRules {
    @Produces
    @Singleton
    @Startup(ConfigurationCheck.FIRST)
    AlertRules rules(
            AlertSettings settings,
            TocilizumabSettings tocilizumab,
            @ConfigProperty(name = "vigil.hospital.time-zone", defaultValue = "UTC") ZoneId hospital) {
        return new AlertRules(
                ConfigurationCheck.under("vigil.alert-rules", () -> table(settings)),
                ConfigurationCheck.under(
                        "vigil.tocilizumab",
                        () -> new DoseLimits(
                                tocilizumab.interval(),
                                tocilizumab.perDay(),
                                tocilizumab.inAll(),
                                tocilizumab.dose(),
                                new PerWeight(
                                        tocilizumab.perKilogram(),
                                        tocilizumab.perKilogramLight(),
                                        tocilizumab.lightUnder(),
                                        tocilizumab.tolerance()))),
                hospital);
    }

    private static AlertTable table(AlertSettings settings) {
        var rows = new EnumMap<AlertRule, AlertTable.Row>(AlertRule.class);
        settings.rows().forEach((name, text) -> rows.put(RowText.rule(name), RowText.read(name, text)));
        return AlertTable.DEFAULT.with(rows);
    }

    @Produces
    @Singleton
    @Startup(ConfigurationCheck.FIRST)
    MonitoringPlan plan(PlanSettings settings) {
        return ConfigurationCheck.under("vigil.plan", () -> PlanText.plan(settings));
    }
}
