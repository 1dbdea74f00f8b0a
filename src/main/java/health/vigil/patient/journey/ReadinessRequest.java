package health.vigil.patient.journey;

import health.vigil.journey.EntryStamp;
import health.vigil.journey.ReadinessAnswer;
import health.vigil.journey.ReadinessReply;
import health.vigil.json.Fields;
import health.vigil.json.Shapes;
import java.time.Instant;
import java.util.Optional;

/// An answer to an item of the readiness list as it is sent.
///
/// @param count how many, if the item asks for a number
/// @param at when it was so; absent: now
/// @param note the reason, needed if the item does not apply
record ReadinessRequest(
        String item, ReadinessReply answer, Optional<Integer> count, Optional<Instant> at, Optional<String> note) {
    private static final int MOST = 10_000;

    static Optional<ReadinessRequest> read(Fields fields) {
        var item = fields.need("item", JourneyShapes.IDENTIFIER);
        var answer = fields.need("answer", Shapes.word(ReadinessReply.class));
        var count = fields.may("count", Shapes.count(0, MOST));
        var at = fields.may("at", JourneyShapes.PAST);
        var note = answer.filter(ReadinessReply.NOT_APPLICABLE::equals).isPresent()
                ? fields.need("note", JourneyShapes.REASON)
                : fields.may("note", JourneyShapes.REASON);
        fields.refuseUnknown();
        return item.flatMap(id -> answer.map(reply -> new ReadinessRequest(id, reply, count, at, note)));
    }

    ReadinessAnswer answer(EntryStamp stamp) {
        return new ReadinessAnswer(item, answer, count, note, stamp);
    }
}
