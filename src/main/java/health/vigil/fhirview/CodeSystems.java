package health.vigil.fhirview;

import health.vigil.alert.AlertType;
import health.vigil.exchange.ForeignReason;
import health.vigil.exchange.IgnoredReason;
import health.vigil.exchange.ObservationItem;
import health.vigil.exchange.OwnCodes;
import health.vigil.grading.Policy;
import health.vigil.observation.Analyte;
import health.vigil.observation.Component;
import health.vigil.observation.Consciousness;
import health.vigil.observation.FluidReason;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import health.vigil.observation.SeizureType;
import health.vigil.observation.Word;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/// The code systems that Vigil defines. Their codes are our words.
public final class CodeSystems {
    private static final String OTHER = "other";
    private static final List<CodeSystem> ALL = List.of(
            of(
                    OwnCodes.OBSERVATION,
                    Stream.of(
                                    words(ObservationItem.values()),
                                    words(Component.values()),
                                    Stream.of(
                                            "crs-grade",
                                            "icans-grade",
                                            "death",
                                            GradeObservation.FLAG,
                                            GradeObservation.PREVIOUS,
                                            NeuroObservations.TREMOR,
                                            NeuroObservations.HANDWRITING))
                            .flatMap(words -> words)),
            of(OwnCodes.DEVICE, words(OxygenDevice.values()).filter(word -> !word.equals(OTHER))),
            of(OwnCodes.REASON, words(OxygenReason.values())),
            of(OwnCodes.LEVEL, words(Consciousness.values())),
            of(OwnCodes.SEIZURE_TYPE, words(SeizureType.values())),
            of(OwnCodes.FLUID_REASON, words(FluidReason.values())),
            of(Concepts.OWN_ANALYTE, words(Analyte.values())),
            of(Concepts.OWN_ALERT_TYPE, words(AlertType.values())),
            of(Concepts.OWN_RULE_SET, Stream.of(Policy.RULE_SET.split("/", 2)[0])),
            of(
                    Concepts.OWN_ISSUE,
                    Stream.of(
                                    Arrays.stream(IssueType.values())
                                            .filter(type -> type != IssueType.NULL)
                                            .map(IssueType::toCode),
                                    words(ForeignReason.values()),
                                    words(IgnoredReason.values()),
                                    Stream.of("taken", "assumed", "exists", "stay", "infusion"))
                            .flatMap(words -> words)));

    private CodeSystems() {}

    public static List<CodeSystem> all() {
        return ALL.stream().map(CodeSystem::copy).toList();
    }

    /// The system with this address.
    public static Optional<CodeSystem> ofUrl(String url) {
        return all().stream().filter(system -> system.getUrl().equals(url)).findFirst();
    }

    /// The system with this id.
    public static Optional<CodeSystem> ofId(String id) {
        return all().stream().filter(system -> system.getIdPart().equals(id)).findFirst();
    }

    private static Stream<String> words(Word[] words) {
        return Arrays.stream(words).map(Word::word);
    }

    private static CodeSystem of(String url, Stream<String> codes) {
        var name = url.substring(url.lastIndexOf('/') + 1);
        var system = new CodeSystem()
                .setUrl(url)
                .setName(Arrays.stream(name.split("-", -1))
                        .map(CodeSystems::capital)
                        .reduce("Vigil", String::concat))
                .setStatus(PublicationStatus.ACTIVE)
                .setCaseSensitive(true)
                .setContent(CodeSystemContentMode.COMPLETE);
        system.setId(name);
        codes.distinct().forEach(code -> system.addConcept().setCode(code).setDisplay(Concepts.words(code)));
        return system;
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
