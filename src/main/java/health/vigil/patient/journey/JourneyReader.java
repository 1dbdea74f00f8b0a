package health.vigil.patient.journey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.api.Request;
import health.vigil.journey.CustodyEvent;
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
import health.vigil.json.JsonColumn;
import health.vigil.json.JsonText;
import health.vigil.json.MergePatch;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
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

    /// A journey with the document of its facts and its entries.
    record ReadJourney(StoredJourney stored, ProductJourney journey, ObjectNode document, List<StoredEntry> entries) {}

    /// The journeys of some rows as known at an instant, in their order. One that was not begun by then is left
    /// out.
    static List<ReadJourney> read(Sql sql, List<StoredJourney> rows, Instant known) {
        var ids = rows.stream().map(StoredJourney::id).toList();
        var entries = JourneyEntries.of(sql, ids, known);
        var related = Journeys.related(sql, ids);
        return rows.stream()
                .filter(row -> entries.containsKey(row.id()))
                .map(row -> new JourneyReader(row)
                        .read(
                                entries.getOrDefault(row.id(), List.of()),
                                PatientNumbers.of(sql, row.number()),
                                related.getOrDefault(row.id(), List.of())))
                .toList();
    }

    static Optional<ReadJourney> read(Sql sql, StoredJourney row, Instant known) {
        return read(sql, List.of(row), known).stream().findFirst();
    }

    private ReadJourney read(List<StoredEntry> entries, Numbers numbers, List<RelatedJourney> related) {
        entries.forEach(this::add);
        var journey = new ProductJourney(
                stored.id(),
                content(document, JourneyDocument::read),
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
        var content = JsonColumn.object(entry.content());
        var stamp = entry.stamp();
        switch (entry.kind()) {
            case FACTS -> merge(content, stamp.recordedAt());
            case STATE -> states.add(content(content, StateRequest::read).change(stamp));
            case CUSTODY -> custody.add(content(content, CustodyRequest::read).event(entry.id(), stamp));
            case IDENTITY ->
                readings.add(content(content, IdentityRequest::read).reading(stamp));
            case READINESS ->
                answers.add(content(content, ReadinessRequest::read).answer(stamp));
            case OVERRIDE ->
                overrides.add(content(content, OverrideRequest::read).decision(stamp));
            case INFUSION -> infusions.add(infusion(content, entry));
        }
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

    private RecordedInfusion infusion(ObjectNode content, StoredEntry entry) {
        return content(content, fields -> {
            var episode = fields.need(InfusionRecording.EPISODE_ID, Shapes.uuid());
            var signatures = fields.need(InfusionRecording.SIGNATURES, NAMES);
            var joined = fields.may(InfusionRecording.JOINED, Shapes.time());
            var charted = fields.may(InfusionRecording.CHARTED, NAMES).orElse(List.of());
            return InfusionShape.read(fields)
                    .flatMap(infusion -> episode.flatMap(id -> signatures.map(names ->
                            new RecordedInfusion(infusion, id, names, stands(id), joined, charted, entry.stamp()))));
        });
    }

    private boolean stands(UUID episode) {
        return stored.episode()
                .filter(joined -> joined.id().equals(episode) && !joined.voided())
                .isPresent();
    }

    private static <T> T content(ObjectNode json, Shape.OfFields<T> shape) {
        return Fields.object(shape)
                .tryRead(json)
                .orElseThrow(() -> new IllegalStateException("An entry of a journey cannot be read"));
    }

    /// The facts that a changed document would give.
    static JourneyFacts facts(ObjectNode document) {
        var body = JsonText.object();
        body.set("facts", document);
        return Request.read(body, fields -> fields.need("facts", Fields.object(JourneyDocument::read)));
    }
}
