package health.vigil.fhirview;

import health.vigil.exchange.Terminology;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;

/// Vital signs, one Observation for each sign. The pressures of one reading are one Observation.
///
/// An implausible value is not graded, so it is not given out as a value.
final class VitalSignObservations {
    private static final String CATEGORY = "vital-signs";
    private static final String NOT_READ = "not-performed";
    private static final String SYSTOLIC = "8480-6";
    private static final String DIASTOLIC = "8462-4";
    private static final String MEAN = "8478-0";

    private final GivenObservation given;
    private final VitalSigns signs;

    VitalSignObservations(GivenObservation given, VitalSigns signs) {
        this.given = given;
        this.signs = signs;
    }

    List<Observation> all() {
        var all = new ArrayList<Observation>();
        signs.value(VitalSign.TEMPERATURE).ifPresent(value -> all.add(temperature(value)));
        single(VitalSign.HEART_RATE, ResourcePart.HEART_RATE, "8867-4", "heartrate")
                .ifPresent(all::add);
        single(VitalSign.RESPIRATORY_RATE, ResourcePart.RESPIRATORY_RATE, "9279-1", "resprate")
                .ifPresent(all::add);
        pressure().ifPresent(all::add);
        signs.value(VitalSign.SPO2).ifPresent(value -> all.add(saturation(value)));
        return List.copyOf(all);
    }

    private Optional<Observation> single(VitalSign sign, ResourcePart part, String code, String profile) {
        return signs.value(sign).map(value -> of(part, Concepts.loinc(code, sign.label()), profile, sign, value));
    }

    private Observation of(ResourcePart part, CodeableConcept code, String profile, VitalSign sign, BigDecimal value) {
        var shape = ObservationShape.profile(ObservationShape.of(given, part, CATEGORY, code), profile);
        if (sign.plausible(value)) {
            shape.setValue(Quantified.of(value, sign.unit()));
        } else {
            ObservationShape.absent(shape, "error", Optional.empty());
            ObservationShape.note(shape, implausible(sign, value));
        }
        return ObservationShape.finished(given, shape);
    }

    private static String implausible(VitalSign sign, BigDecimal value) {
        return sign.label() + " was read as " + value.toPlainString() + ", outside " + sign.range()
                + ": stored, but not graded";
    }

    private Observation temperature(BigDecimal value) {
        var code = Concepts.loinc("8310-5", VitalSign.TEMPERATURE.label());
        signs
                .temperatureSite()
                .map(site -> Concepts.codes(Terminology.LOINC, "temperature/" + site.toLowerCase(Locale.ROOT)))
                .stream()
                .flatMap(List::stream)
                .forEach(site -> code.addCoding(Concepts.coding(Terminology.LOINC.uri(), site)));
        var shape = of(ResourcePart.TEMPERATURE, code, "bodytemp", VitalSign.TEMPERATURE, value);
        signs.temperatureSite().ifPresent(site -> shape.setBodySite(new CodeableConcept().setText(site)));
        return shape;
    }

    /// A pulse oximeter's saturation has both codes.
    private Observation saturation(BigDecimal value) {
        var code = Concepts.loinc("2708-6", VitalSign.SPO2.label());
        code.addCoding(Concepts.coding(Terminology.LOINC.uri(), "59408-5"));
        return of(ResourcePart.SATURATION, code, "oxygensat", VitalSign.SPO2, value);
    }

    private Optional<Observation> pressure() {
        if (signs.value(VitalSign.SYSTOLIC).isEmpty()
                && signs.value(VitalSign.DIASTOLIC).isEmpty()) {
            return single(VitalSign.MEAN_ARTERIAL_PRESSURE, ResourcePart.MEAN_PRESSURE, MEAN, "vitalsigns");
        }
        var code = Concepts.loinc("85354-9", "blood pressure");
        var shape =
                ObservationShape.profile(ObservationShape.of(given, ResourcePart.BLOOD_PRESSURE, CATEGORY, code), "bp");
        component(shape, VitalSign.SYSTOLIC, SYSTOLIC);
        component(shape, VitalSign.DIASTOLIC, DIASTOLIC);
        if (signs.value(VitalSign.MEAN_ARTERIAL_PRESSURE).isPresent()) {
            component(shape, VitalSign.MEAN_ARTERIAL_PRESSURE, MEAN);
        }
        return Optional.of(ObservationShape.finished(given, shape));
    }

    private void component(Observation shape, VitalSign sign, String loinc) {
        var code = Concepts.loinc(loinc, sign.label());
        var value = signs.value(sign);
        if (value.filter(sign::plausible).isPresent()) {
            ObservationShape.component(shape, code, Quantified.of(value.get(), sign.unit()));
            return;
        }
        ObservationShape.absentComponent(shape, code, value.isPresent() ? "error" : NOT_READ);
        value.ifPresent(read -> ObservationShape.note(shape, implausible(sign, read)));
    }
}
