package health.vigil.patient.journey;

import health.vigil.journey.CellDose;
import health.vigil.journey.InfusedBag;
import health.vigil.journey.InfusionReaction;
import health.vigil.journey.InfusionReactionSign;
import health.vigil.journey.InfusionRecord;
import health.vigil.journey.Premedication;
import health.vigil.json.Fields;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.observation.Drug;
import health.vigil.stream.FactsJson;
import java.util.List;
import java.util.Optional;

/// How an infusion is written.
final class InfusionShape {
    private static final int MOST_BAGS = 20;
    private static final int MOST_DRUGS = 20;
    private static final int WORST_GRADE = 5;

    private static final Shape<List<InfusedBag>> BAGS = JourneyShapes.atMost(
                    MOST_BAGS, Fields.object(InfusionShape::bag))
            .where(bags -> !bags.isEmpty(), "is empty")
            .where(bags -> bags.stream().map(InfusedBag::bagId).distinct().count() == bags.size(), "names a bag twice");
    private static final Shape<CellDose> DOSE = Fields.object(InfusionShape::dose);
    private static final Shape<String> UNIT =
            Shapes.text(16).where(CellDose.UNITS::contains, "must be 10*6 or 10*6/kg");
    private static final Shape<List<Premedication>> PREMEDICATION =
            JourneyShapes.atMost(MOST_DRUGS, Fields.object(InfusionShape::premedication));
    private static final Shape<InfusionReaction> REACTION = Fields.object(InfusionShape::reaction);

    private InfusionShape() {}

    /// Reads the fields of an infusion. Other fields are allowed beside them.
    static Optional<InfusionRecord> read(Fields fields) {
        var bags = fields.need("bags", BAGS);
        var dose = fields.may("dose", DOSE);
        var route = fields.may("route", JourneyShapes.NAME).orElse("intravenous");
        var premedication = fields.may("premedication", PREMEDICATION).orElse(List.of());
        var reaction = fields.may("reaction", REACTION);
        var discarded = fields.may("discardedVolume", JourneyShapes.AMOUNT);
        var weight = fields.may("weight", FactsJson.WEIGHT);
        var note = fields.may("note", FactsJson.NOTE);
        return bags.map(all -> new InfusionRecord(all, dose, route, premedication, reaction, discarded, weight, note));
    }

    private static Optional<InfusedBag> bag(Fields fields) {
        var bagId = fields.need("bagId", JourneyShapes.IDENTIFIER);
        var thawedAt = fields.may("thawedAt", JourneyShapes.PAST);
        var startedAt = fields.need(
                "startedAt",
                JourneyShapes.PAST.where(at -> thawedAt.filter(at::isBefore).isEmpty(), "must not be before thawedAt"));
        var stoppedAt = fields.may(
                "stoppedAt",
                JourneyShapes.PAST.where(
                        at -> startedAt.filter(at::isBefore).isEmpty(), "must not be before startedAt"));
        var volume = fields.may("volume", JourneyShapes.AMOUNT);
        var cells = fields.may("cells", JourneyShapes.AMOUNT);
        fields.refuseUnknown();
        return bagId.flatMap(
                id -> startedAt.map(start -> new InfusedBag(id, thawedAt, start, stoppedAt, volume, cells)));
    }

    private static Optional<CellDose> dose(Fields fields) {
        var value = fields.need("value", JourneyShapes.AMOUNT);
        var unit = fields.need("unit", UNIT);
        fields.refuseUnknown();
        return value.flatMap(amount -> unit.map(word -> new CellDose(amount, word)));
    }

    private static Optional<Premedication> premedication(Fields fields) {
        var drug = fields.need("drug", Shapes.word(Drug.class));
        var name = fields.may("drugName", JourneyShapes.NAME);
        var at = fields.may("at", JourneyShapes.PAST);
        fields.refuseUnknown();
        return drug.map(known -> new Premedication(known, name, at));
    }

    private static Optional<InfusionReaction> reaction(Fields fields) {
        var signs = fields.need(
                "signs",
                JourneyShapes.atMost(10, Shapes.word(InfusionReactionSign.class))
                        .where(
                                all -> !all.isEmpty() && (all.size() == 1 || !all.contains(InfusionReactionSign.NONE)),
                                "must be none, or one sign or more"));
        var grade = fields.may("grade", Shapes.count(0, WORST_GRADE));
        fields.refuseUnknown();
        return signs.map(all -> new InfusionReaction(all, grade));
    }
}
