package health.vigil.fhirread;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;

/// How our data are given out as FHIR.
@ConfigMapping(prefix = "vigil.fhir")
public interface FhirReadSettings {
    /// The hospital's system of patient ids. Default: `urn:vigil:patient`. It has no default in the configuration,
    /// because intake has to know whether it was set.
    Optional<String> patientSystem();

    /// The status of a grade that stands. A clinician confirms a grade, so it is preliminary unless a hospital
    /// decides otherwise.
    @WithDefault("preliminary")
    GradeStatus gradeStatus();

    enum GradeStatus {
        PRELIMINARY(ObservationStatus.PRELIMINARY),
        FINAL(ObservationStatus.FINAL);

        private final ObservationStatus status;

        GradeStatus(ObservationStatus status) {
            this.status = status;
        }

        public ObservationStatus status() {
            return status;
        }
    }
}
