package health.vigil.patient.journey;

import health.vigil.journey.Bridging;
import health.vigil.journey.DailyDose;
import health.vigil.journey.DiseaseControl;
import health.vigil.journey.JourneyClosing;
import health.vigil.journey.Lymphodepletion;
import health.vigil.journey.WaitingTime;
import health.vigil.json.Fields;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import java.util.List;
import java.util.Optional;

/// How the facts about the patient's treatment before the infusion, and about the end of a journey, are written.
final class CareBlocks {
    private static final int WORST_ECOG = 5;
    private static final int MOST_DAYS = 30;

    static final Shape<Bridging> BRIDGING = Fields.object(CareBlocks::bridging);
    static final Shape<WaitingTime> WAITING = Fields.object(CareBlocks::waiting);
    static final Shape<Lymphodepletion> LYMPHODEPLETION = Fields.object(CareBlocks::lymphodepletion);
    static final Shape<JourneyClosing> CLOSING = Fields.object(CareBlocks::closing);
    private static final Shape<DailyDose> DAILY_DOSE = Fields.object(CareBlocks::dailyDose);

    private CareBlocks() {}

    private static Optional<Bridging> bridging(Fields fields) {
        var none = fields.may("none", Shapes.claim()).orElse(false);
        var from = fields.may("from", Shapes.time());
        var bridging = new Bridging(
                none,
                fields.may("regimen", JourneyShapes.NAME),
                from,
                fields.may("to", JourneyShapes.notBefore(from, "from")),
                fields.may("response", JourneyShapes.NAME),
                fields.may("lastDoseAt", Shapes.time()),
                fields.may("steroidUntil", Shapes.time()));
        fields.refuseUnknown();
        return none && bridging.regimen().isPresent()
                ? fields.at("regimen").refuse("contradicts none")
                : Optional.of(bridging);
    }

    private static Optional<WaitingTime> waiting(Fields fields) {
        var waiting = new WaitingTime(
                fields.may("restagingDates", JourneyShapes.atMost(50, JourneyShapes.DAY))
                        .orElse(List.of()),
                fields.may("ecog", Shapes.count(0, WORST_ECOG)),
                fields.may("diseaseControl", Shapes.word(DiseaseControl.class)),
                fields.may("windowClosesAt", Shapes.time()),
                fields.may("windowClosesBecause", JourneyShapes.TEXT));
        fields.refuseUnknown();
        return Optional.of(waiting);
    }

    private static Optional<Lymphodepletion> lymphodepletion(Fields fields) {
        var regimen = fields.may("regimen", JourneyShapes.NAME);
        var fludarabine = fields.may("fludarabine", DAILY_DOSE);
        var cyclophosphamide = fields.may("cyclophosphamide", DAILY_DOSE);
        var from = fields.may("from", Shapes.time());
        var to = fields.may("to", JourneyShapes.notBefore(from, "from"));
        var renal = fields.may("renalAdjustment", JourneyShapes.TEXT);
        var deviations = fields.may("deviations", JourneyShapes.TEXT);
        fields.refuseUnknown();
        return Optional.of(new Lymphodepletion(regimen, fludarabine, cyclophosphamide, from, to, renal, deviations));
    }

    private static Optional<DailyDose> dailyDose(Fields fields) {
        var dose = fields.need("dose", JourneyShapes.AMOUNT);
        var days = fields.need("days", Shapes.count(1, MOST_DAYS));
        fields.refuseUnknown();
        return dose.flatMap(amount -> days.map(count -> new DailyDose(amount, count)));
    }

    private static Optional<JourneyClosing> closing(Fields fields) {
        var closing = new JourneyClosing(
                fields.may("day100", JourneyShapes.TEXT),
                fields.may("registryIds", JourneyShapes.IDENTIFIERS).orElse(List.of()));
        fields.refuseUnknown();
        return Optional.of(closing);
    }
}
