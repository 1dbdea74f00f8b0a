package health.vigil.command;

import health.vigil.exchange.CodeFile;
import health.vigil.exchange.SenderSettings;
import health.vigil.exchange.SenderSettings.IdentifyBy;
import health.vigil.exchange.SenderSettings.MessageSettings;
import health.vigil.exchange.SenderSettings.ReadingSettings;
import health.vigil.exchange.SenderSettings.SubjectSettings;
import health.vigil.exchange.Vocabulary;
import health.vigil.fhir.SubjectSystems;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import health.vigil.observation.Sender;
import health.vigil.observation.Word;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// What is known about the sender of a message that is tried. Times of the past are not too old here.
final class SenderOptions {
    @Option(names = "--sender", paramLabel = "NAME", defaultValue = "sender", description = "The sender's account.")
    String sender = "sender";

    @Option(names = "--device", description = "It sends the readings of bedside devices.")
    boolean device;

    @Option(
            names = "--identify-by",
            paramLabel = "WHAT",
            defaultValue = "patient",
            converter = IdentifyByWord.class,
            description = "patient or device: how it names whom a message is about.")
    IdentifyBy identifyBy = IdentifyBy.PATIENT;

    @Option(
            names = "--patient-authority",
            paramLabel = "AUTHORITY",
            description = "The assigning authority of our patient ids in HL7 (CX.4).")
    Optional<String> authority = Optional.empty();

    @Option(
            names = "--patient-type",
            paramLabel = "TYPE",
            defaultValue = "MR",
            description = "Their type in HL7 (CX.5). Default: ${DEFAULT-VALUE}.")
    String type = "MR";

    @Option(
            names = "--patient-system",
            paramLabel = "SYSTEM",
            defaultValue = "urn:vigil:patient",
            description = "The system of our patient ids in FHIR. Default: ${DEFAULT-VALUE}.")
    String patientSystem = "urn:vigil:patient";

    @Option(names = "--device-system", paramLabel = "SYSTEM", description = "The system of our device ids in FHIR.")
    Optional<String> deviceSystem = Optional.empty();

    @Option(names = "--zone", paramLabel = "ZONE", description = "The zone of times without an offset: Europe/Berlin.")
    Optional<ZoneId> zone = Optional.empty();

    @Option(names = "--charset", paramLabel = "NAME", description = "The character set of messages that name none.")
    Optional<Charset> charset = Optional.empty();

    @Option(names = "--codes", paramLabel = "CSV", description = "Further codes: system,code,vigil-word,unit?")
    Optional<Path> codes = Optional.empty();

    @Option(
            names = "--oxygen-reason",
            paramLabel = "REASON",
            converter = ReasonWord.class,
            description = "The reason for oxygen if none is said.")
    Optional<OxygenReason> oxygenReason = Optional.empty();

    @Option(
            names = "--oxygen-device",
            paramLabel = "DEVICE",
            converter = DeviceWord.class,
            description = "The device of a flow if none is said.")
    Optional<OxygenDevice> oxygenDevice = Optional.empty();

    @Option(names = "--decimal-comma", description = "A comma in a number is a decimal point.")
    boolean decimalComma;

    @Option(
            names = "--processing-ids",
            paramLabel = "ID",
            split = ",",
            defaultValue = "P",
            description = "What MSH-11 may be. Default: ${DEFAULT-VALUE}.")
    Set<String> processingIds = Set.of("P");

    /// @throws IllegalArgumentException if the file of codes has a fault, with the line
    SenderSettings settings() throws IOException {
        var defaults = SenderSettings.of(new Sender(sender), device);
        return defaults.with(new SubjectSettings(identifyBy, authority, type))
                .with(new ReadingSettings(
                        vocabulary(),
                        oxygenReason,
                        oxygenDevice,
                        zone,
                        defaults.reading().timeOfMessage(),
                        decimalComma,
                        Optional.empty(),
                        defaults.reading().defaultUnits()))
                .with(new MessageSettings(
                        Optional.empty(),
                        Optional.empty(),
                        charset,
                        Set.of("ORU", "ADT", "RAS"),
                        processingIds,
                        defaults.messages().ack()));
    }

    SubjectSystems systems() {
        return new SubjectSystems(patientSystem, Set.of(), deviceSystem);
    }

    private Vocabulary vocabulary() throws IOException {
        if (codes.isEmpty()) {
            return Vocabulary.standard();
        }
        var name = codes.get().toString();
        return Vocabulary.standard().with(name, CodeFile.read(name, Files.readString(codes.get())));
    }

    private static <W extends Enum<W> & Word> W word(Class<W> words, String text) {
        return Word.of(words, text)
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of "
                        + Arrays.stream(words.getEnumConstants())
                                .map(Word::word)
                                .collect(Collectors.joining(", "))));
    }

    static final class IdentifyByWord implements ITypeConverter<IdentifyBy> {
        @Override
        public IdentifyBy convert(String text) {
            return word(IdentifyBy.class, text);
        }
    }

    static final class ReasonWord implements ITypeConverter<OxygenReason> {
        @Override
        public OxygenReason convert(String text) {
            return word(OxygenReason.class, text);
        }
    }

    static final class DeviceWord implements ITypeConverter<OxygenDevice> {
        @Override
        public OxygenDevice convert(String text) {
            return word(OxygenDevice.class, text);
        }
    }
}
