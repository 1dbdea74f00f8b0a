package health.vigil.patient.journey;

import health.vigil.journey.Apheresis;
import health.vigil.journey.ApheresisReaction;
import health.vigil.journey.Deviation;
import health.vigil.journey.DeviationDecision;
import health.vigil.journey.DeviationParameter;
import health.vigil.journey.Manufacturing;
import health.vigil.journey.ManufacturingOutcome;
import health.vigil.journey.ProductIdentity;
import health.vigil.json.Fields;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import java.util.List;
import java.util.Optional;

/// How the facts about the cells and the product are written.
final class ProductBlocks {
    static final Shape<ProductIdentity> IDENTITY = Fields.object(ProductBlocks::identity);
    static final Shape<Apheresis> APHERESIS = Fields.object(ProductBlocks::apheresis);
    static final Shape<Manufacturing> MANUFACTURING = Fields.object(ProductBlocks::manufacturing);
    static final Shape<Deviation> DEVIATION = Fields.object(ProductBlocks::deviation);

    private ProductBlocks() {}

    private static Optional<ProductIdentity> identity(Fields fields) {
        var identity = new ProductIdentity(
                fields.may("coiId", JourneyShapes.IDENTIFIER),
                fields.may("din", JourneyShapes.IDENTIFIERS).orElse(List.of()),
                fields.may("sec", JourneyShapes.IDENTIFIER),
                fields.may("apheresisIds", JourneyShapes.IDENTIFIERS).orElse(List.of()),
                fields.may("productLot", JourneyShapes.IDENTIFIER),
                fields.may("productIds", JourneyShapes.IDENTIFIERS).orElse(List.of()),
                fields.may("bagIds", JourneyShapes.IDENTIFIERS).orElse(List.of()),
                fields.may("patientIdOnLabel", JourneyShapes.IDENTIFIER),
                fields.may("nameOnLabel", JourneyShapes.NAME),
                fields.may("dateOfBirthOnLabel", JourneyShapes.DAY),
                fields.may("expiresAt", Shapes.time()));
        fields.refuseUnknown();
        return Optional.of(identity);
    }

    private static Optional<Apheresis> apheresis(Fields fields) {
        var plannedAt = fields.may("plannedAt", Shapes.time());
        var startedAt = fields.may("startedAt", JourneyShapes.PAST);
        var endedAt = fields.may("endedAt", JourneyShapes.notBefore(startedAt, "startedAt"));
        var apheresis = new Apheresis(
                plannedAt,
                startedAt,
                endedAt,
                fields.may("access", JourneyShapes.NAME),
                fields.may("volumeProcessed", JourneyShapes.AMOUNT),
                fields.may("cd3Total", JourneyShapes.AMOUNT),
                fields.may("wbc", JourneyShapes.AMOUNT),
                fields.may("adverse", JourneyShapes.atMost(10, Shapes.word(ApheresisReaction.class)))
                        .orElse(List.of()),
                fields.may("washoutChecked", Shapes.claim()),
                fields.may("viralMarkersOn", JourneyShapes.DAY));
        fields.refuseUnknown();
        return Optional.of(apheresis);
    }

    private static Optional<Manufacturing> manufacturing(Fields fields) {
        var startedAt = fields.may("startedAt", JourneyShapes.PAST);
        var manufacturing = new Manufacturing(
                startedAt,
                fields.may("expectedReleaseAt", Shapes.time()),
                fields.may("releaseAt", JourneyShapes.notBefore(startedAt, "startedAt")),
                fields.may("outcome", Shapes.word(ManufacturingOutcome.class)),
                fields.may("remanufactureOf", JourneyShapes.IDENTIFIER));
        fields.refuseUnknown();
        return Optional.of(manufacturing);
    }

    private static Optional<Deviation> deviation(Fields fields) {
        var parameter = fields.need("parameter", Shapes.word(DeviationParameter.class));
        var value = fields.may("value", Shapes.number());
        var limit = fields.may("limit", Shapes.number());
        var decision = fields.may("decision", Shapes.word(DeviationDecision.class));
        var physician = fields.may("physician", JourneyShapes.NAME);
        var reference = fields.may("reference", JourneyShapes.NAME);
        var consentAt = fields.may("patientConsentAt", JourneyShapes.PAST);
        fields.refuseUnknown();
        return parameter.map(what -> new Deviation(what, value, limit, decision, physician, reference, consentAt));
    }
}
