package health.vigil.access;

import health.vigil.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Refuses what belongs to watching at home unless it is switched on (`vigil.outpatient.enabled`). A process of an
/// earlier release takes a reading at home for one of the hospital, so it could lower a grade.
@Singleton
public class HomeGate {
    private final OutpatientSettings settings;

    HomeGate(OutpatientSettings settings) {
        this.settings = settings;
    }

    /// Why it is refused; empty if it is switched on.
    public Optional<String> refusal() {
        return settings.enabled()
                ? Optional.empty()
                : Optional.of("Watching at home is not switched on in this hospital (vigil.outpatient.enabled)");
    }

    /// Passes only while it is switched on.
    ///
    /// @throws ProblemException 403 if it is not switched on
    public void require() {
        refusal().ifPresent(why -> {
            throw ProblemException.forbidden(why);
        });
    }
}
