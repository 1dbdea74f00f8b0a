package health.vigil.fhirview;

import health.vigil.exchange.Terminology;
import health.vigil.observation.Analyte;
import health.vigil.observation.Censoring;
import health.vigil.observation.LabResult;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;

/// Laboratory results. Of several codes for an analyte it has the one that fits the unit and names no method.
final class LaboratoryObservation {
    /// The code of a concentration of mass, of activity, of cells, or without a unit.
    private static final Map<Analyte, String> CODES = codes();

    /// The code of an amount of substance.
    private static final Map<Analyte, String> MOLAR = new EnumMap<>(Map.of(
            Analyte.CREATININE, "14682-9",
            Analyte.BILIRUBIN, "14631-6",
            Analyte.DIRECT_BILIRUBIN, "14629-0",
            Analyte.TRIGLYCERIDES, "14927-8",
            Analyte.HAEMOGLOBIN, "59260-0"));

    private static final String FIBRINOGEN_UNITS = "48065-7";
    private static final String DIMER_UNITS = "48066-5";

    private LaboratoryObservation() {}

    private static Map<Analyte, String> codes() {
        var codes = new EnumMap<Analyte, String>(Analyte.class);
        codes.put(Analyte.IL_6, "26881-3");
        codes.put(Analyte.IL_10, "26848-2");
        codes.put(Analyte.IFN_GAMMA, "27415-9");
        codes.put(Analyte.TNF_ALPHA, "3074-2");
        codes.put(Analyte.CRP, "1988-5");
        codes.put(Analyte.FERRITIN, "2276-4");
        codes.put(Analyte.LDH, "2532-0");
        codes.put(Analyte.FIBRINOGEN, "3255-7");
        codes.put(Analyte.CREATININE, "2160-0");
        codes.put(Analyte.ALT, "1742-6");
        codes.put(Analyte.AST, "1920-8");
        codes.put(Analyte.BILIRUBIN, "1975-2");
        codes.put(Analyte.DIRECT_BILIRUBIN, "1968-7");
        codes.put(Analyte.TRIGLYCERIDES, "2571-8");
        codes.put(Analyte.PLATELETS, "26515-7");
        codes.put(Analyte.NEUTROPHILS, "26499-4");
        codes.put(Analyte.WBC, "26464-8");
        codes.put(Analyte.LYMPHOCYTES, "26474-7");
        codes.put(Analyte.HAEMOGLOBIN, "718-7");
        codes.put(Analyte.INR, "6301-6");
        codes.put(Analyte.APTT, "14979-9");
        codes.put(Analyte.ALBUMIN, "1751-7");
        codes.put(Analyte.PROCALCITONIN, "33959-8");
        codes.put(Analyte.LACTATE, "2524-7");
        return codes;
    }

    /// The LOINC code of an analyte in a unit; empty if the tables have none.
    static Optional<String> code(Analyte analyte, String unit) {
        if (analyte == Analyte.D_DIMER) {
            return dimer(unit);
        }
        return Optional.ofNullable(unit.contains("mol") ? MOLAR.get(analyte) : null)
                .or(() -> Optional.ofNullable(CODES.get(analyte)));
    }

    /// The annotation of the unit says which units of a D-dimer were measured. Without one no code is right.
    private static Optional<String> dimer(String unit) {
        if (unit.contains("{FEU}")) {
            return Optional.of(FIBRINOGEN_UNITS);
        }
        return unit.contains("{DDU}") ? Optional.of(DIMER_UNITS) : Optional.empty();
    }

    static Observation of(GivenObservation given, LabResult result) {
        var shape = ObservationShape.of(given, ResourcePart.LABORATORY, "laboratory", concept(result));
        shape.setValue(value(result));
        if (!shape.hasPerformer()) {
            shape.addPerformer(given.author().map(References::account).orElseGet(References::unknown));
        }
        if (result.referenceLow().isPresent() || result.referenceHigh().isPresent()) {
            var range = shape.addReferenceRange();
            result.referenceLow().ifPresent(low -> range.setLow(Quantified.of(low, result.unit())));
            result.referenceHigh().ifPresent(high -> range.setHigh(Quantified.of(high, result.unit())));
        }
        interpretation(result).ifPresent(code -> shape.addInterpretation(Concepts.interpretation(code)));
        return ObservationShape.finished(given, shape);
    }

    private static CodeableConcept concept(LabResult result) {
        var word = result.analyte().word();
        var concept = new CodeableConcept().setText(Concepts.words(word));
        code(result.analyte(), result.unit())
                .ifPresent(code -> concept.addCoding(Concepts.coding(Terminology.LOINC.uri(), code)));
        return concept.addCoding(Concepts.coding(Concepts.OWN_ANALYTE, word));
    }

    private static Quantity value(LabResult result) {
        var value = Quantified.of(result.value(), result.unit());
        result.comparator()
                .ifPresent(comparator -> value.setComparator(
                        switch (comparator) {
                            case BELOW -> Quantity.QuantityComparator.LESS_THAN;
                            case ABOVE -> Quantity.QuantityComparator.GREATER_THAN;
                        }));
        return value;
    }

    /// Low or high by the range of the result, if it is certain.
    private static Optional<String> interpretation(LabResult result) {
        var comparator = result.comparator();
        var low = result.referenceLow().filter(limit -> result.value().compareTo(limit) < 0);
        var high = result.referenceHigh().filter(limit -> result.value().compareTo(limit) > 0);
        if (low.isPresent() && !comparator.equals(Optional.of(Censoring.ABOVE))) {
            return Optional.of("L");
        }
        return high.isPresent() && !comparator.equals(Optional.of(Censoring.BELOW))
                ? Optional.of("H")
                : Optional.empty();
    }
}
