package health.vigil.outbox;

import health.vigil.observation.PatientId;
import health.vigil.store.OutboxMessages;
import health.vigil.store.Sql;
import health.vigil.stream.StreamRecord;
import health.vigil.stream.StreamWriter;
import health.vigil.stream.Topics;
import java.util.List;

/// Puts records on the stream, in the same transaction as the facts they announce. They follow earlier records of
/// the patient that are still under way.
public final class Outbox {
    private Outbox() {}

    public static void add(Sql sql, PatientId patient, StreamRecord record) {
        add(sql, patient.value(), StreamWriter.write(record));
    }

    public static void add(Sql sql, String key, String record) {
        OutboxMessages.add(sql, List.of(new OutboxMessages.Message(Topics.OBSERVATIONS, key, record)));
    }
}
