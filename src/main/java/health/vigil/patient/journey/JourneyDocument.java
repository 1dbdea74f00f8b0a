package health.vigil.patient.journey;

import health.vigil.journey.Apheresis;
import health.vigil.journey.JourneyClosing;
import health.vigil.journey.JourneyFacts;
import health.vigil.journey.Lymphodepletion;
import health.vigil.journey.Manufacturing;
import health.vigil.journey.ProductIdentity;
import health.vigil.journey.WaitingTime;
import health.vigil.json.Fields;
import health.vigil.json.Shapes;
import health.vigil.patient.episode.Admission;
import health.vigil.stream.FactsJson;
import java.util.Optional;

/// The facts of a journey as JSON, the same in requests and in the database. Changes are merge patches (RFC 7396).
final class JourneyDocument {
    private JourneyDocument() {}

    static Optional<JourneyFacts> read(Fields fields) {
        var patientId = fields.need("patientId", Shapes.patientId());
        var name = fields.may("name", FactsJson.NAME);
        var birthDate = fields.need("birthDate", FactsJson.BIRTH_DATE);
        var sex = fields.may("sex", FactsJson.SEX);
        var product = fields.need("product", FactsJson.NAME);
        var indication = fields.may("indication", FactsJson.NAME);
        var trial = fields.may("trial", JourneyShapes.NAME);
        var referringHospital = fields.may("referringHospital", JourneyShapes.NAME);
        var coordinator = fields.may("coordinator", JourneyShapes.NAME);
        var caregiver = fields.may("caregiver", Shapes.claim());
        var consentAt = fields.may("consentAt", JourneyShapes.PAST);
        var ward = fields.need("ward", Admission.PLACE);
        var infusionPlannedAt = fields.may("infusionPlannedAt", Shapes.time());
        var identity = fields.may("identity", ProductBlocks.IDENTITY).orElse(ProductIdentity.NONE);
        var apheresis = fields.may("apheresis", ProductBlocks.APHERESIS).orElse(Apheresis.NONE);
        var manufacturing =
                fields.may("manufacturing", ProductBlocks.MANUFACTURING).orElse(Manufacturing.NONE);
        var deviation = fields.may("outOfSpecification", ProductBlocks.DEVIATION);
        var bridging = fields.may("bridging", CareBlocks.BRIDGING);
        var waiting = fields.may("waiting", CareBlocks.WAITING).orElse(WaitingTime.NONE);
        var lymphodepletion =
                fields.may("lymphodepletion", CareBlocks.LYMPHODEPLETION).orElse(Lymphodepletion.NONE);
        var closing = fields.may("closing", CareBlocks.CLOSING).orElse(JourneyClosing.NONE);
        fields.refuseUnknown();
        return fields.whenSound(() -> new JourneyFacts(
                patientId.orElseThrow(),
                name,
                birthDate.orElseThrow(),
                sex,
                product.orElseThrow(),
                indication,
                trial,
                referringHospital,
                coordinator,
                caregiver,
                consentAt,
                ward.orElseThrow(),
                infusionPlannedAt,
                identity,
                apheresis,
                manufacturing,
                deviation,
                bridging,
                waiting,
                lymphodepletion,
                closing));
    }
}
