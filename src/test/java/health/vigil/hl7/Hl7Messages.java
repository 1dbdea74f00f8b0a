package health.vigil.hl7;

import health.vigil.exchange.CodeFile;
import health.vigil.exchange.SenderSettings;
import health.vigil.exchange.SenderSettings.IdentifyBy;
import health.vigil.exchange.SenderSettings.MessageSettings;
import health.vigil.exchange.SenderSettings.ReadingSettings;
import health.vigil.exchange.SenderSettings.SubjectSettings;
import health.vigil.exchange.Statement;
import health.vigil.exchange.StatementLine;
import health.vigil.exchange.Vocabulary;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import health.vigil.observation.Sender;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Messages of the tests, and what is read of them as one line.
final class Hl7Messages {
    static final Instant NOW = Instant.parse("2026-03-02T10:05:00Z");
    static final SenderSettings LABORATORY = settings("lab", false, IdentifyBy.PATIENT);
    static final SenderSettings MONITORS = settings("monitors", true, IdentifyBy.DEVICE);

    private Hl7Messages() {}

    static SenderSettings settings(String name, boolean device, IdentifyBy identifyBy) {
        return SenderSettings.of(new Sender(name), device)
                .with(new SubjectSettings(identifyBy, Optional.of("HOSP"), "MR"))
                .with(new MessageSettings(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of("ORU", "ADT"),
                        Set.of("P"),
                        SenderSettings.AckMode.AUTO));
    }

    /// The reading settings of a test, with a hospital's own codes.
    static ReadingSettings reading(String codes, Optional<String> zone, boolean decimalComma) {
        return new ReadingSettings(
                Vocabulary.standard().with("test", CodeFile.read("test", codes)),
                Optional.of(OxygenReason.HYPOXIA),
                Optional.<OxygenDevice>empty(),
                zone.map(ZoneId::of),
                false,
                decimalComma,
                Optional.of(Duration.ofHours(24)),
                Map.of());
    }

    /// A message of a laboratory about patient p-1.
    static String laboratory(String... obx) {
        return message("MSH|^~\\&|LAB|H|||20260302100400+0000||ORU^R01|17|P|2.5", "PID|1||p-1^^^HOSP^MR", obx);
    }

    /// A message of a bedside monitor, identified by OBX-18 or PV1-3.
    static String monitor(String... obx) {
        return message("MSH|^~\\&|MON|W|||20260302100001+0000||ORU^R01^ORU_R01|1|P|2.6", "PV1|1|I|HEM^2^12", obx);
    }

    private static String message(String header, String second, String... obx) {
        return String.join("\r", header, second, "OBR|1|o-1|f-9|VITALS^Vitals|||20260302100000", String.join("\r", obx))
                + "\r";
    }

    static Hl7Result read(String message, SenderSettings sender) {
        return read(message, sender, NOW);
    }

    private static Hl7Result read(String message, SenderSettings sender, Instant receivedAt) {
        return new Hl7Reader(sender).read(message.getBytes(StandardCharsets.US_ASCII), receivedAt);
    }

    static List<Statement> statements(String message, SenderSettings sender) {
        return statements(message, sender, NOW);
    }

    static List<Statement> statements(String message, SenderSettings sender, Instant receivedAt) {
        return read(message, sender, receivedAt) instanceof Hl7Result.OfResults(var _, var statements, var _)
                ? statements
                : List.of();
    }

    static String line(String message, SenderSettings sender) {
        return line(read(message, sender));
    }

    static String line(Hl7Result result) {
        return switch (result) {
            case Hl7Result.OfResults(var _, var statements, var _) ->
                statements.stream().map(StatementLine::of).collect(Collectors.joining(" + "));
            case Hl7Result.Stays(var _, var reports) ->
                reports.stream().map(report -> report.change().word()).collect(Collectors.joining(" + "));
            case Hl7Result.AckMessage _ -> "acknowledgement";
            case Hl7Result.NothingOfOurs(var _, var reason) -> "nothing: " + reason.word();
            case Hl7Result.RefusedMessage(var _, var outcome, var error, var close) ->
                "A" + outcome.letter() + " " + error.code().number() + (close ? " closed" : "");
        };
    }
}
