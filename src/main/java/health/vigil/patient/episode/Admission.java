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

/// The data of a patient at admission.
///
/// @param weight kg
/// @param journey the stations of the product
public record Admission(
        PatientId patientId,
        Optional<String> name,
        BirthDate birthDate,
        Optional<String> sex,
        Optional<BigDecimal> weight,
        String ward,
        String bed,
        String product,
        Optional<String> indication,
        Instant infusedAt,
        List<Station> journey,
        Baseline baseline) {
    public static final Shape<String> NOTE = FactsJson.NOTE;
    public static final Shape<String> PLACE = Shapes.sentence(64);
    private static final Shape<String> NAME = FactsJson.NAME;
    private static final int MOST_STATIONS = 50;
    private static final Shape<List<Station>> JOURNEY = Shapes.list(Fields.object(Station::read))
            .where(journey -> journey.size() <= MOST_STATIONS, "has more than " + MOST_STATIONS + " items");

    /// How an admission is written. The day of the infusion is the hospital's.
    static Shape.OfFields<Admission> in(ZoneId hospital) {
        return fields -> read(fields, hospital);
    }

    private static Optional<Admission> read(Fields fields, ZoneId hospital) {
        var patientId = fields.need("patientId", Shapes.patientId());
        var name = fields.may("name", NAME);
        var birthDate = fields.need("birthDate", FactsJson.BIRTH_DATE);
        var sex = fields.may("sex", FactsJson.SEX);
        var weight = fields.may("weight", FactsJson.WEIGHT);
        var ward = fields.need("ward", PLACE);
        var bed = fields.need("bed", PLACE);
        var product = fields.need("product", NAME);
        var indication = fields.may("indication", NAME);
        var infusedAt = fields.need("infusedAt", Shapes.time());
        var journey = fields.may("journey", JOURNEY).orElse(List.of());
        var baseline = fields.may("baseline", Fields.object(BaselineFields::read));
        fields.refuseUnknown();
        if (unborn(birthDate, infusedAt, hospital)) {
            return fields.at("birthDate").refuse("must not be after the day of the infusion");
        }
        return fields.whenSound(() -> new Admission(
                patientId.orElseThrow(),
                name,
                birthDate.orElseThrow(),
                sex,
                weight,
                ward.orElseThrow(),
                bed.orElseThrow(),
                product.orElseThrow(),
                indication,
                infusedAt.orElseThrow(),
                journey,
                baseline.orElse(Baseline.NONE)));
    }

    /// Whether a birth is after the day of the infusion.
    public static boolean unborn(BirthDate birthDate, Instant infusedAt, ZoneId hospital) {
        return birthDate.day().isAfter(LocalDate.ofInstant(infusedAt, hospital));
    }

    private static boolean unborn(Optional<BirthDate> birthDate, Optional<Instant> infusedAt, ZoneId hospital) {
        return birthDate
                .flatMap(birth -> infusedAt.map(at -> unborn(birth, at, hospital)))
                .orElse(false);
    }
}
