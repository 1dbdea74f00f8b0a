package health.vigil.api.alert;

import health.vigil.access.CurrentUser;
import health.vigil.access.WardName;
import health.vigil.api.AlertView;
import health.vigil.api.Cursor;
import health.vigil.api.Paging;
import health.vigil.api.Query;
import health.vigil.api.Transactions;
import health.vigil.api.Visibility;
import health.vigil.audit.AuditTrail;
import health.vigil.observation.PatientId;
import health.vigil.observation.Word;
import health.vigil.problem.ProblemException;
import health.vigil.store.AlertDocuments;
import health.vigil.store.AlertDocuments.AlertFilter;
import health.vigil.store.AlertRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Reads the alerts of the wards the user may see, in the API's form.
@ApplicationScoped
class AlertReader {
    private final Transactions transactions;
    private final CurrentUser user;
    private final Visibility visible;
    private final AuditTrail trail;

    AlertReader(Transactions transactions, CurrentUser user, Visibility visible, AuditTrail trail) {
        this.transactions = transactions;
        this.user = user;
        this.visible = visible;
        this.trail = trail;
    }

    /// A page of alerts, newest first.
    List<AlertView> page(Query query, Paging paging) {
        var patient = query.text("patientId");
        var filter = filter(query, patient);
        var after = paging.after().orElse(Cursor.NEWEST);
        var alerts =
                transactions
                        .run(sql -> AlertDocuments.page(sql, filter, after.at(), after.uuid(), paging.rows()))
                        .stream()
                        .map(AlertView::of)
                        .toList();
        trail.shows(alerts.stream().flatMap(alert -> alert.patientId().stream()));
        patient.ifPresent(trail::about);
        return alerts;
    }

    private AlertFilter filter(Query query, Optional<String> patient) {
        var opened = patient.filter(visible::openedInEmergency).isPresent();
        return new AlertFilter(
                query.word("state", AlertStatus.class).map(Word::word),
                query.text("ward").map(WardName::key),
                patient.map(this::numbers),
                user.wards().keys().filter(_ -> !opened));
    }

    /// All numbers of the patient, because an alert keeps the number under which it was raised.
    private List<String> numbers(String patient) {
        return PatientId.accepts(patient)
                ? visible.numbersOf(patient).all().stream()
                        .map(PatientId::value)
                        .toList()
                : List.of(patient);
    }

    AlertView one(UUID id) {
        return transactions
                .run(sql -> AlertDocuments.one(sql, id))
                .map(AlertView::of)
                .orElseThrow(AlertReader::missing);
    }

    /// The id of an alert that the user may see.
    UUID visible(String id) {
        return Visibility.uuid(id)
                .flatMap(known -> transactions.run(_ -> AlertRow.<AlertRow>findByIdOptional(known)))
                .filter(this::mayBeSeen)
                .map(alert -> alert.id)
                .orElseThrow(AlertReader::missing);
    }

    private boolean mayBeSeen(AlertRow alert) {
        Optional.ofNullable(alert.patientId).ifPresent(trail::about);
        return new WardScope(user.wards(), Optional.empty()).hears(Optional.ofNullable(alert.ward))
                || Optional.ofNullable(alert.patientId)
                        .filter(visible::openedInEmergency)
                        .isPresent();
    }

    private static ProblemException missing() {
        return ProblemException.notFound("There is no such alert");
    }
}
