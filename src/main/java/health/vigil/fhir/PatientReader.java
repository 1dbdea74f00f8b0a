package health.vigil.fhir;

import health.vigil.exchange.Person;
import health.vigil.exchange.Place;
import health.vigil.exchange.StayChange;
import health.vigil.exchange.StayReport;
import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;

/// What a Patient says about a person.
final class PatientReader {
    private final ResourceContext context;
    private final Patient patient;

    PatientReader(ResourceContext context, Patient patient) {
        this.context = context;
        this.patient = patient;
    }

    /// What it says; absent if a fault was noted.
    Optional<FhirFacts> read() {
        var ids = context.subjects().identifiers(context.write().resource());
        if (ids.size() > 1) {
            context.issues().refuse("Patient.identifier", "holds two different identifiers of our patients");
            return Optional.empty();
        }
        var id = ids.stream().filter(PatientId::accepts).findFirst().map(PatientId::new);
        if (id.isEmpty()) {
            context.issues().refuse("Patient.identifier", "holds no identifier of a patient that is known here");
            return Optional.empty();
        }
        return survivor()
                .<FhirFacts>map(survivor -> new FhirFacts.OfStay(report(StayChange.MERGED, survivor, id)))
                .or(() -> Optional.of(new FhirFacts.OfStay(report(StayChange.UPDATED, id.get(), Optional.empty()))));
    }

    /// The patient who replaces this one.
    private Optional<PatientId> survivor() {
        for (var link : patient.getLink()) {
            if (link.getType() == LinkType.REPLACEDBY) {
                return context.subjects()
                        .patient(
                                link.getOther(),
                                "Patient.link.other",
                                context.write().resource(),
                                context.issues());
            }
        }
        return Optional.empty();
    }

    private StayReport report(StayChange change, PatientId id, Optional<PatientId> other) {
        return new StayReport(
                change,
                id,
                Optional.empty(),
                Optional.empty(),
                Place.NOT_SAID,
                person(),
                Optional.empty(),
                Optional.empty(),
                other,
                dead(),
                changedAt());
    }

    private Person person() {
        var name = patient.getNameFirstRep();
        return new Person(
                Optional.ofNullable(name.getFamily()),
                Optional.ofNullable(name.getGivenAsSingleString()).filter(given -> !given.isEmpty()),
                Optional.ofNullable(patient.getBirthDateElement().getValueAsString()),
                Optional.ofNullable(patient.getGender()).map(gender -> gender.toCode()));
    }

    private boolean dead() {
        return switch (patient.getDeceased()) {
            case BooleanType said -> said.booleanValue();
            case DateTimeType _ -> true;
            case null, default -> false;
        };
    }

    private Optional<Instant> changedAt() {
        return Optional.ofNullable(patient.getMeta().getLastUpdated()).map(Date::toInstant);
    }
}
