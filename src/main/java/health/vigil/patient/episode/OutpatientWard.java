package health.vigil.patient.episode;

import health.vigil.access.HospitalWards;
import health.vigil.access.OutpatientSettings;
import health.vigil.access.WardName;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Optional;

/// The ward of the outpatient coordinators (`vigil.outpatient.ward`). It exists because it is configured. If the
/// hospital lists its wards and this is none of them, the service does not start.
@Singleton
@Startup
class OutpatientWard {
    private final Optional<String> name;

    OutpatientWard(OutpatientSettings settings, HospitalWards hospital) {
        name = settings.ward().map(WardName::tidy);
        hospital.check(name.stream().toList(), "vigil.outpatient.ward");
    }

    /// Absent if none is configured.
    Optional<String> name() {
        return name;
    }
}
