package health.vigil.fhirview;

import health.vigil.exchange.OwnCodes;
import health.vigil.fhir.FhirWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Flag.FlagStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

/// Every resource that is given out passes the validator of HL7: the base definition of R4, the profile that it names,
/// and
/// the profiles of IPS and US Core for its kind.
class ResourceProfilesTest {
    private static final String IPS = "http://hl7.org/fhir/uv/ips/StructureDefinition/";
    private static final String US_CORE = "http://hl7.org/fhir/us/core/StructureDefinition/";
    private static final String PRESSURE = "http://hl7.org/fhir/StructureDefinition/bp";

    static Stream<Arguments> resources() {
        return Stream.concat(ViewSamples.all().stream(), FurtherSamples.all())
                .map(resource -> argumentSet(
                        resource.fhirType() + "/" + resource.getIdPart(),
                        FhirWriter.write(resource),
                        profiles(resource).toArray(String[]::new)));
    }

    /// The profiles beside those that a resource names. They are about what stands: not about data in
    /// error, a number that was merged, or a flag that is over.
    private static List<String> profiles(Resource resource) {
        return switch (resource) {
            case Patient patient when patient.hasLink() -> List.of();
            case Patient _ -> List.of(IPS + "Patient-uv-ips", US_CORE + "us-core-patient");
            case Procedure _ -> List.of(IPS + "Procedure-uv-ips");
            case Flag flag when flag.getStatus() == FlagStatus.INACTIVE -> List.of();
            case Flag _ -> List.of(IPS + "Flag-alert-uv-ips");
            case Observation observation when observation.getStatus() == ObservationStatus.ENTEREDINERROR -> List.of();
            case Observation observation -> ofObservation(observation);
            default -> List.of();
        };
    }

    private static List<String> ofObservation(Observation observation) {
        if (observation.getCategoryFirstRep().getCodingFirstRep().getCode().equals("laboratory")) {
            return List.of(IPS + "Observation-results-laboratory-pathology-uv-ips");
        }
        return observation.getMeta().hasProfile(PRESSURE) ? List.of(US_CORE + "us-core-blood-pressure") : List.of();
    }

    @ParameterizedTest
    @MethodSource("resources")
    void aResourcePasses(String json, String[] profiles) {
        assertThat(ProfileValidator.faults(json, profiles)).isEmpty();
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                argumentSet("a pressure of one number", pressure(), "Observation.component:DiastolicBP"),
                argumentSet("a flow beside a saturation", saturation(), "ucum-vitals-common"),
                argumentSet("a name that nobody explains", name(), "us-core-6"),
                argumentSet("a code that our system lacks", code(), "no-such-device"));
    }

    private static Stream<Observation> observations() {
        return ViewSamples.all().stream().filter(Observation.class::isInstance).map(Observation.class::cast);
    }

    private static Resource pressure() {
        var pressure = observations()
                .filter(observation -> observation.getMeta().hasProfile(PRESSURE))
                .findFirst()
                .orElseThrow();
        pressure.getComponent().remove(1);
        return pressure;
    }

    private static Resource saturation() {
        var saturation = observations()
                .filter(observation -> observation.getCode().hasCoding("http://loinc.org", "59408-5"))
                .findFirst()
                .orElseThrow();
        ObservationShape.component(
                saturation, Concepts.loinc("3151-8", "flow"), Quantified.of(ViewSamples.number("2"), "L/min"));
        return saturation;
    }

    private static Resource name() {
        var patient =
                EpisodeResources.patient(ViewSamples.episode(Optional.empty(), Optional.empty()), "urn:vigil:patient");
        patient.getNameFirstRep().setFamilyElement(null);
        return patient;
    }

    private static Resource code() {
        var oxygen = observations()
                .filter(observation -> observation.getCode().hasCoding(OwnCodes.OBSERVATION, "oxygen-therapy"))
                .findFirst()
                .orElseThrow();
        return oxygen.setValue(Concepts.of(OwnCodes.DEVICE, "no-such-device"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenResourceFails(Resource resource, String fault) {
        assertThat(ProfileValidator.faults(
                        FhirWriter.write(resource), profiles(resource).toArray(String[]::new)))
                .anySatisfy(line -> assertThat(line).contains(fault));
    }
}
