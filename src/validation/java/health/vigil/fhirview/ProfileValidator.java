package health.vigil.fhirview;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport.IssueSeverity;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/// The validator of HL7 with the base definitions of R4, the profiles in `src/validation/resources/profiles` and our
/// own
/// code systems. There is
/// one for all tests, because its set-up is its cost.
public final class ProfileValidator {
    private static final Path PROFILES = Path.of("src/validation/resources/profiles");

    /// A fault of the tool: it does not resolve the type of a reference range in a profile.
    private static final Pattern OF_THE_TOOL = Pattern.compile("Unknown profile .*SimpleQuantity\\|4\\.0\\.1.*");

    private static final FhirContext R4 = FhirContext.forR4();
    private static final FhirValidator VALIDATOR = validator();

    private ProfileValidator() {}

    @SuppressWarnings("deprecation") // The support for unknown code systems has no successor yet.
    private static FhirValidator validator() {
        var profiles = new PrePopulatedValidationSupport(R4);
        try (var files = Files.walk(PROFILES)) {
            files.filter(file -> file.toString().endsWith(".json"))
                    .map(ProfileValidator::text)
                    .forEach(text -> profiles.addResource(R4.newJsonParser().parseResource(text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        CodeSystems.all().forEach(profiles::addCodeSystem);
        var unknown = new UnknownCodeSystemWarningValidationSupport(R4);
        unknown.setNonExistentCodeSystemSeverity(IssueSeverity.WARNING);
        var support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(R4),
                profiles,
                new CommonCodeSystemsTerminologyService(R4),
                new InMemoryTerminologyServerValidationSupport(R4),
                unknown);
        return R4.newValidator().registerValidatorModule(new FhirInstanceValidator(support));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The errors of a resource by the base definition, by the profiles that it names, and by these.
    public static List<String> faults(String json, String... profiles) {
        return faults(json, Set.of(), profiles);
    }

    /// The same for a resource that names profiles which are not to be had.
    public static List<String> faults(String json, Set<String> missing, String... profiles) {
        var options = new ValidationOptions();
        Arrays.stream(profiles).forEach(options::addProfile);
        return VALIDATOR.validateWithResult(json, options).getMessages().stream()
                .filter(message -> message.getSeverity() == ResultSeverityEnum.ERROR
                        || message.getSeverity() == ResultSeverityEnum.FATAL)
                .filter(message -> !OF_THE_TOOL.matcher(message.getMessage()).matches())
                .filter(message -> !isOf(message, missing))
                .map(ProfileValidator::line)
                .toList();
    }

    /// The two sentences by which the validator says that a profile is not to be had.
    private static boolean isOf(SingleValidationMessage message, Set<String> missing) {
        return missing.stream()
                .flatMap(profile -> Stream.of(
                        "Invalid profile. Failed to retrieve profile with url=" + profile,
                        "Profile reference '" + profile + "' has not been checked because it could not be found"))
                .anyMatch(message.getMessage()::equals);
    }

    private static String line(SingleValidationMessage message) {
        return message.getLocationString() + ": " + message.getMessage();
    }
}
