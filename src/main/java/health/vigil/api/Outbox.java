package health.vigil.api;

import health.vigil.intake.stream.StreamRecord;
import health.vigil.intake.stream.StreamWriter;
import health.vigil.observation.PatientId;
import health.vigil.store.Sql;

/// What is told to Kafka with the fact it tells of: the monitor relays it once the transaction is committed.
public final class Outbox {
    private static final String OBSERVATIONS = "vigil.observations";

    private Outbox() {}

    /// Puts a record on the stream that the monitor reads, behind what is already on its way about the patient.
    public static void tell(Sql sql, PatientId patient, StreamRecord record) {
        tell(sql, patient.value(), StreamWriter.write(record));
    }

    public static void tell(Sql sql, String key, String record) {
        sql.update("insert into outbox (topic, key, value) values (?, ?, ?)", OBSERVATIONS, key, record);
    }
}
