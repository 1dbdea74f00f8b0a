package health.vigil.fhirview;

import health.vigil.exchange.Terminology;
import health.vigil.observation.Drug;
import health.vigil.observation.InfusionAction;
import health.vigil.observation.Medication;
import health.vigil.observation.Vasopressor;
import health.vigil.observation.VasopressorAgent;
import health.vigil.observation.Word;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;

/// Drugs that were given: a dose, or an infusion from its start to its end.
public final class DrugAdministrations {
    /// By time, and then by their ids, so that the order is the same for every reader.
    private static final Comparator<GivenObservation> IN_TIME = Comparator.comparing(
                    (GivenObservation given) -> given.observation().effectiveAt())
            .thenComparing(GivenObservation::id);

    private DrugAdministrations() {}

    /// A dose or an infusion.
    ///
    /// @param at the time of the dose, or the start of the infusion
    /// @param first the observation whose id it has
    public record DrugAdministration(Instant at, GivenObservation first, MedicationAdministration resource) {}

    /// Tells the infusions of an agent apart as far as their sender does.
    private record Line(String agent, Optional<String> infusion) {
        static Line of(Vasopressor charted) {
            return new Line(
                    charted.agentName().orElseGet(() -> charted.agent().word()),
                    charted.infusionId().map(id -> id.value()));
        }
    }

    /// The records of one infusion, in time order.
    private record InfusionCourse(List<GivenObservation> records) {
        static InfusionCourse of(GivenObservation first) {
            var records = new ArrayList<GivenObservation>();
            records.add(first);
            return new InfusionCourse(records);
        }

        static Vasopressor charted(GivenObservation given) {
            return (Vasopressor) given.observation().content();
        }

        InfusionAction last() {
            return charted(records.getLast()).effect();
        }
    }

    /// The doses and infusions among the records of one patient, oldest first.
    public static List<DrugAdministration> of(List<GivenObservation> charted) {
        var found = new ArrayList<DrugAdministration>();
        var running = new HashMap<Line, InfusionCourse>();
        for (var given : charted.stream().sorted(IN_TIME).toList()) {
            if (given.observation().content() instanceof Medication dose) {
                found.add(dose(given, dose));
            } else if (given.observation().content() instanceof Vasopressor vasopressor) {
                if (given.withdrawn()) {
                    found.add(withdrawn(given));
                } else {
                    infusion(running, given, vasopressor).ifPresent(course -> found.add(infusion(course)));
                }
            }
        }
        running.values().forEach(course -> found.add(infusion(course)));
        return found.stream()
                .sorted(Comparator.comparing(DrugAdministration::first, IN_TIME))
                .toList();
    }

    /// Adds a record to the infusion that it is about; returns that infusion if it ended.
    private static Optional<InfusionCourse> infusion(
            Map<Line, InfusionCourse> running, GivenObservation given, Vasopressor charted) {
        var line = Line.of(charted);
        var course = running.get(line);
        if (course == null) {
            if (charted.action() != InfusionAction.STOPPED) {
                running.put(line, InfusionCourse.of(given));
            }
            return Optional.empty();
        }
        course.records().add(given);
        return charted.action() == InfusionAction.STOPPED
                ? Optional.ofNullable(running.remove(line))
                : Optional.empty();
    }

    private static DrugAdministration dose(GivenObservation given, Medication dose) {
        var resource = resource(given, concept(dose));
        resource.setStatus(MedicationAdministrationStatus.COMPLETED)
                .setEffective(References.dateTime(given.observation().effectiveAt()));
        dose.doseMilligrams().ifPresent(amount -> resource.getDosage().setDose(Quantified.of(amount, "mg")));
        dose.indication()
                .ifPresent(indication ->
                        resource.addReasonCode(new CodeableConcept().setText(Concepts.words(indication.word()))));
        return finished(given, resource);
    }

    private static DrugAdministration infusion(InfusionCourse course) {
        var first = course.records().getFirst();
        var resource = resource(first, concept(InfusionCourse.charted(first)));
        var period = new Period()
                .setStartElement(References.dateTime(first.observation().effectiveAt()));
        resource.setEffective(period)
                .setStatus(
                        switch (course.last()) {
                            case STARTED, CHANGED -> MedicationAdministrationStatus.INPROGRESS;
                            case PAUSED -> MedicationAdministrationStatus.ONHOLD;
                            case STOPPED -> MedicationAdministrationStatus.COMPLETED;
                        });
        if (course.last() == InfusionAction.STOPPED) {
            period.setEndElement(
                    References.dateTime(course.records().getLast().observation().effectiveAt()));
        }
        course.records().reversed().stream()
                .flatMap(record -> InfusionCourse.charted(record).rate().stream())
                .findFirst()
                .ifPresent(rate -> resource.getDosage()
                        .setRate(rate.unit()
                                .map(unit -> Quantified.of(rate.value(), unit))
                                .orElseGet(() -> number(rate.value()))));
        return finished(first, resource);
    }

    private static Quantity number(BigDecimal value) {
        return new Quantity().setValue(value);
    }

    /// A retracted record of an infusion: its id stays readable.
    private static DrugAdministration withdrawn(GivenObservation given) {
        var charted = (Vasopressor) given.observation().content();
        var resource = resource(given, concept(charted));
        resource.setEffective(References.dateTime(given.observation().effectiveAt()));
        return finished(given, resource);
    }

    private static MedicationAdministration resource(GivenObservation given, CodeableConcept drug) {
        var resource =
                new MedicationAdministration().setMedication(drug).setSubject(References.patient(given.subject()));
        resource.setId(ResourceIds.of(given.id(), ResourcePart.DRUG));
        resource.addIdentifier(References.identifier(given));
        References.author(given).ifPresent(author -> resource.addPerformer().setActor(author));
        given.observation().device().ifPresent(device -> resource.addDevice(References.device(device.value())));
        return resource;
    }

    private static DrugAdministration finished(GivenObservation given, MedicationAdministration resource) {
        given.withdrawal().ifPresent(withdrawal -> {
            resource.setStatus(MedicationAdministrationStatus.ENTEREDINERROR).setDosage(null);
            resource.addNote(new Annotation()
                    .setTimeElement(References.dateTime(withdrawal.at()))
                    .setText("Retracted"
                            + withdrawal.reason().map(why -> ": " + why).orElse("")));
        });
        return new DrugAdministration(given.observation().effectiveAt(), given, resource);
    }

    private static CodeableConcept concept(Medication dose) {
        return dose.drug() == Drug.OTHER
                ? new CodeableConcept().setText(dose.drugName().orElse("another drug"))
                : concept(dose.drug());
    }

    private static CodeableConcept concept(Vasopressor charted) {
        return charted.agent() == VasopressorAgent.OTHER
                ? new CodeableConcept().setText(charted.agentName().orElseThrow())
                : concept(charted.agent());
    }

    private static CodeableConcept concept(Word drug) {
        var concept = new CodeableConcept().setText(Concepts.words(drug.word()));
        for (var system : List.of(Terminology.RXNORM, Terminology.ATC)) {
            Concepts.codes(system, drug.word()).forEach(code -> concept.addCoding(Concepts.coding(system.uri(), code)));
        }
        return concept;
    }
}
