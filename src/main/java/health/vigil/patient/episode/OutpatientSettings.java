package health.vigil.patient.episode;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/// The settings of watching at home.
@ConfigMapping(prefix = "vigil.outpatient")
interface OutpatientSettings {
    /// The ward of the outpatient coordinators. A patient who goes home is moved there, so it gets the alerts,
    /// unless the request names another ward. Without it, the request must name one.
    Optional<String> ward();
}
