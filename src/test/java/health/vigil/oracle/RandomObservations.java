package health.vigil.oracle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Random observations of one patient, of every kind, as the API allows them.
final class RandomObservations {

    /// An infusion that a pump may report under its own name.
    static final String PUMP = "pump-1";

    private final RandomChoice choice;
    private final RandomTimes times;
    private final RandomValues values;
    private final RandomScores scores;
    private final String usualTool;
    private final List<String> agents;
    private final boolean named;
    private final boolean supported;
    private final boolean calm;
    private final boolean stable;

    RandomObservations(RandomChoice choice, RandomTimes times, OraclePatient patient) {
        this.choice = choice;
        this.times = times;
        this.values = new RandomValues(choice, patient);
        this.scores = new RandomScores(choice, values);
        this.usualTool = patient.age() < 12 ? "capd" : "ice";
        // Few agents, so that one is started again while it runs.
        this.agents =
                Stream.generate(() -> choice.any(RandomWords.AGENTS)).limit(3).toList();
        this.named = choice.percent(50);
        this.supported = choice.percent(33);
        // Many patients never need a vasopressor or have a seizure; otherwise low grades would be rare.
        this.calm = choice.percent(60);
        this.stable = choice.percent(50);
    }

    /// One observation without id and patient.
    ///
    /// @param ids the ids of all observations, also later ones, as targets of a retraction
    ObjectNode next(List<String> ids) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        int dice = choice.between(1, 1000);
        // In every third patient, observations that may stand at the infusion are often dated before it.
        boolean standing = supported && choice.percent(25) && dice > 330 && dice <= 540;
        Instant effectiveAt = standing ? times.aroundInfusion() : times.next();
        body.put("effectiveAt", times.onTheWire(effectiveAt));
        body.put("receivedAt", times.onTheWire(times.receiptOf(effectiveAt)));
        fill(body, dice, effectiveAt, ids);
        return body;
    }

    private void fill(ObjectNode body, int dice, Instant effectiveAt, List<String> ids) {
        if (dice <= 330) vitalSigns(body);
        else if (dice <= 420) oxygenTherapy(body);
        else if (dice <= 530 && stable) vitalSigns(body);
        else if (dice <= 530) vasopressor(body);
        else if (dice <= 540) neuroFinding(body);
        else if (dice <= 570) fluidBolus(body);
        else if (dice <= 640) medication(body);
        else if (dice <= 665) crsCourse(body);
        else if (dice <= 800) neuroCheck(body);
        else if (dice <= 890 && calm) neuroCheck(body);
        else if (dice <= 840) seizure(body);
        else if (dice <= 890) neuroFinding(body);
        else if (dice <= 895) labResult(body);
        else if (dice <= 950) attribution(body, effectiveAt);
        else if (dice <= 997) retraction(body, ids);
        else death(body);
    }

    private void vitalSigns(ObjectNode body) {
        body.put("kind", "vital-signs");
        if (choice.percent(70)) RandomValues.put(body, "temperature", values.temperature());
        if (choice.percent(60)) RandomValues.put(body, "systolic", values.systolic());
        if (choice.percent(25)) RandomValues.put(body, "meanArterialPressure", values.meanPressure());
        if (choice.percent(50)) RandomValues.put(body, "spo2", values.spo2());
        if (choice.percent(20)) RandomValues.put(body, "diastolic", choice.word("40", "60", "9", "201"));
        if (choice.percent(20) || body.size() == 3)
            RandomValues.put(body, "heartRate", choice.word("88", "130", "301"));
    }

    private void oxygenTherapy(ObjectNode body) {
        body.put("kind", "oxygen-therapy");
        String device = choice.any(RandomWords.DEVICES);
        body.put("device", device);
        if (device.equals("other")) body.put("deviceName", choice.word("a helmet", "a tent"));
        if (choice.percent(device.equals("room-air") ? 30 : 85)) {
            body.put("reason", choice.any(RandomWords.OXYGEN_REASONS));
        }
        if (choice.percent(device.contains("cannula") ? 80 : 20)) {
            RandomValues.put(body, "flow", values.flow());
        }
        if (choice.percent(20)) RandomValues.put(body, "fio2", choice.word("0.21", "0.4", "1.0", "1.1"));
    }

    private void vasopressor(ObjectNode body) {
        body.put("kind", "vasopressor");
        String agent = choice.any(agents);
        body.put("agent", agent);
        if (agent.equals("other")) body.put("agentName", choice.word("cafedrine", "droxidopa"));
        String action = choice.any(RandomWords.ACTIONS);
        body.put("action", action);
        if (named && choice.percent(80)) body.put("infusionId", choice.word("line-1", "line-2", PUMP));
        boolean hasRate = action.equals("changed") || (action.equals("started") && choice.percent(30));
        if (hasRate) RandomValues.put(body, "rate", values.rate());
    }

    private void fluidBolus(ObjectNode body) {
        body.put("kind", "fluid-bolus").put("volume", 500);
        body.put("reason", choice.percent(75) ? "hypotension" : "hydration");
    }

    private void medication(ObjectNode body) {
        body.put("kind", "medication");
        body.put("drug", choice.any(RandomWords.DRUGS));
        if (choice.percent(40)) body.put("indication", choice.any(RandomWords.INDICATIONS));
    }

    private void crsCourse(ObjectNode body) {
        body.put("kind", "crs-course").put("action", choice.percent(55) ? "opened" : "closed");
    }

    private void neuroCheck(ObjectNode body) {
        body.put("kind", "neuro-check");
        if (choice.percent(75)) scores.put(body, usualTool);
        if (choice.percent(25)) scores.put(body, usualTool.equals("ice") ? "capd" : "ice");
        if (choice.percent(40) || body.size() == 3) {
            body.put("consciousness", choice.any(RandomWords.LEVELS));
        }
        if (choice.percent(10)) body.put("tremor", choice.percent(60));
        if (choice.percent(10)) body.put("handwritingChange", choice.percent(60));
    }

    private void seizure(ObjectNode body) {
        body.put("kind", "seizure").put("type", choice.word("clinical", "electrographic"));
        if (choice.percent(75)) RandomValues.put(body, "durationMinutes", values.seizureMinutes());
        body.put("resolved", choice.percent(70));
        if (choice.percent(80)) body.put("returnedToBaseline", choice.percent(60));
    }

    private void neuroFinding(ObjectNode body) {
        body.put("kind", "neuro-finding");
        body.put("finding", choice.any(RandomWords.FINDINGS));
        body.put("present", choice.percent(55));
    }

    private void labResult(ObjectNode body) {
        body.put("kind", "lab-result").put("analyte", "crp").put("value", 210).put("unit", "mg/L");
    }

    /// Begins and ends where other things happened, or a window later, and rarely at its own `effectiveAt`.
    private void attribution(ObjectNode body, Instant effectiveAt) {
        body.put("kind", "attribution").put("cause", "another cause");
        ArrayNode components = body.putArray("components");
        components.add(choice.any(RandomWords.COMPONENTS));
        if (choice.percent(30)) components.add(choice.any(RandomWords.MORE_COMPONENTS));
        Instant from = choice.percent(20) ? effectiveAt : times.boundary();
        body.put("from", times.onTheWire(from));
        Instant until = times.boundary();
        if (choice.percent(70)) {
            body.put("until", times.onTheWire(until.isAfter(from) ? until : from.plus(Duration.ofHours(12))));
        }
    }

    private void retraction(ObjectNode body, List<String> ids) {
        body.put("kind", "retraction").put("reason", "entered in error");
        body.put("observationId", choice.percent(5) ? "nobody-knows" : choice.any(ids));
    }

    private void death(ObjectNode body) {
        body.put("kind", "death").put("cause", choice.word("crs", "icans", "other"));
    }
}
