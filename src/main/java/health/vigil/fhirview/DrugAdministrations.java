package health.vigil.fhirview;

import health.vigil.exchange.Terminology;
import health.vigil.grading.AgentInfusions;
import health.vigil.grading.Infusions;
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
import java.util.Set;
import java.util.stream.Collectors;
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

    /// The order in which grading takes the records of infusions.
    private static final Comparator<GivenObservation> AS_GRADED = Comparator.comparing(
                    (GivenObservation given) -> given.observation().effectiveAt())
            .thenComparing(GivenObservation::observation, Infusions.ORDER)
            .thenComparing(GivenObservation::id);

    private DrugAdministrations() {}

    /// A dose or an infusion.
    ///
    /// @param at the time of the dose, or of the first record of the infusion
    /// @param first the observation whose id it has
    /// @param ids by which it can be read: one for each record of an infusion
    public record DrugAdministration(
            Instant at, GivenObservation first, Set<String> ids, MedicationAdministration resource) {
        public DrugAdministration {
            ids = Set.copyOf(ids);
        }
    }

    /// Tells the infusions of an agent apart as grading does.
    private record Line(String agent, String infusion) {
        static Line of(GivenObservation given) {
            var charted = charted(given);
            return new Line(
                    charted.agentName().orElseGet(() -> charted.agent().word()),
                    AgentInfusions.name(given.observation(), charted));
        }
    }

    /// An infusion.
    ///
    /// @param records in time order
    /// @param count starts minus ends: started twice and stopped once, it still runs
    private record InfusionCourse(List<GivenObservation> records, int count) {
        static final InfusionCourse NONE = new InfusionCourse(List.of(), 0);

        InfusionCourse with(GivenObservation given) {
            var all = new ArrayList<>(records);
            all.add(given);
            return new InfusionCourse(all, AgentInfusions.count(count, charted(given)));
        }

        private InfusionAction last() {
            return charted(records.getLast()).effect();
        }

        boolean ended() {
            return count == 0 && last() == InfusionAction.STOPPED;
        }

        MedicationAdministrationStatus status() {
            if (count > 0) {
                return MedicationAdministrationStatus.INPROGRESS;
            }
            return ended() ? MedicationAdministrationStatus.COMPLETED : MedicationAdministrationStatus.ONHOLD;
        }

        /// Its period. If all that is known is its end, the start is absent. A pause ends it, as it does for grading:
        /// without an end another system would take it for running.
        Period period() {
            var first = records.getFirst();
            var period = new Period();
            if (charted(first).action() != InfusionAction.STOPPED) {
                period.setStartElement(References.dateTime(first.observation().effectiveAt()));
            }
            return count <= 0
                    ? period.setEndElement(
                            References.dateTime(records.getLast().observation().effectiveAt()))
                    : period;
        }
    }

    private static Vasopressor charted(GivenObservation given) {
        return (Vasopressor) given.observation().content();
    }

    /// The doses and infusions among the records of one patient, oldest first.
    public static List<DrugAdministration> of(List<GivenObservation> charted) {
        var found = new ArrayList<DrugAdministration>();
        var infusions = new ArrayList<GivenObservation>();
        for (var given : charted) {
            if (given.observation().content() instanceof Medication dose) {
                found.add(dose(given, dose));
            } else if (given.observation().content() instanceof Vasopressor) {
                if (given.withdrawn()) {
                    found.add(withdrawn(given));
                } else {
                    infusions.add(given);
                }
            }
        }
        var updates = lastUpdates(charted);
        courses(infusions).forEach(course -> found.add(infusion(course, updates)));
        return found.stream()
                .sorted(Comparator.comparing(DrugAdministration::first, IN_TIME))
                .toList();
    }

    /// When the records of each agent were last changed: a record that is retracted or comes late can divide the
    /// infusions of its agent anew.
    private static Map<String, Instant> lastUpdates(List<GivenObservation> charted) {
        var updates = new HashMap<String, Instant>();
        charted.stream()
                .filter(given -> given.observation().content() instanceof Vasopressor)
                .forEach(given -> updates.merge(
                        Line.of(given).agent(), given.updatedAt(), (one, other) -> one.isAfter(other) ? one : other));
        return updates;
    }

    private static List<InfusionCourse> courses(List<GivenObservation> records) {
        var ended = new ArrayList<InfusionCourse>();
        var running = new HashMap<Line, InfusionCourse>();
        records.stream().sorted(AS_GRADED).forEach(given -> {
            var line = Line.of(given);
            var course = running.getOrDefault(line, InfusionCourse.NONE).with(given);
            if (course.ended()) {
                running.remove(line);
                ended.add(course);
            } else {
                running.put(line, course);
            }
        });
        ended.addAll(running.values());
        return ended;
    }

    private static DrugAdministration dose(GivenObservation given, Medication dose) {
        var resource = resource(given, concept(dose));
        resource.setStatus(MedicationAdministrationStatus.COMPLETED)
                .setEffective(References.dateTime(given.observation().effectiveAt()));
        dose.doseMilligrams().ifPresent(amount -> resource.getDosage().setDose(Quantified.of(amount, "mg")));
        dose.indication()
                .ifPresent(indication ->
                        resource.addReasonCode(new CodeableConcept().setText(Concepts.words(indication.word()))));
        return finished(List.of(given), resource);
    }

    private static DrugAdministration infusion(InfusionCourse course, Map<String, Instant> updates) {
        var first = course.records().getFirst();
        var resource = resource(first, concept(charted(first)));
        Optional.ofNullable(updates.get(Line.of(first).agent())).ifPresent(at -> References.updated(resource, at));
        resource.setEffective(course.period()).setStatus(course.status());
        course.records().reversed().stream()
                .flatMap(record -> charted(record).rate().stream())
                .findFirst()
                .ifPresent(rate -> resource.getDosage()
                        .setRate(rate.unit()
                                .map(unit -> Quantified.of(rate.value(), unit))
                                .orElseGet(() -> number(rate.value()))));
        return finished(course.records(), resource);
    }

    private static Quantity number(BigDecimal value) {
        return new Quantity().setValue(value);
    }

    /// A retracted record of an infusion: its id stays readable.
    private static DrugAdministration withdrawn(GivenObservation given) {
        var resource = resource(given, concept(charted(given)));
        resource.setEffective(References.dateTime(given.observation().effectiveAt()));
        return finished(List.of(given), resource);
    }

    private static MedicationAdministration resource(GivenObservation given, CodeableConcept drug) {
        var resource =
                new MedicationAdministration().setMedication(drug).setSubject(References.patient(given.subject()));
        resource.setId(id(given));
        References.updated(resource, given.updatedAt());
        resource.addIdentifier(References.identifier(given));
        References.sent(given).ifPresent(resource::addIdentifier);
        References.author(given).ifPresent(author -> resource.addPerformer().setActor(author));
        given.observation().device().ifPresent(device -> resource.addDevice(References.device(device.value())));
        return resource;
    }

    private static String id(GivenObservation given) {
        return ResourceIds.of(given.id(), ResourcePart.DRUG);
    }

    private static DrugAdministration finished(List<GivenObservation> records, MedicationAdministration resource) {
        var first = records.getFirst();
        first.withdrawal().ifPresent(withdrawal -> {
            resource.setStatus(MedicationAdministrationStatus.ENTEREDINERROR).setDosage(null);
            resource.addNote(new Annotation()
                    .setTimeElement(References.dateTime(withdrawal.at()))
                    .setText("Retracted"
                            + withdrawal.reason().map(why -> ": " + why).orElse("")));
        });
        return new DrugAdministration(
                first.observation().effectiveAt(),
                first,
                records.stream().map(DrugAdministrations::id).collect(Collectors.toSet()),
                resource);
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
