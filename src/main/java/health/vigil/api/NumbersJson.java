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
}
