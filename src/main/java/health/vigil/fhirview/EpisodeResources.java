package health.vigil.fhirview;

import health.vigil.exchange.OwnCodes;
import health.vigil.exchange.Terminology;
import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.StringType;

/// The patient, the episode and its infusions of cells.
public final class EpisodeResources {
    private static final String EPISODE_ID = OwnCodes.CANON + "/episode-id";

    private EpisodeResources() {}

    /// The patient of an episode.
    ///
    /// @param system the hospital's system of patient ids
    public static Patient patient(GivenEpisode episode, String system) {
        var patient = new Patient().setGender(gender(episode.sex().orElse("unknown")));
        patient.setId(episode.subject().value());
        References.updated(patient, episode.updatedAt());
        patient.addIdentifier(
                new Identifier().setSystem(system).setValue(episode.subject().value()));
        patient.addName(name(episode));
        patient.setBirthDateElement(new DateType(episode.birthDate()));
        return patient;
    }

    /// A number that was merged into another one.
    ///
    /// @param episode of the patient; a merge updates it
    public static Patient merged(PatientId number, GivenEpisode episode, String system) {
        var patient = new Patient().setActive(false);
        patient.setId(number.value());
        References.updated(patient, episode.updatedAt());
        patient.addIdentifier(new Identifier().setSystem(system).setValue(number.value()));
        patient.addLink().setOther(References.patient(episode.subject())).setType(LinkType.REPLACEDBY);
        return patient;
    }

    /// A family name is not told apart, which profiles want to be said.
    private static HumanName name(GivenEpisode episode) {
        var family = new StringType();
        family.addExtension(References.ABSENT, new CodeType("unknown"));
        var name = new HumanName().setFamilyElement(family);
        episode.name().ifPresent(name::setText);
        return name;
    }

    private static AdministrativeGender gender(String sex) {
        return switch (sex) {
            case "female" -> AdministrativeGender.FEMALE;
            case "male" -> AdministrativeGender.MALE;
            case "other" -> AdministrativeGender.OTHER;
            default -> AdministrativeGender.UNKNOWN;
        };
    }

    public static EpisodeOfCare episode(GivenEpisode given) {
        var period = new Period().setStartElement(References.dateTime(start(given)));
        given.endedAt().ifPresent(end -> period.setEndElement(References.dateTime(end)));
        var episode = new EpisodeOfCare()
                .setStatus(status(given))
                .setPatient(References.patient(given.subject()))
                .setPeriod(period);
        episode.setId(given.id().toString());
        References.updated(episode, given.updatedAt());
        episode.addIdentifier(
                new Identifier().setSystem(EPISODE_ID).setValue(given.id().toString()));
        episode.addType(product(given.product()));
        return episode;
    }

    private static EpisodeOfCareStatus status(GivenEpisode given) {
        if (given.voided().isPresent()) {
            return EpisodeOfCareStatus.ENTEREDINERROR;
        }
        return given.endedAt().isPresent() ? EpisodeOfCareStatus.FINISHED : EpisodeOfCareStatus.ACTIVE;
    }

    /// The admission or the infusion, whichever was first.
    private static Instant start(GivenEpisode given) {
        var infused = given.infusions().getFirst().at();
        return infused.isBefore(given.admittedAt()) ? infused : given.admittedAt();
    }

    /// One Procedure for each infusion.
    ///
    /// @param now an infusion after it has not been given yet
    public static List<Procedure> infusions(GivenEpisode given, Instant now) {
        var all = new ArrayList<Procedure>();
        for (int index = 0; index < given.infusions().size(); index++) {
            var infusion = given.infusions().get(index);
            var procedure = new Procedure()
                    .setStatus(infusion.at().isAfter(now) ? ProcedureStatus.PREPARATION : ProcedureStatus.COMPLETED)
                    .setCode(product(infusion.product().orElse(given.product())))
                    .setSubject(References.patient(given.subject()))
                    .setPerformed(References.dateTime(infusion.at()));
            procedure.setId(ResourceIds.cells(given.id(), index + 1));
            procedure.addIdentifier(References.resourceId(procedure));
            References.updated(procedure, updatedAt(given, infusion.at(), now));
            given.voided().ifPresent(why -> {
                procedure.setStatus(ProcedureStatus.ENTEREDINERROR);
                procedure.addNote(new Annotation().setText("The admission was made in error: " + why));
            });
            all.add(procedure);
        }
        return List.copyOf(all);
    }

    /// An infusion that was announced becomes one that was given when its time comes.
    private static Instant updatedAt(GivenEpisode given, Instant infused, Instant now) {
        return infused.isAfter(given.updatedAt()) && !infused.isAfter(now) ? infused : given.updatedAt();
    }

    private static CodeableConcept product(String product) {
        var concept = new CodeableConcept().setText(product);
        Concepts.codes(Terminology.ATC, product)
                .forEach(code -> concept.addCoding(Concepts.coding(Terminology.ATC.uri(), code)));
        return concept;
    }
}
