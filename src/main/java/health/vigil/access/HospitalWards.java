package health.vigil.access;

import health.vigil.problem.ProblemException;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.util.Collection;
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

    /// Stops the start if wards are listed and a setting names another one.
    ///
    /// @param named the wards that the setting names
    public void check(Collection<String> named, String setting) {
        listed.ifPresent(wards -> named.stream()
                .filter(ward -> wards.stream().noneMatch(other -> WardName.same(other, ward)))
                .findFirst()
                .ifPresent(ward -> {
                    throw new ConfigurationException("Vigil does not start. " + setting + " names " + ward
                            + ", which is not a ward of this hospital (vigil.wards).");
                }));
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
