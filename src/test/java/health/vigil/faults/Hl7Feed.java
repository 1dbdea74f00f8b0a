package health.vigil.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.faults.FedRevisions.FedReport;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Pattern;

/// A chart and a gateway of bedside monitors that report over MLLP. The chart corrects and withdraws its values;
/// the monitors, which name the patient beside the device, repeat theirs.
final class Hl7Feed implements Feed {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmssxx").withZone(ZoneOffset.UTC);
    private static final Pattern TAKEN = Pattern.compile("MSA\\|[AC]A\\|[^|\\r]*\\|*\\r");
    private static final Duration SLOT = Duration.ofHours(3);
    private static final int FACTS = 12;
    /// Readings of devices are taken for a day.
    private static final int FIRST_OF_DEVICE = 7;

    private final MllpLine line;

    Hl7Feed(Fleet fleet) {
        this.line = new MllpLine(fleet.mllpPort());
    }

    @Override
    public String name() {
        return "mllp";
    }

    @Override
    public FeedAnswer send(FeedMessage message) {
        return message instanceof FeedMessage.TextSent(var text)
                ? line.send(text)
                        .map(answer -> TAKEN.matcher(answer).find() && !answer.contains("ERR|")
                                ? new FeedAnswer.Kept()
                                : (FeedAnswer) new FeedAnswer.NotTaken(answer))
                        .orElseGet(FeedAnswer.AgainLater::new)
                : new FeedAnswer.NotTaken("no message of HL7");
    }

    @Override
    public List<FedFact> facts(FedPatient patient, Random random) {
        var facts = new ArrayList<FedFact>();
        for (var number = 0; number < FACTS; number++) {
            var at = patient.patient()
                    .infusedAt()
                    .plus(SLOT.multipliedBy(number))
                    .plusSeconds(1 + random.nextInt((int) Duration.ofHours(1).toSeconds()));
            var fact = new MessageFact(patient, patient.patientId() + "-" + number, at, random);
            facts.add(
                    number >= FIRST_OF_DEVICE && random.nextInt(3) > 0
                            ? fact.monitor()
                            : switch (random.nextInt(4)) {
                                case 0, 1 -> fact.temperature();
                                case 2 -> fact.saturation();
                                default -> fact.pressures();
                            });
        }
        return facts;
    }

    /// One fact as messages.
    ///
    /// @param order the number of its order
    private record MessageFact(FedPatient patient, String order, Instant at, Random random) {
        FedFact temperature() {
            return result(
                    FedRevisions.random(random, () -> "%d.%d".formatted(36 + random.nextInt(5), random.nextInt(10))),
                    "8310-5^Temperature^LN",
                    "Cel",
                    value -> entry().put("temperature", new BigDecimal(value)));
        }

        FedFact saturation() {
            return result(
                    FedRevisions.random(random, () -> String.valueOf(84 + random.nextInt(16))),
                    "59408-5^SpO2^LN",
                    "%",
                    value -> entry().put("spo2", Integer.valueOf(value)));
        }

        private ObjectNode entry() {
            return FedFact.entry("vital-signs", at);
        }

        private FedFact result(
                FedRevisions<String> revisions, String code, String unit, Function<String, ObjectNode> entry) {
            return new FedFact(
                    at,
                    revisions.reports().stream()
                            .map(report -> result(report, code, unit))
                            .toList(),
                    revisions.standing().map(entry).stream().toList());
        }

        private FeedMessage result(FedReport<String> report, String code, String unit) {
            var issued = TIME.format(at.plusSeconds(60L * (1 + report.number())));
            var status = report.value().isEmpty() ? "W" : report.isFirst() ? "F" : "C";
            return chart(
                    issued,
                    "OBX|1|NM|" + code + "||" + report.value().orElse("") + "|" + unit + "|||||" + status + "|||"
                            + TIME.format(at) + "|||||" + issued);
        }

        /// Pressures are not corrected by messages: a person does that.
        FedFact pressures() {
            var systolic = 78 + random.nextInt(60);
            var time = TIME.format(at);
            var message = chart(
                    time,
                    pressure(1, "8480-6^Systolic^LN", systolic, time),
                    pressure(2, "8462-4^Diastolic^LN", systolic / 2, time));
            return new FedFact(
                    at,
                    List.of(message),
                    List.of(entry().put("systolic", systolic).put("diastolic", systolic / 2)));
        }

        private static String pressure(int number, String code, int value, String time) {
            return "OBX|" + number + "|NM|" + code + "||" + value + "|mm[Hg]|||||F|||" + time;
        }

        private FeedMessage chart(String sentAt, String... values) {
            return message("CHART", sentAt, "OBR|1||" + order + "|VITALS|||" + TIME.format(at), values);
        }

        /// The group of signs of a bedside monitor.
        FedFact monitor() {
            var temperature = "%d.%d".formatted(36 + random.nextInt(5), random.nextInt(10));
            var saturation = 84 + random.nextInt(16);
            var systolic = 78 + random.nextInt(60);
            var message = message(
                    "MON",
                    TIME.format(at),
                    "OBR|1|||VITALS|||" + TIME.format(at),
                    reading(1, "150344^MDC_TEMP^MDC", temperature, "268192^MDC_DIM_DEGC^MDC"),
                    reading(
                            2,
                            "150456^MDC_PULS_OXIM_SAT_O2^MDC",
                            String.valueOf(saturation),
                            "262688^MDC_DIM_PERCENT^MDC"),
                    reading(
                            3,
                            "150021^MDC_PRESS_BLD_NONINV_SYS^MDC",
                            String.valueOf(systolic),
                            "266016^MDC_DIM_MMHG^MDC"),
                    reading(
                            4,
                            "150022^MDC_PRESS_BLD_NONINV_DIA^MDC",
                            String.valueOf(systolic / 2),
                            "266016^MDC_DIM_MMHG^MDC"));
            return new FedFact(
                    at,
                    List.of(message),
                    List.of(entry().put("temperature", new BigDecimal(temperature))
                            .put("spo2", saturation)
                            .put("systolic", systolic)
                            .put("diastolic", systolic / 2)));
        }

        private String reading(int number, String code, String value, String unit) {
            return "OBX|" + number + "|NM|" + code + "||" + value + "|" + unit + "|||||F|||||||m-"
                    + patient.patientId();
        }

        private FeedMessage message(String application, String sentAt, String order, String... values) {
            return new FeedMessage.TextSent("MSH|^~\\&|" + application + "|W|||" + sentAt + "||ORU^R01|1|P|2.5\r"
                    + "PID|1||" + patient.patientId() + "^^^HOSP^MR\r" + order + "\r" + String.join("\r", values)
                    + "\r");
        }
    }
}
