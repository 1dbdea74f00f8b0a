package health.vigil.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.exchange.Person;
import health.vigil.exchange.Place;
import health.vigil.exchange.StayChange;
import health.vigil.exchange.StayReport;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterLocationComponent;
import org.hl7.fhir.r4.model.Encounter.EncounterLocationStatus;
import org.hl7.fhir.r4.model.Identifier;

/// What an Encounter says about a stay.
final class EncounterReader {
    private static final Person NOBODY =
            new Person(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private final ResourceContext context;
    private final Encounter encounter;

    EncounterReader(ResourceContext context, Encounter encounter) {
        this.context = context;
        this.encounter = encounter;
    }

    /// What it says; absent if a fault was noted.
    Optional<FhirFacts> read() {
        var patient = context.subjects()
                .patient(
                        encounter.getSubject(),
                        "Encounter.subject",
                        context.write().resource(),
                        context.issues());
        var change = change();
        var visit = encounter.getIdentifier().stream()
                .filter(Identifier::hasValue)
                .findFirst()
                .map(Identifier::getValue)
                .or(context.write()::logicalId);
        if (visit.isEmpty()) {
            context.issues().missing("Encounter.identifier");
        }
        return change.flatMap(what -> patient.map(id -> new FhirFacts.OfStay(new StayReport(
                what,
                id,
                visit,
                Optional.ofNullable(encounter.getClass_().getCode()),
                place(),
                NOBODY,
                time(encounter.getPeriod().getStartElement()),
                time(encounter.getPeriod().getEndElement()),
                Optional.empty(),
                false,
                Optional.ofNullable(encounter.getMeta().getLastUpdated()).map(Date::toInstant)))));
    }

    /// A begin that is not exact to the second is left out: a stay decides nothing by it.
    private static Optional<Instant> time(BaseDateTimeType time) {
        return time.hasValue() ? FhirTimes.instant(time, "", new Issues()) : Optional.empty();
    }

    private Optional<StayChange> change() {
        return switch (encounter.getStatus()) {
            case PLANNED -> Optional.of(StayChange.PLANNED);
            case ARRIVED, TRIAGED -> Optional.of(StayChange.ADMITTED);
            case INPROGRESS, ONLEAVE -> Optional.of(StayChange.REOPENED);
            case FINISHED -> Optional.of(StayChange.ENDED);
            case CANCELLED, ENTEREDINERROR -> Optional.of(StayChange.CANCELLED);
            case null -> {
                context.issues().missing("Encounter.status");
                yield Optional.empty();
            }
            case UNKNOWN, NULL -> {
                context.issues().refuse("Encounter.status", "must say whether the stay goes on");
                yield Optional.empty();
            }
        };
    }

    private Place place() {
        var current = current();
        return new Place(identifier(current, false), Optional.empty(), identifier(current, true));
    }

    /// The places of now: those that are active, else the last one.
    private List<EncounterLocationComponent> current() {
        var all = encounter.getLocation();
        var active = all.stream()
                .filter(location -> location.getStatus() == EncounterLocationStatus.ACTIVE)
                .toList();
        return active.isEmpty() && !all.isEmpty() ? List.of(all.getLast()) : active;
    }

    /// The identifier of the first place that is a bed, or that is none.
    private Optional<String> identifier(List<EncounterLocationComponent> places, boolean bed) {
        return places.stream()
                .filter(place -> bed == bed(place))
                .flatMap(place -> identifier(place).stream())
                .findFirst();
    }

    private static boolean bed(EncounterLocationComponent place) {
        return place.getPhysicalType().getCoding().stream().anyMatch(coding -> "bd".equals(coding.getCode()));
    }

    private Optional<String> identifier(EncounterLocationComponent place) {
        var reference = place.getLocation();
        return Optional.ofNullable(reference.getIdentifier().getValue())
                .or(() -> Optional.ofNullable(reference.getReference()).stream()
                        .flatMap(target -> context
                                .references()
                                .resolve(target, context.write().resource())
                                .stream())
                        .filter(resource ->
                                resource.path("resourceType").asText().equals("Location"))
                        .map(location -> location.path("identifier").path(0).path("value"))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText)
                        .findFirst());
    }
}
