package health.vigil.api.alert;

import health.vigil.store.AlertEventRow;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/// An event of the log as text, which is written once for all readers.
///
/// @param ward the patient's ward at that time
/// @param text a server-sent event
record StreamEvent(long sequence, Optional<String> ward, Buffer text) {
    static StreamEvent of(AlertEventRow row) {
        var text = "event:" + row.event + "\nid:" + row.sequence + "\ndata:" + row.alert + "\n\n";
        return new StreamEvent(row.sequence, Optional.ofNullable(row.ward), Buffer.buffer(text));
    }
}
