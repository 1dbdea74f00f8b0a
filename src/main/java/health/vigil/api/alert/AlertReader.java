package health.vigil.api.alert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.access.CurrentUser;
import health.vigil.access.WardName;
import health.vigil.api.Cursor;
import health.vigil.api.Paging;
import health.vigil.api.Query;
import health.vigil.api.Transactions;
import health.vigil.api.Visibility;
import health.vigil.audit.AuditTrail;
import health.vigil.json.JsonColumn;
import health.vigil.observation.PatientId;
import health.vigil.observation.Word;
import health.vigil.problem.ProblemException;
import health.vigil.store.AlertRow;
import health.vigil.store.Column;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Reads alerts as the contract tells them, of the wards the user may see.
@ApplicationScoped
class AlertReader {
    /// What is not asked for is null.
    private static final String PAGE = "select alert_json(a)::text as alert from alert a"
            + " where state = coalesce(?, state) and (?::text is null or ward_fold(ward) = ?) and (?::text[] is null or patient_id = any(?::text[]))"
            + " and (?::text[] is null or ward_fold(ward) = any(?::text[])) and (raised_at, id) < (?, ?)"
            + " order by raised_at desc, id desc limit ?";
    private static final Cursor START = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1).toString());

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

    /// The newest first.
    List<ObjectNode> page(Query query, Paging paging) {
        var ward = query.text("ward").map(WardName::key);
        var patient = query.text("patientId");
        var wards = patient.filter(visible::opened).isPresent()
                ? Optional.<Column>empty()
                : user.wards().keys().map(AlertReader::column);
        var after = paging.after().orElse(START);
        var numbers = patient.map(this::numbers);
        var alerts = transactions.run(sql -> sql.list(
                PAGE,
                row -> JsonColumn.object(row.text("alert")),
                query.word("state", AlertStatus.class).map(Word::word),
                ward,
                ward,
                numbers,
                numbers,
                wards,
                wards,
                after.at(),
                after.uuid(),
                paging.rows()));
        trail.shows(alerts.stream()
                .filter(alert -> alert.hasNonNull("patientId"))
                .map(alert -> alert.path("patientId").asText()));
        patient.ifPresent(trail::about);
        return alerts;
    }

    /// Alerts keep the number that they were raised under: those of all numbers of the patient are told.
    private Column numbers(String patient) {
        return PatientId.accepts(patient)
                ? Column.texts(visible.numbersOf(patient).all(), PatientId::value)
                : Column.texts(List.of(patient), number -> number);
    }

    private static Column column(Set<String> wards) {
        return Column.of("text", List.copyOf(wards), ward -> ward);
    }

    static Cursor place(ObjectNode alert) {
        return new Cursor(
                Instant.parse(alert.path("raisedAt").asText()), alert.path("id").asText());
    }

    ObjectNode one(UUID id) {
        return transactions
                .run(sql -> sql.first(
                        "select alert_json(a)::text as alert from alert a where id = ?",
                        row -> JsonColumn.object(row.text("alert")),
                        id))
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
                || Optional.ofNullable(alert.patientId).filter(visible::opened).isPresent();
    }

    private static ProblemException missing() {
        return ProblemException.notFound("There is no such alert");
    }
}
