package health.vigil.api.grade;

import health.vigil.api.AdmittedPatient;
import health.vigil.store.Database;

/// The hours of a patient whose vital-sign summary has not been computed again yet.
final class StaleVitalHours {
    private StaleVitalHours() {}

    static long count(Database database, AdmittedPatient patient) {
        return database.read(sql -> sql.first(
                        "select count(*) as hours from vital_stale where patient_id = ?",
                        row -> row.number("hours"),
                        patient.patientId())
                .orElseThrow());
    }
}
