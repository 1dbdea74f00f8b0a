package health.vigil.path;

import java.util.UUID;

/// Messages as senders write them, each with its own id.
final class Messages {
    static final String PATIENT = "p-wrong-messages";
    static final String TIME = "\"effectiveAt\":\"2026-03-02T12:00:00Z\"";

    private static final String START = "{\"id\":\"";

    private Messages() {}

    /// Vital signs of a patient who is never admitted.
    ///
    /// @param fields of the kind, as JSON
    static String vitals(String fields) {
        return kind("vital-signs", fields);
    }

    static String kind(String kind, String fields) {
        return START + "wrong-" + UUID.randomUUID() + "\",\"patientId\":\"" + PATIENT + "\"," + TIME + ",\"kind\":\""
                + kind + "\"" + (fields.isEmpty() ? "" : ",") + fields + "}";
    }

    /// The id of a message.
    static String id(String message) {
        return message.substring(START.length(), message.indexOf('"', START.length()));
    }
}
