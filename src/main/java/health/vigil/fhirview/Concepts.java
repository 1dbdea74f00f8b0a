package health.vigil.fhirview;

import health.vigil.exchange.CodeRow;
import health.vigil.exchange.OwnCodes;
import health.vigil.exchange.Terminology;
import health.vigil.exchange.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/// Codes, by the same tables by which resources are read.
final class Concepts {
    static final String OWN_ANALYTE = OwnCodes.CANON + "/CodeSystem/analyte";
    static final String OWN_RULE_SET = OwnCodes.CANON + "/CodeSystem/rule-set";
    static final String OWN_ISSUE = OwnCodes.CANON + "/CodeSystem/issue";
    static final String OWN_ALERT_TYPE = OwnCodes.CANON + "/CodeSystem/alert-type";

    private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";
    private static final String CATEGORY = HL7 + "observation-category";
    private static final String ABSENT = HL7 + "data-absent-reason";
    private static final String INTERPRETATION = HL7 + "v3-ObservationInterpretation";

    /// The codes of each system by our words.
    private static final Map<String, Map<String, List<String>>> BY_WORD = Vocabulary.standard().rows().stream()
            .collect(Collectors.groupingBy(
                    CodeRow::system,
                    Collectors.groupingBy(CodeRow::word, Collectors.mapping(CodeRow::code, Collectors.toList()))));

    private Concepts() {}

    /// The codes that mean a word in a system, in the order of the table.
    static List<String> codes(Terminology system, String word) {
        return BY_WORD.getOrDefault(system.uri(), Map.of()).getOrDefault(word, List.of());
    }

    static Coding coding(String system, String code) {
        return new Coding().setSystem(system).setCode(code);
    }

    static CodeableConcept of(String system, String code) {
        return new CodeableConcept().addCoding(coding(system, code));
    }

    static CodeableConcept loinc(String code, String text) {
        return of(Terminology.LOINC.uri(), code).setText(text);
    }

    /// A concept of our own system of questions.
    static CodeableConcept item(String word) {
        return of(OwnCodes.OBSERVATION, word).setText(words(word));
    }

    /// A word as people write it.
    static String words(String word) {
        return word.replace('-', ' ');
    }

    static CodeableConcept category(String code) {
        return of(CATEGORY, code);
    }

    static CodeableConcept absent(String code) {
        return of(ABSENT, code);
    }

    static CodeableConcept interpretation(String code) {
        return of(INTERPRETATION, code);
    }
}
