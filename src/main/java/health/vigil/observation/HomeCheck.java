package health.vigil.observation;

import java.util.Optional;
import java.util.Set;

/// The daily questions to a caregiver, all answered, and the sentence that the patient wrote. It never sets a
/// grade.
///
/// @param signs what is new or worse; every other sign was answered with no
/// @param handwritingImage a data URL of the written sentence
public record HomeCheck(Set<HomeSign> signs, Optional<String> handwritingImage) implements Content {
    public HomeCheck {
        signs = Set.copyOf(signs);
    }
}
