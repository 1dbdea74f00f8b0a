package health.vigil.access;

import health.vigil.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The wards that the hospital lists (`vigil.wards`). If it lists any, there are no others.
@Singleton
public class HospitalWards {
    private final Optional<List<String>> listed;

    HospitalWards(@ConfigProperty(name = "vigil.wards") Optional<List<String>> listed) {
        this.listed = listed.map(wards -> wards.stream().map(WardName::tidy).toList());
    }

    /// The listed names; absent if none are listed.
    public Optional<List<String>> listed() {
        return listed;
    }

    /// The name in the hospital's spelling.
    ///
    /// @param field the field with the name
    /// @throws ProblemException 400 if wards are listed and this is none of them
    public String spelling(String field, String name) {
        return listed.map(wards -> spelling(wards, field, name)).orElseGet(() -> WardName.tidy(name));
    }

    private static String spelling(List<String> wards, String field, String name) {
        return wards.stream()
                .filter(ward -> WardName.same(ward, name))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(field, "is not a ward of this hospital (vigil.wards)"));
    }
}
