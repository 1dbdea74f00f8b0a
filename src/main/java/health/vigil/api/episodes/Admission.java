package health.vigil.api.episodes;

import health.vigil.api.Body;
import health.vigil.grading.Baseline;
import health.vigil.observation.PatientId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// What is told of a patient at admission. What exists is valid.
record Admission(Person person, Place place, Therapy therapy, Baseline baseline) {
    static final int LONGEST_NAME = 200;
    static final int LONGEST_WORD = 64;
    static final int LONGEST_NOTE = 4000;
    private static final int MOST_STATIONS = 50;

    /// @param weight kg
    record Person(
            PatientId patientId,
            Optional<String> name,
            LocalDate birthDate,
            Optional<String> sex,
            Optional<BigDecimal> weight) {}

    record Place(String ward, String bed) {}

    record Therapy(String product, Optional<String> indication, Instant infusedAt, List<Station> journey) {}

    /// Reads a request; 400 with everything that is wrong with it.
    static Admission read(Body body, ZoneId hospital) {
        var patientId = body.required("patientId", patientId(body));
        var name = body.text("name", LONGEST_NAME);
        var birthDate = body.required("birthDate", body.date("birthDate"));
        var sex = body.text("sex", LONGEST_WORD);
        var weight = Measures.WEIGHT.read(body);
        var ward = body.required("ward", body.text("ward", LONGEST_WORD));
        var bed = body.required("bed", body.text("bed", LONGEST_WORD));
        var product = body.required("product", body.text("product", LONGEST_NAME));
        var indication = body.text("indication", LONGEST_NAME);
        var infusedAt = body.required("infusedAt", body.time("infusedAt"));
        var journey = body.objects("journey", MOST_STATIONS, Station::read);
        var baseline = body.object("baseline").map(Baselines::read).orElse(Baseline.NONE);
        refuseUnborn(body, birthDate, infusedAt.map(at -> LocalDate.ofInstant(at, hospital)));
        body.check();
        return new Admission(
                new Person(patientId.orElseThrow(), name, birthDate.orElseThrow(), sex, weight),
                new Place(ward.orElseThrow(), bed.orElseThrow()),
                new Therapy(product.orElseThrow(), indication, infusedAt.orElseThrow(), journey),
                baseline);
    }

    private static Optional<PatientId> patientId(Body body) {
        return body.text("patientId", LONGEST_WORD)
                .flatMap(text -> PatientId.accepts(text)
                        ? Optional.of(new PatientId(text))
                        : body.wrong("patientId", "must be 1 to 64 letters, digits, dots or hyphens"));
    }

    private static void refuseUnborn(Body body, Optional<LocalDate> birth, Optional<LocalDate> infusion) {
        if (infusion.isPresent() && birth.filter(infusion.get()::isBefore).isPresent()) {
            body.wrong("birthDate", "must not be after the day of the infusion");
        }
    }
}
