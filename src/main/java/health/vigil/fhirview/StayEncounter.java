package health.vigil.fhirview;

import health.vigil.exchange.OwnCodes;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterLocationStatus;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;

/// The Encounter of a reported stay.
public final class StayEncounter {
    private static final String VISIT = OwnCodes.CANON + "/visit";
    private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";
    private static final String PLACES = HL7 + "location-physical-type";
    private static final String PREFIX = "stay";
    private static final Pattern ID = Pattern.compile(PREFIX + "(\\d{1,18})");

    /// The classes of HL7's table 0004 in the words of FHIR.
    private static final Map<String, String> OF_MESSAGES = Map.of("I", "IMP", "O", "AMB", "E", "EMER");

    private static final Set<String> CLASSES =
            Set.of("IMP", "ACUTE", "NONACUTE", "AMB", "EMER", "OBSENC", "PRENC", "SS", "VR", "HH", "FLD");

    private StayEncounter() {}

    public static Encounter of(GivenStay given) {
        var encounter = new Encounter()
                .setStatus(given.status())
                .setClass_(category(given))
                .setSubject(References.patient(given.subject()));
        encounter.setId(PREFIX + given.number());
        References.updated(encounter, given.updatedAt());
        encounter.addIdentifier(new Identifier()
                .setSystem(VISIT)
                .setValue(given.visit())
                .setAssigner(new Reference().setDisplay(given.sender())));
        if (given.from().isPresent() || given.until().isPresent()) {
            var period = new Period();
            given.from().ifPresent(begin -> period.setStartElement(References.dateTime(begin)));
            given.until().ifPresent(end -> period.setEndElement(References.dateTime(end)));
            encounter.setPeriod(period);
        }
        given.place().ifPresent(place -> locate(encounter, place, "wa"));
        given.bed().ifPresent(bed -> locate(encounter, bed, "bd"));
        return encounter;
    }

    /// The number of the stay that an id names; empty if it is no such id.
    public static OptionalLong number(String id) {
        var match = ID.matcher(id);
        return match.matches() ? OptionalLong.of(Long.parseLong(match.group(1))) : OptionalLong.empty();
    }

    private static Coding category(GivenStay given) {
        var code = given.category()
                .map(sent -> sent.toUpperCase(Locale.ROOT))
                .map(sent -> OF_MESSAGES.getOrDefault(sent, sent))
                .filter(CLASSES::contains);
        return code.map(known -> Concepts.coding(HL7 + "v3-ActCode", known))
                .orElseGet(() -> Concepts.coding(HL7 + "v3-NullFlavor", "UNK"));
    }

    private static void locate(Encounter encounter, String place, String type) {
        encounter
                .addLocation()
                .setLocation(new Reference().setDisplay(place))
                .setStatus(status(encounter.getStatus()))
                .setPhysicalType(Concepts.of(PLACES, type));
    }

    private static EncounterLocationStatus status(EncounterStatus stay) {
        if (stay == EncounterStatus.PLANNED) {
            return EncounterLocationStatus.PLANNED;
        }
        return stay == EncounterStatus.INPROGRESS ? EncounterLocationStatus.ACTIVE : EncounterLocationStatus.COMPLETED;
    }
}
