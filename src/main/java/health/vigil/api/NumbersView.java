package health.vigil.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.observation.Numbers;
import health.vigil.observation.PatientId;
import java.util.List;
import java.util.Optional;

/// The patient of a response, and all numbers of that patient.
///
/// @param patientId the number that stands
/// @param askedAs the requested number, if that is another one
/// @param numbers all numbers, if there are several
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record NumbersView(String patientId, Optional<String> askedAs, Optional<List<String>> numbers) {
    public static NumbersView of(PatientId asked, Numbers patient) {
        var all = patient.all().stream().map(PatientId::value).toList();
        return new NumbersView(
                patient.patient().value(),
                Optional.of(asked.value())
                        .filter(number -> !number.equals(patient.patient().value())),
                Optional.of(all).filter(_ -> all.size() > 1));
    }
}
