package health.vigil.patient.episode;

import health.vigil.grading.Baseline;
import health.vigil.grading.BirthDate;
import health.vigil.json.Fields;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.observation.PatientId;
import health.vigil.stream.FactsJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// What is told of a patient at admission.
record Admission(PersonalDetails person, WardBed place, Therapy therapy, Baseline baseline) {
    static final Shape<String> NOTE = FactsJson.NOTE;
    static final Shape<String> PLACE = Shapes.sentence(64);
    private static final Shape<String> NAME = FactsJson.NAME;
    private static final int MOST_STATIONS = 50;
    private static final Shape<List<Station>> JOURNEY = Shapes.list(Fields.object(Station::read))
            .where(journey -> journey.size() <= MOST_STATIONS, "has more than " + MOST_STATIONS + " items");

    /// @param weight kg
    record PersonalDetails(
            PatientId patientId,
            Optional<String> name,
            BirthDate birthDate,
            Optional<String> sex,
            Optional<BigDecimal> weight) {}

    record WardBed(String ward, String bed) {}

    record Therapy(String product, Optional<String> indication, Instant infusedAt, List<Station> journey) {}

    /// How an admission is written. The day of the infusion is the hospital's.
    static Shape.OfFields<Admission> in(ZoneId hospital) {
        return fields -> read(fields, hospital);
    }

    private static Optional<Admission> read(Fields fields, ZoneId hospital) {
        var person = person(fields);
        var place = place(fields);
        var therapy = therapy(fields);
        var baseline = fields.may("baseline", Fields.object(BaselineFields::read));
        fields.refuseUnknown();
        if (person.isEmpty() || place.isEmpty() || therapy.isEmpty()) {
            return Optional.empty();
        }
        return unborn(person.get(), therapy.get(), hospital)
                ? fields.at("birthDate").refuse("must not be after the day of the infusion")
                : Optional.of(new Admission(person.get(), place.get(), therapy.get(), baseline.orElse(Baseline.NONE)));
    }

    private static boolean unborn(PersonalDetails person, Therapy therapy, ZoneId hospital) {
        return person.birthDate().day().isAfter(LocalDate.ofInstant(therapy.infusedAt(), hospital));
    }

    private static Optional<PersonalDetails> person(Fields fields) {
        var patientId = fields.need("patientId", Shapes.patientId());
        var name = fields.may("name", NAME);
        var birthDate = fields.need("birthDate", FactsJson.BIRTH_DATE);
        var sex = fields.may("sex", FactsJson.SEX);
        var weight = fields.may("weight", FactsJson.WEIGHT);
        return patientId.flatMap(id -> birthDate.map(date -> new PersonalDetails(id, name, date, sex, weight)));
    }

    private static Optional<WardBed> place(Fields fields) {
        var ward = fields.need("ward", PLACE);
        var bed = fields.need("bed", PLACE);
        return ward.flatMap(known -> bed.map(inside -> new WardBed(known, inside)));
    }

    private static Optional<Therapy> therapy(Fields fields) {
        var product = fields.need("product", NAME);
        var indication = fields.may("indication", NAME);
        var infusedAt = fields.need("infusedAt", Shapes.time());
        var journey = fields.may("journey", JOURNEY).orElse(List.of());
        return product.flatMap(known -> infusedAt.map(at -> new Therapy(known, indication, at, journey)));
    }
}
