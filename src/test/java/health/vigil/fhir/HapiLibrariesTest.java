package health.vigil.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.SearchParameter;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Reading and writing resources works without the libraries that `pom.xml` excludes.
class HapiLibrariesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.ibm.icu.text.Normalizer2",
                "net.sf.saxon.Configuration",
                "org.apache.jena.shex.Shex",
                "org.apache.commons.logging.impl.SLF4JLog",
                "io.opentelemetry.instrumentation.annotations.WithSpan",
                "ca.uhn.fhir.sl.cache.CacheFactory",
                "org.joda.time.DateTime"
            })
    void anExcludedLibraryIsAbsent(String type) {
        assertThatThrownBy(() -> Class.forName(type)).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void everyTypeThatIsReadOrWrittenSurvivesARoundTrip() {
        var context = FhirContext.forR4();
        var resources = List.<Resource>of(
                new Patient().setActive(true),
                new Observation().setValue(new StringType("x")).setEffective(new DateTimeType("2026-03-02")),
                new Encounter().setStatus(Encounter.EncounterStatus.FINISHED),
                new EpisodeOfCare().setStatus(EpisodeOfCare.EpisodeOfCareStatus.ACTIVE),
                new MedicationAdministration()
                        .setStatus(MedicationAdministration.MedicationAdministrationStatus.COMPLETED),
                new Procedure().setStatus(Procedure.ProcedureStatus.COMPLETED),
                new DetectedIssue().setStatus(DetectedIssue.DetectedIssueStatus.FINAL),
                new Flag().setStatus(Flag.FlagStatus.ACTIVE),
                new Device().setSerialNumber("1"),
                new Provenance().setRecordedElement(new InstantType("2026-03-02T10:00:00Z")),
                new AuditEvent().setRecordedElement(new InstantType("2026-03-02T10:00:00Z")),
                new Subscription().setReason("x"),
                new Parameters().addParameter("a", "b"),
                new CodeSystem().setUrl("urn:x"),
                new SearchParameter().setUrl("urn:x"),
                new OperationDefinition().setUrl("urn:x"),
                new CapabilityStatement().setUrl("urn:x"),
                new OperationOutcome()
                        .addIssue(new OperationOutcome.OperationOutcomeIssueComponent().setDiagnostics("x")));
        var bundle = new Bundle();
        resources.forEach(resource -> bundle.addEntry().setResource(resource));

        var text = context.newJsonParser().encodeResourceToString(bundle);

        assertThat(context.newJsonParser().parseResource(Bundle.class, text).getEntry())
                .extracting(entry -> entry.getResource().fhirType())
                .containsExactlyElementsOf(
                        resources.stream().map(Resource::fhirType).toList());
    }
}
