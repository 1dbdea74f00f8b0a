package health.vigil.patient.journey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.api.Request;
import health.vigil.journey.CustodyEvent;
import health.vigil.journey.EntryStamp;
import health.vigil.journey.FactTimes;
import health.vigil.journey.IdentityReading;
import health.vigil.journey.JourneyFacts;
import health.vigil.journey.ProductJourney;
import health.vigil.journey.ReadinessAnswer;
import health.vigil.journey.ReadinessOverride;
import health.vigil.journey.RecordedInfusion;
import health.vigil.journey.RelatedJourney;
import health.vigil.journey.StateChange;
import health.vigil.json.Fields;
import health.vigil.json.JsonText;
import health.vigil.json.Location;
import health.vigil.json.MergePatch;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.json.StrictJson;
import health.vigil.json.Violation;
import health.vigil.observation.Numbers;
import health.vigil.store.JourneyEntries;
import health.vigil.store.Journeys;
import health.vigil.store.PatientNumbers;
import health.vigil.store.Sql;
import health.vigil.store.StoredEntry;
import health.vigil.store.StoredJourney;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Reads a journey from its entries.
final class JourneyReader {
    private static final Shape<List<String>> NAMES = Shapes.list(Shapes.string());

    private final StoredJourney stored;
    private final List<StateChange> states = new ArrayList<>();
    private final List<CustodyEvent> custody = new ArrayList<>();
    private final List<IdentityReading> readings = new ArrayList<>();
    private final List<ReadinessAnswer> answers = new ArrayList<>();
    private final List<ReadinessOverride> overrides = new ArrayList<>();
    private final List<RecordedInfusion> infusions = new ArrayList<>();
    private ObjectNode document = JsonText.object();
    private FactTimes recorded = FactTimes.NONE;
    private boolean outOfSpecification;

    private JourneyReader(StoredJourney stored) {
        this.stored = stored;
    }

    /// A journey of a list.
    sealed interface ListedJourney {
        StoredJourney stored();
    }

    /// A journey with the document of its facts and its entries.
    record ReadJourney(StoredJourney stored, ProductJourney journey, ObjectNode document, List<StoredEntry> entries)
            implements ListedJourney {}

    /// A journey of which an entry cannot be read.
    ///
    /// @param reason which entry, and what is wrong; it names no value
    record UnreadableJourney(StoredJourney stored, String reason) implements ListedJourney {}

    /// Names the entry that cannot be read, and no value.
    private static final class UnreadableEntry extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String reason;

