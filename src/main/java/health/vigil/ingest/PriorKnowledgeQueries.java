package health.vigil.ingest;

import health.vigil.ingest.PriorKnowledge.DeviceReading;
import health.vigil.ingest.PriorKnowledge.PriorIdentity;
import health.vigil.ingest.PriorKnowledge.PriorWard;
import health.vigil.intake.ContentHash;
import health.vigil.intake.Subject;
import health.vigil.intake.Submission;
import health.vigil.observation.DeviceId;
import health.vigil.observation.InfusionAction;
import health.vigil.observation.InfusionId;
import health.vigil.observation.Kind;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.observation.RetractionTarget;
import health.vigil.observation.Sender;
import health.vigil.observation.Vasopressor;
import health.vigil.observation.VasopressorAgent;
import health.vigil.observation.Word;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The questions themselves, one each for all observations of a body.
final class PriorKnowledgeQueries {
    private PriorKnowledgeQueries() {}

    /// What was accepted under these ids, and under those that they retract.
    static Map<String, List<PriorIdentity>> identities(List<Submission> submissions, Connection connection)
            throws SQLException {
        var ids = submissions.stream()
                .flatMap(PriorKnowledgeQueries::ids)
                .distinct()
                .toArray(String[]::new);
        var identities = new HashMap<String, List<PriorIdentity>>();
        try (var query = connection.prepareStatement("""
                select id, sender, sender_known, content_hash, patient_id, kind,
                    state = 'applied' or exists (select from quarantine q
                        where q.observation_id = known.id and q.state = 'discarded' and q.reason <> 'id-conflict'
                            and (q.sender = known.sender or q.sender is null)) as dealt_with
                from known_observation as known where id = any(?)
                """)) {
            query.setArray(1, connection.createArrayOf("text", ids));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var identity = identity(rows);
                    identities
                            .computeIfAbsent(identity.id().value(), _ -> new ArrayList<>())
                            .add(identity);
                }
            }
        }
        return identities;
    }

    private static Stream<String> ids(Submission submission) {
        return Stream.concat(
                Stream.of(submission.id().value()), submission.withdraws().map(RetractionTarget::id).stream());
    }

    private static PriorIdentity identity(ResultSet row) throws SQLException {
        return new PriorIdentity(
                new ObservationId(new Sender(row.getString("sender")), row.getString("id")),
                row.getBoolean("sender_known"),
                ContentHash.of(row.getBytes("content_hash")),
                Optional.ofNullable(row.getString("patient_id")).map(PatientId::new),
                Word.of(Kind.class, row.getString("kind")).orElseThrow(),
                row.getBoolean("dealt_with"));
    }

    /// Of some numbers, those that are read as another, with that one.
    static Map<PatientId, PatientId> merged(Collection<PatientId> numbers, Connection connection) throws SQLException {
        var merged = new HashMap<PatientId, PatientId>();
        try (var query = connection.prepareStatement("""
                select old_id, into_id from patient_merge
                where old_id = any(?) and known_at is not null and ended_at is null
                """)) {
            query.setArray(1, texts(numbers.stream().map(PatientId::value), connection));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    merged.put(new PatientId(rows.getString("old_id")), new PatientId(rows.getString("into_id")));
                }
            }
        }
        return merged;
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
        return submission.subject() instanceof Subject.ByDevice(var deviceId)
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
    static Map<PatientId, PriorWard> wards(Collection<PatientId> patients, String username, Connection connection)
            throws SQLException {
        var wards = new HashMap<PatientId, PriorWard>();
        try (var query = connection.prepareStatement("""
                select distinct on (asked.patient_id) asked.patient_id, ward,
                    emergency_opens(?, asked.patient_id) as opened
                from unnest(?::text[]) as asked (patient_id)
                    join episode on episode.patient_id = any(numbers_of(asked.patient_id))
                where voided_at is null
                order by asked.patient_id, status = 'active' desc,
                    case when cardinality(numbers_of(asked.patient_id)) > 1 then ended_at end desc, admitted_at desc
                """)) {
            query.setString(1, username);
            query.setArray(2, texts(patients.stream().map(PatientId::value), connection));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    wards.put(
                            new PatientId(rows.getString("patient_id")),
                            new PriorWard(rows.getString("ward"), rows.getBoolean("opened")));
                }
            }
        }
        return wards;
    }

    /// When the patients' first infusion was; empty for one without any episode.
    static Map<PatientId, Optional<Instant>> firstInfusions(Collection<PatientId> patients, Connection connection)
            throws SQLException {
        var infusions = new HashMap<PatientId, Optional<Instant>>();
        if (patients.isEmpty()) {
            return infusions;
        }
        try (var query = connection.prepareStatement("""
                select asked.patient_id, min(e.infused_at) as infused_at
                from unnest(?::text[]) as asked (patient_id)
                    left join episode e on e.patient_id = any(numbers_of(asked.patient_id)) and e.voided_at is null
                group by asked.patient_id
                """)) {
            query.setArray(1, texts(patients.stream().map(PatientId::value), connection));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    infusions.put(
                            new PatientId(rows.getString("patient_id")),
                            Optional.ofNullable(rows.getObject("infused_at", OffsetDateTime.class))
                                    .map(OffsetDateTime::toInstant));
                }
            }
        }
        return infusions;
    }

    /// An infusion of a patient, as far as a sender tells it apart.
    private record PatientInfusion(PatientId patient, VasopressorAgent agent, Optional<InfusionId> id) {}

    /// Which submissions change an infusion that neither the record nor the body itself has started.
    ///
    /// @param known to whom the devices were bound
    static Set<ObservationId> neverStarted(List<Submission> submissions, PriorKnowledge known, Connection connection)
            throws SQLException {
        var changed = infusions(submissions, InfusionAction.CHANGED, known);
        changed.values()
                .removeAll(Set.copyOf(
                        infusions(submissions, InfusionAction.STARTED, known).values()));
        var neverStarted = new HashSet<ObservationId>();
        if (changed.isEmpty()) {
            return neverStarted;
        }
        var ids = List.copyOf(changed.keySet());
        var sender = ids.getFirst().sender();
        var infusions = ids.stream().map(changed::get).toList();
        try (var query = connection.prepareStatement("""
                select asked.id
                from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as asked (id, patient_id, agent, infusion_id)
                where not exists (select from observation o
                    where o.patient_id = any(numbers_of(asked.patient_id)) and o.kind = 'vasopressor' and o.retracted_at is null
                        and o.content->>'agent' = asked.agent and o.content->>'action' in ('started', 'changed')
                        and o.content->>'infusionId' is not distinct from asked.infusion_id)
                """)) {
            query.setArray(1, texts(ids.stream().map(ObservationId::value), connection));
            query.setArray(
                    2, texts(infusions.stream().map(each -> each.patient().value()), connection));
            query.setArray(3, texts(infusions.stream().map(each -> each.agent().word()), connection));
            query.setArray(
                    4,
                    texts(
                            infusions.stream()
                                    .map(each ->
                                            each.id().map(InfusionId::value).orElse(null)),
                            connection));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    neverStarted.add(new ObservationId(sender, rows.getString("id")));
                }
            }
        }
        return neverStarted;
    }

    /// The infusions to which something was done, by the observation that says so.
    private static Map<ObservationId, PatientInfusion> infusions(
            List<Submission> submissions, InfusionAction action, PriorKnowledge known) {
        var infusions = new HashMap<ObservationId, PatientInfusion>();
        for (var submission : submissions) {
            if (submission.content() instanceof Vasopressor vasopressor && vasopressor.action() == action) {
                known.patient(submission)
                        .ifPresent(patient -> infusions.put(
                                submission.id(),
                                new PatientInfusion(patient, vasopressor.agent(), vasopressor.infusionId())));
            }
        }
        return infusions;
    }

    private static Array texts(Stream<String> texts, Connection connection) throws SQLException {
        return connection.createArrayOf("text", texts.toArray(String[]::new));
    }
}
