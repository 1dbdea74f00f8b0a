package health.vigil.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.observation.Numbers;
import health.vigil.observation.PatientId;
import java.util.List;
import java.util.Optional;

/// Which patient an answer is about, and that the patient has several numbers.
///
/// @param patientId the number that stands
/// @param askedAs the one that was asked for, where that is another
/// @param numbers all of them, where there are several
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
