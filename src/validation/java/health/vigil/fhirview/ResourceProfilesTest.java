package health.vigil.fhirview;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport.IssueSeverity;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import health.vigil.fhir.FhirWriter;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Every resource that is given out passes the validator of HL7: the base definition of R4, and the profile that it names.
///
/// The validator needs libraries that the product excludes, so it runs by itself:
/// `./mvnw -Pvalidation -DskipChecks -Dtest=ResourceProfilesTest test`.
class ResourceProfilesTest {
    /// A fault of the tool: it does not resolve the type of a reference range.
    private static final String OF_THE_TOOL = "SimpleQuantity|4.0.1";

    private static final FhirValidator VALIDATOR = validator();

    private static FhirValidator validator() {
        var context = FhirContext.forR4();
        var unknown = new UnknownCodeSystemWarningValidationSupport(context);
        unknown.setNonExistentCodeSystemSeverity(IssueSeverity.WARNING);
        var support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context),
                new InMemoryTerminologyServerValidationSupport(context),
                unknown);
        return context.newValidator().registerValidatorModule(new FhirInstanceValidator(support));
    }

    static List<String> resources() {
        return ViewSamples.all().stream().map(FhirWriter::write).toList();
    }

    private static List<String> faults(String json) {
        return VALIDATOR.validateWithResult(json).getMessages().stream()
                .filter(message -> message.getSeverity() == ResultSeverityEnum.ERROR
                        || message.getSeverity() == ResultSeverityEnum.FATAL)
                .filter(message -> !message.getMessage().contains(OF_THE_TOOL))
                .map(ResourceProfilesTest::line)
                .toList();
    }

    private static String line(SingleValidationMessage message) {
        return message.getLocationString() + ": " + message.getMessage();
    }

    @ParameterizedTest
    @MethodSource("resources")
    void aResourcePasses(String json) {
        assertThat(faults(json)).isEmpty();
    }

    @Test
    void aBundleOfResultsPasses() {
        var bundle = new Bundle().setType(BundleType.SEARCHSET);
        bundle.addLink().setRelation("self").setUrl("http://localhost/fhir/r4/Observation?patient=p-1");
        for (Resource resource : ViewSamples.all().subList(0, 5)) {
            bundle.addEntry()
                    .setFullUrl("http://localhost/fhir/r4/" + resource.fhirType() + "/" + resource.getIdPart())
                    .setResource(resource)
                    .getSearch()
                    .setMode(SearchEntryMode.MATCH);
        }

        assertThat(faults(FhirWriter.write(bundle))).isEmpty();
    }
}