        UnreadableEntry(String reason) {
            super(reason);
            this.reason = reason;
        }
    }

    /// The journeys of some rows as known at an instant, in their order. One that was not begun by then is left
    /// out. One that cannot be read does not keep the others from being read.
    static List<ListedJourney> list(Sql sql, List<StoredJourney> rows, Instant known) {
        var ids = rows.stream().map(StoredJourney::id).toList();
        var entries = JourneyEntries.of(sql, ids, known);
        var related = Journeys.related(sql, ids);
        return rows.stream()
                .filter(row -> entries.containsKey(row.id()))
                .map(row -> listed(
                        row,
                        entries.getOrDefault(row.id(), List.of()),
                        PatientNumbers.of(sql, row.number()),
                        related.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /// The journey of some entries.
    static ListedJourney listed(
            StoredJourney row, List<StoredEntry> entries, Numbers numbers, List<RelatedJourney> related) {
        try {
            return new JourneyReader(row).read(entries, numbers, related);
        } catch (UnreadableEntry unreadable) {
            return new UnreadableJourney(row, unreadable.reason);
        }
    }

    /// The journey of a row.
    ///
    /// @throws IllegalStateException if an entry cannot be read
    static Optional<ReadJourney> read(Sql sql, StoredJourney row, Instant known) {
        return list(sql, List.of(row), known).stream().findFirst().map(found -> switch (found) {
            case ReadJourney read -> read;
            case UnreadableJourney(var stored, var reason) -> {
                JourneyFaults.log(stored.id(), reason);
                throw new IllegalStateException(reason);
            }
        });
    }

    private ReadJourney read(List<StoredEntry> entries, Numbers numbers, List<RelatedJourney> related) {
        entries.forEach(this::add);
        if (states.isEmpty()) {
            throw new UnreadableEntry("it has no state");
        }
        var journey = new ProductJourney(
                stored.id(),
                content("its facts", document, JourneyDocument::read),
                recorded,
                numbers,
                states,
                custody,
                readings,
                answers,
                overrides,
                outOfSpecification,
                infusions,
                related);
        return new ReadJourney(stored, journey, document, entries);
    }

    private void add(StoredEntry entry) {
        var name = "entry " + entry.id();
        var kind = entry.kind().orElseThrow(() -> new UnreadableEntry(name + " is of a kind that is not known"));
        var content = object(name, entry.content());
        var stamp = entry.stamp();
        switch (kind) {
            case FACTS -> merge(content, stamp.recordedAt());
            case STATE -> states.add(content(name, content, StateRequest::read).change(stamp));
            case CUSTODY ->
                custody.add(content(name, content, CustodyRequest::read).event(entry.id(), stamp));
            case IDENTITY ->
                readings.add(content(name, content, IdentityRequest::read).reading(stamp));
            case READINESS ->
                answers.add(content(name, content, ReadinessRequest::read).answer(stamp));
            case OVERRIDE ->
                overrides.add(content(name, content, OverrideRequest::read).decision(stamp));
            case INFUSION -> infusions.add(infusion(name, content, stamp));
        }
    }

    private static ObjectNode object(String name, String content) {
        if (StrictJson.parse(content) instanceof StrictJson.Parsed.Value(ObjectNode object)) {
            return object;
        }
        throw new UnreadableEntry(name + " is not a JSON object");
    }

    private void merge(ObjectNode changes, Instant at) {
        var before = document;
        document = MergePatch.apply(document, changes);
        recorded = new FactTimes(
                differ(before, "identity") || differ(before, "manufacturing") ? Optional.of(at) : recorded.product(),
                differ(before, "outOfSpecification") ? Optional.of(at) : recorded.deviation());
        outOfSpecification |= document.has("outOfSpecification")
                || document.path("manufacturing").path("outcome").asText().equals("out-of-specification");
    }

    private boolean differ(ObjectNode before, String block) {
        return !before.path(block).equals(document.path(block));
    }

    private RecordedInfusion infusion(String name, ObjectNode content, EntryStamp stamp) {
        return content(name, content, fields -> {
            var episode = fields.need(InfusionRecording.EPISODE_ID, Shapes.uuid());
            var signatures = fields.need(InfusionRecording.SIGNATURES, NAMES);
            var joined = fields.may(InfusionRecording.JOINED, Shapes.time());
            var notTaken = fields.may(InfusionRecording.NOT_TAKEN, NAMES).orElse(List.of());
            var charted = fields.may(InfusionRecording.CHARTED, NAMES).orElse(List.of());
            var doseNotes = fields.may(InfusionRecording.DOSE_NOTES, NAMES).orElse(List.of());
            return InfusionShape.read(fields)
                    .flatMap(infusion -> episode.flatMap(id -> signatures.map(names -> new RecordedInfusion(
                            infusion, id, names, stands(id), joined, notTaken, charted, doseNotes, stamp))));
        });
    }

    private boolean stands(UUID episode) {
        return stored.episode()
                .filter(joined -> joined.id().equals(episode) && !joined.voided())
                .isPresent();
    }

    /// @throws UnreadableEntry with the fields that are at fault
    private static <T> T content(String name, ObjectNode json, Shape.OfFields<T> shape) {
        var violations = new ArrayList<Violation>();
        return Fields.object(shape)
                .read(json, new Location("", violations))
                .orElseThrow(() -> new UnreadableEntry(name + " has fields that cannot be read: "
                        + violations.stream().map(Violation::field).distinct().collect(Collectors.joining(", "))));
    }

    /// The facts that a changed document would give.
    static JourneyFacts facts(ObjectNode document) {
        var body = JsonText.object();
        body.set("facts", document);
        return Request.read(body, fields -> fields.need("facts", Fields.object(JourneyDocument::read)));
    }
}
