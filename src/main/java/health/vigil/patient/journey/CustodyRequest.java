package health.vigil.patient.journey;

import health.vigil.journey.CustodyEvent;
import health.vigil.journey.CustodyStep;
import health.vigil.journey.EntryStamp;
import health.vigil.journey.ProductCondition;
import health.vigil.json.Fields;
import health.vigil.json.Shapes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// An event in the custody of the product as it is sent.
///
/// @param at when it happened; absent: now
/// @param to where it was sent; needed if it leaves its place
/// @param bagIds the bags it is about; absent: all
/// @param corrects the id of the event whose place it takes
/// @param reason why that is corrected
record CustodyRequest(
        CustodyStep what,
        Optional<Instant> at,
        String place,
        Optional<String> to,
        Optional<ProductCondition> condition,
        Optional<Boolean> temperatureInRange,
        List<String> bagIds,
        Optional<String> evidence,
        Optional<UUID> corrects,
        Optional<String> reason) {
    static Optional<CustodyRequest> read(Fields fields) {
        var what = fields.need("what", Shapes.word(CustodyStep.class));
        var at = fields.may("at", JourneyShapes.PAST);
        var place = fields.need("place", JourneyShapes.NAME);
        var to = what.filter(CustodyStep::sends).isPresent()
                ? fields.need("to", JourneyShapes.NAME)
                : fields.may("to", JourneyShapes.NAME);
        var condition = fields.may("condition", Shapes.word(ProductCondition.class));
        var inRange = fields.may("temperatureInRange", Shapes.claim());
        var bagIds = fields.may("bagIds", JourneyShapes.IDENTIFIERS).orElse(List.of());
        var evidence = fields.may("evidence", JourneyShapes.TEXT);
        var corrects = fields.may("corrects", Shapes.uuid());
        var reason = corrects.isPresent()
                ? fields.need("reason", JourneyShapes.REASON)
                : fields.may("reason", JourneyShapes.REASON);
        fields.refuseUnknown();
        return what.flatMap(step -> place.map(where ->
                new CustodyRequest(step, at, where, to, condition, inRange, bagIds, evidence, corrects, reason)));
    }

    CustodyEvent event(UUID id, EntryStamp stamp) {
        return new CustodyEvent(id, corrects, what, place, to, condition, temperatureInRange, bagIds, evidence, stamp);
    }
}
