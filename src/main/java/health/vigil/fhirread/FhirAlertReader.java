package health.vigil.fhirread;

import health.vigil.fhirview.GivenAlert;
import health.vigil.fhirview.GivenAlert.Acknowledgement;
import health.vigil.fhirview.GivenObservation;
import health.vigil.json.JsonColumn;
import health.vigil.observation.ObservationId;
import health.vigil.store.FhirAlerts.FhirAlert;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Turns stored alerts into what resources are made of.
@ApplicationScoped
public class FhirAlertReader {
    private final ChartReader chart;

    FhirAlertReader(ChartReader chart) {
        this.chart = chart;
    }

    /// An acknowledgement, as the log of alerts has it.
    record LoggedAcknowledgement(String by, Instant at, Optional<String> note) {}

    /// The alerts with the observations that they name.
    public List<GivenAlert> given(List<FhirAlert> alerts) {
        var inputs = chart.inputs(alerts.stream()
                .flatMap(alert -> alert.observation().stream())
                .distinct()
                .toList());
        return alerts.stream().map(alert -> given(alert, inputs)).toList();
    }

    private static GivenAlert given(FhirAlert alert, Map<ObservationId, GivenObservation> inputs) {
        return new GivenAlert(
                alert.id(),
                alert.subject(),
                alert.type(),
                alert.priority(),
                alert.title(),
                alert.detail(),
                alert.raisedAt(),
                alert.resolvedAt(),
                alert.resolution(),
                alert.level(),
                alert.sequence(),
                JsonColumn.list(alert.acknowledgements(), LoggedAcknowledgement.class).stream()
                        .map(logged -> new Acknowledgement(logged.by(), logged.at(), logged.note()))
                        .toList(),
                alert.grade().map(OptionalLong::of).orElseGet(OptionalLong::empty),
                alert.observation().flatMap(id -> Optional.ofNullable(inputs.get(id))),
                alert.updatedAt());
    }
}
