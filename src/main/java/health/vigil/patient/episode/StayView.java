package health.vigil.patient.episode;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.store.ReportedStay;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A reported stay of a patient who is not admitted here yet, for the admission form.
///
/// @param category inpatient, outpatient and the like, as the registration says it
/// @param birthDate a date, a month or a year
/// @param changedAt when the registration changed it last
/// @param by the account that reported it
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record StayView(
        String patientId,
        Optional<String> visit,
        Optional<String> category,
        Optional<String> ward,
        Optional<String> bed,
        Optional<String> name,
        Optional<String> birthDate,
        Optional<String> sex,
        Optional<Instant> from,
        Instant changedAt,
        String by) {
    static StayView of(ReportedStay stay) {
        var person = stay.person();
        return new StayView(
                stay.patient().value(),
                stay.visit(),
                stay.category(),
                stay.place().ward(),
                stay.place().bed(),
                Optional.of(Stream.of(person.given(), person.family())
                                .flatMap(Optional::stream)
                                .collect(Collectors.joining(" ")))
                        .filter(name -> !name.isEmpty()),
                person.birthDate(),
                person.sex(),
                stay.from(),
                stay.times().changedAt(),
                stay.sender());
    }
}
