package health.vigil.ingest;

import health.vigil.ingest.PriorKnowledge.DeviceReading;
import health.vigil.ingest.PriorKnowledge.PriorIdentity;
import health.vigil.intake.ContentHash;
import health.vigil.intake.Sender;
import health.vigil.intake.Submission;
import health.vigil.observation.DeviceId;
import health.vigil.observation.Kind;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.observation.Retraction;
import health.vigil.observation.Word;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The questions themselves, one each for all observations of a body.
final class PriorKnowledgeQueries {
    private PriorKnowledgeQueries() {}

    /// What was accepted under these ids, and under those that they retract.
    static Map<ObservationId, PriorIdentity> identities(List<Submission> submissions, Connection connection)
            throws SQLException {
        var ids = submissions.stream()
                .flatMap(PriorKnowledgeQueries::ids)
                .map(ObservationId::value)
                .distinct()
                .toArray(String[]::new);
        var identities = new HashMap<ObservationId, PriorIdentity>();
        try (var query = connection.prepareStatement("""
                select id, content_hash, kind, state = 'applied' or exists (select from quarantine q
                    where q.observation_id = known.id and q.state = 'discarded' and q.reason <> 'id-conflict') as dealt_with
                from observation_identity as known where id = any(?)
                """)) {
            query.setArray(1, connection.createArrayOf("text", ids));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    identities.put(new ObservationId(rows.getString("id")), identity(rows));
                }
            }
        }
        return identities;
    }

    private static Stream<ObservationId> ids(Submission submission) {
        return submission.content() instanceof Retraction(var target, var _)
                ? Stream.of(submission.id(), target)
                : Stream.of(submission.id());
    }

    private static PriorIdentity identity(ResultSet row) throws SQLException {
        return new PriorIdentity(
                ContentHash.of(row.getBytes("content_hash")),
                Word.of(Kind.class, row.getString("kind")).orElseThrow(),
                row.getBoolean("dealt_with"));
    }

    /// To whom the devices were bound when they read.
    static Map<DeviceReading, PatientId> patients(List<Submission> submissions, Connection connection)
            throws SQLException {
        var readings = submissions.stream()
                .flatMap(PriorKnowledgeQueries::reading)
                .distinct()
                .toList();
        var patients = new HashMap<DeviceReading, PatientId>();
        if (readings.isEmpty()) {
            return patients;
        }
        try (var query = connection.prepareStatement("""
                select asked.device_id, asked.at, device_binding.patient_id
                from unnest(?::text[], ?::text[]::timestamptz[]) as asked (device_id, at)
                join device_binding on device_binding.device_id = asked.device_id and valid @> asked.at
                """)) {
            query.setArray(
                    1, texts(readings.stream().map(reading -> reading.deviceId().value()), connection));
            query.setArray(
                    2, texts(readings.stream().map(reading -> reading.at().toString()), connection));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    patients.put(reading(rows), new PatientId(rows.getString("patient_id")));
                }
            }
        }
        return patients;
    }

    private static Stream<DeviceReading> reading(Submission submission) {
        return submission.sender() instanceof Sender.ByDevice(var deviceId)
                ? Stream.of(new DeviceReading(deviceId, submission.effectiveAt()))
                : Stream.empty();
    }

    private static DeviceReading reading(ResultSet row) throws SQLException {
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        return new DeviceReading(new DeviceId(row.getString("device_id")), at);
    }

    /// The wards of the patients' latest episodes; the active one is the latest.
    ///
    /// @param username whose emergency access is no matter of wards
    static Map<PatientId, String> wards(Collection<PatientId> patients, String username, Connection connection)
            throws SQLException {
        var wards = new HashMap<PatientId, String>();
        try (var query = connection.prepareStatement("""
                select distinct on (patient_id) patient_id, ward from episode where patient_id = any(?)
                and not exists (select from emergency_access e where e.username = ?
                    and e.patient_id = episode.patient_id and e.until > clock_timestamp())
                order by patient_id, status = 'active' desc, infused_at desc
                """)) {
            query.setArray(1, texts(patients.stream().map(PatientId::value), connection));
            query.setString(2, username);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    wards.put(new PatientId(rows.getString("patient_id")), rows.getString("ward"));
                }
            }
        }
        return wards;
    }

    private static Array texts(Stream<String> texts, Connection connection) throws SQLException {
        return connection.createArrayOf("text", texts.toArray(String[]::new));
    }
}
