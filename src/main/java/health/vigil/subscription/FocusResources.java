package health.vigil.subscription;

import health.vigil.fhirread.ChartReader;
import health.vigil.fhirread.FhirAlertReader;
import health.vigil.fhirread.FhirReadSettings;
import health.vigil.fhirview.AlertIssue;
import health.vigil.fhirview.GradeObservation;
import health.vigil.store.Database;
import health.vigil.store.FhirAlerts;
import health.vigil.store.FhirGrades;
import health.vigil.store.SubscriptionEvents.EventFocus;
import health.vigil.store.SubscriptionEvents.NumberedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;

/// The resources that events are about, as they are now.
@ApplicationScoped
public class FocusResources {
    private final Database database;
    private final FhirAlertReader alerts;
    private final ChartReader chart;
    private final FhirReadSettings settings;

    FocusResources(Database database, FhirAlertReader alerts, ChartReader chart, FhirReadSettings settings) {
        this.database = database;
        this.alerts = alerts;
        this.chart = chart;
        this.settings = settings;
    }

    /// The resources as far as they exist. An alert that has moved to another ward since is left out, because the
    /// subscriber may not see that ward.
    public Map<EventFocus, Resource> of(List<NumberedEvent> events) {
        var found = new HashMap<EventFocus, Resource>();
        events.forEach(event -> resource(event).ifPresent(resource -> found.put(event.focus(), resource)));
        return found;
    }

    private Optional<? extends Resource> resource(NumberedEvent event) {
        return switch (event.focus()) {
            case EventFocus.OfAlert(var id) ->
                database.read(sql -> FhirAlerts.one(sql, id))
                        .filter(alert -> alert.ward().equals(event.ward()))
                        .map(alert -> AlertIssue.of(alerts.given(List.of(alert)).getFirst()));
            case EventFocus.OfGrade(var number) ->
                database.read(sql -> FhirGrades.one(sql, number))
                        .map(entry -> chart.grades(List.of(entry)).getFirst())
                        .map(given -> GradeObservation.of(
                                given, settings.gradeStatus().status()));
        };
    }
}
