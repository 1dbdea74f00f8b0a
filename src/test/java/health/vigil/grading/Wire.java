package health.vigil.grading;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.observation.*;
import health.vigil.observation.Word;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.*;
import java.util.stream.*;

final class Wire {
    static Observation read(JsonNode n, PatientId p) {
        return new Observation(
                new ObservationId(n.get("id").asText()), p, t(n, "effectiveAt"), t(n, "receivedAt"), content(n));
    }

    static Instant t(JsonNode n, String f) {
        return java.time.OffsetDateTime.parse(n.get(f).asText()).toInstant();
    }

    static <W extends Enum<W> & Word> W w(JsonNode n, String f, Class<W> c) {
        return Word.of(c, n.get(f).asText()).orElseThrow();
    }

    static Optional<BigDecimal> q(JsonNode n, String f) {
        JsonNode v = n.get(f);
        if (v == null || v.isNull()) return Optional.empty();
        if (v.isObject()) {
            BigDecimal d = v.get("value").decimalValue();
            String u = v.get("unit").asText();
            return Optional.of(
                    switch (u) {
                        case "[degF]" ->
                            d.subtract(BigDecimal.valueOf(32))
                                    .multiply(BigDecimal.valueOf(5))
                                    .divide(BigDecimal.valueOf(9), 12, RoundingMode.DOWN);
                        case "K" -> d.subtract(new BigDecimal("273.15"));
                        case "kPa" -> d.multiply(new BigDecimal("7.50061682704"));
                        case "s" -> d.divide(BigDecimal.valueOf(60), 12, RoundingMode.DOWN);
                        case "h" -> d.multiply(BigDecimal.valueOf(60));
                        case "L" -> d.multiply(BigDecimal.valueOf(1000));
                        case "g" -> d.multiply(BigDecimal.valueOf(1000));
                        case "Cel", "mm[Hg]", "%", "L/min", "mL", "mg", "min", "/min" -> d;
                        default -> throw new IllegalArgumentException(u);
                    });
        }
        return Optional.of(v.decimalValue());
    }

    static Baseline baseline(JsonNode b) {
        if (b.isMissingNode() || b.isNull()) return Baseline.NONE;
        return new Baseline(
                q(b, "systolic"),
                q(b, "diastolic"),
                q(b, "temperature"),
                q(b, "spo2"),
                q(b, "ice").map(BigDecimal::intValueExact),
                q(b, "capd").map(BigDecimal::intValueExact),
                q(b, "oxygenFlow"),
                b.path("developmentalDelay").asBoolean(false));
    }

    static Content content(JsonNode n) {
        return switch (w(n, "kind", Kind.class)) {
            case VITAL_SIGNS -> {
                var m = new EnumMap<VitalSign, BigDecimal>(VitalSign.class);
                for (var s : VitalSign.values()) q(n, s.field()).ifPresent(v -> m.put(s, v));
                yield new VitalSigns(m, Optional.empty());
            }
            case OXYGEN_THERAPY ->
                new OxygenTherapy(
                        w(n, "device", OxygenDevice.class),
                        q(n, "flow"),
                        q(n, "fio2"),
                        n.has("reason") ? Optional.of(w(n, "reason", OxygenReason.class)) : Optional.empty());
            case VASOPRESSOR ->
                new Vasopressor(
                        w(n, "agent", VasopressorAgent.class), w(n, "action", InfusionAction.class), Optional.empty());
            case FLUID_BOLUS -> new FluidBolus(q(n, "volume").orElseThrow(), w(n, "reason", FluidReason.class));
            case MEDICATION -> new Medication(w(n, "drug", Drug.class), q(n, "dose"));
            case NEURO_CHECK ->
                new NeuroCheck(
                        ice(n.get("ice")),
                        capd(n.get("capd")),
                        n.has("consciousness")
                                ? Optional.of(w(n, "consciousness", Consciousness.class))
                                : Optional.empty(),
                        StreamSupport.stream(n.path("notTestable").spliterator(), false)
                                .map(x -> Word.of(Tool.class, x.asText()).orElseThrow())
                                .collect(Collectors.toSet()),
                        Optional.ofNullable(n.get("notTestableReason")).map(JsonNode::asText),
                        b(n, "tremor"),
                        b(n, "handwritingChange"),
                        Optional.empty());
            case SEIZURE ->
                new Seizure(
                        w(n, "type", SeizureType.class),
                        q(n, "durationMinutes").orElseThrow(),
                        n.get("resolved").asBoolean(),
                        n.get("returnedToBaseline").asBoolean());
            case NEURO_FINDING ->
                new NeuroFinding(
                        w(n, "finding", Finding.class), n.get("present").asBoolean());
            case LAB_RESULT ->
                new LabResult(
                        w(n, "analyte", Analyte.class),
                        n.get("value").decimalValue(),
                        n.get("unit").asText(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
            case ATTRIBUTION ->
                new Attribution(
                        StreamSupport.stream(n.get("components").spliterator(), false)
                                .map(x -> Word.of(Component.class, x.asText()).orElseThrow())
                                .collect(Collectors.toSet()),
                        n.get("cause").asText(),
                        t(n, "from"),
                        n.hasNonNull("until") ? Optional.of(t(n, "until")) : Optional.empty());
            case RETRACTION ->
                new Retraction(
                        new ObservationId(n.get("observationId").asText()),
                        n.path("reason").asText("x"));
            case DEATH -> new Death(w(n, "cause", DeathCause.class));
        };
    }

    static Optional<Boolean> b(JsonNode n, String f) {
        return n.has(f) ? Optional.of(n.get(f).asBoolean()) : Optional.empty();
    }

    static Optional<Ice> ice(JsonNode n) {
        if (n == null) return Optional.empty();
        if (n.isObject()) {
            int s = 0;
            for (var x : n) s += x.asInt();
            return Optional.of(Ice.ofTotal(s));
        }
        return Optional.of(Ice.ofTotal(n.asInt()));
    }

    static Optional<Capd> capd(JsonNode n) {
        if (n == null) return Optional.empty();
        if (n.isObject()) {
            int s = 0;
            for (var x : n) s += x.asInt();
            return Optional.of(Capd.ofTotal(s));
        }
        return Optional.of(Capd.ofTotal(n.asInt()));
    }
}
