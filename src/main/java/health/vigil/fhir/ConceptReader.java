package health.vigil.fhir;

import health.vigil.exchange.CodeMatch;
import health.vigil.exchange.SourceCode;
import health.vigil.exchange.Terminology;
import health.vigil.exchange.Vocabulary;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/// What the codings of a concept mean. Its text is never read.
record ConceptReader(Vocabulary vocabulary) {
    private static final String MDC_NAME = "MDC_";

    CodeMatch match(CodeableConcept concept) {
        return match(concept.getCoding());
    }

    CodeMatch match(List<Coding> codings) {
        return vocabulary.match(codings.stream()
                .filter(coding -> coding.hasSystem() && coding.hasCode())
                .map(coding -> new SourceCode(coding.getSystem(), coding.getCode(), name(coding)))
                .toList());
    }

    /// The display is for people, but that of an MDC number may be its name.
    private static Optional<String> name(Coding coding) {
        return Terminology.MDC.uri().equals(coding.getSystem())
                ? Optional.ofNullable(coding.getDisplay()).filter(display -> display.startsWith(MDC_NAME))
                : Optional.empty();
    }
}
