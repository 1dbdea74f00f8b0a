package health.vigil.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.observation.Numbers;
import health.vigil.observation.PatientId;

/// Says in an answer which patient it is about, and that the patient has several numbers.
public final class NumbersJson {
    private NumbersJson() {}

    /// `patientId` is the number that stands; `askedAs` the one that was asked for, where that is another;
    /// `numbers` all of them, where there are several.
    public static ObjectNode put(ObjectNode json, PatientId asked, Numbers patient) {
        json.put("patientId", patient.patient().value());
        if (!asked.equals(patient.patient())) {
            json.put("askedAs", asked.value());
        }
        if (patient.all().size() > 1) {
            var numbers = json.putArray("numbers");
            patient.all().forEach(number -> numbers.add(number.value()));
        }
        return json;
    }

    /// `patientId` of a record is the number that stands; `sentAs` the one that it came with, where that is another.
    public static ObjectNode putSent(ObjectNode json, PatientId patient) {
        var sent = json.path("patientId").asText();
        json.put("patientId", patient.value());
        return sent.equals(patient.value()) ? json : json.put("sentAs", sent);
    }
}
