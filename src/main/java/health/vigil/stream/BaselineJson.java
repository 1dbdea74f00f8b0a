package health.vigil.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.grading.Baseline;
import health.vigil.intake.unit.Measure;
import health.vigil.intake.unit.Quantities;
import health.vigil.json.Fields;
import health.vigil.json.JsonText;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.observation.Capd;
import health.vigil.observation.Ice;
import java.util.Optional;
import java.util.Set;

/// A baseline as a JSON object, the same in requests, in the stream and in the database.
public final class BaselineJson {
    /// The shape of the object. Every part may be left out.
    public static final Shape<Baseline> SHAPE = Fields.object(BaselineJson::read);

    /// The names of its parts.
    public static final Set<String> PARTS =
            Set.of("systolic", "diastolic", "temperature", "spo2", "ice", "capd", "oxygenFlow", "developmentalDelay");

    private BaselineJson() {}

    private static Optional<Baseline> read(Fields fields) {
        var systolic = fields.may("systolic", Quantities.amount(Measure.PRESSURE));
        var diastolic = fields.may("diastolic", Quantities.amount(Measure.PRESSURE));
        var temperature = fields.may("temperature", Quantities.of(Measure.TEMPERATURE));
        var spo2 = fields.may("spo2", Quantities.amount(Measure.PERCENT));
        var ice = fields.may("ice", Shapes.count(0, Ice.BEST));
        var capd = fields.may("capd", Shapes.count(0, Capd.WORST));
        var oxygenFlow = fields.may("oxygenFlow", Quantities.amount(Measure.FLOW));
        var delay = fields.may("developmentalDelay", Shapes.claim()).orElse(false);
        fields.refuseUnknown();
        return fields.whenSound(
                () -> new Baseline(systolic, diastolic, temperature, spo2, ice, capd, oxygenFlow, delay));
    }

    public static ObjectNode tree(Baseline baseline) {
        var json = JsonText.object();
        baseline.systolic().ifPresent(systolic -> json.put("systolic", systolic));
        baseline.diastolic().ifPresent(diastolic -> json.put("diastolic", diastolic));
        baseline.temperature().ifPresent(temperature -> json.put("temperature", temperature));
        baseline.spo2().ifPresent(spo2 -> json.put("spo2", spo2));
        baseline.ice().ifPresent(ice -> json.put("ice", ice));
        baseline.capd().ifPresent(capd -> json.put("capd", capd));
        baseline.oxygenFlow().ifPresent(flow -> json.put("oxygenFlow", flow));
        return json.put("developmentalDelay", baseline.developmentalDelay());
    }
}
