package health.vigil.exchange;

import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import health.vigil.observation.Sender;
import health.vigil.observation.Word;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is known about a system that sends messages. What is not set is never guessed at the bedside.
///
/// @param device whether it sends readings of bedside devices, under the role `device`
/// @param wards the wards that it may send for; empty for all
public record SenderSettings(
        Sender sender,
        boolean device,
        Set<String> wards,
        SubjectSettings subjects,
        ReadingSettings reading,
        MessageSettings messages) {
    public SenderSettings {
        wards = Set.copyOf(wards);
    }

    /// A sender with the defaults.
    public static SenderSettings of(Sender sender, boolean device) {
        return new SenderSettings(
                sender,
                device,
                Set.of(),
                SubjectSettings.DEFAULT,
                device ? ReadingSettings.OF_DEVICES : ReadingSettings.DEFAULT,
                MessageSettings.DEFAULT);
    }

    public SenderSettings with(SubjectSettings other) {
        return new SenderSettings(sender, device, wards, other, reading, messages);
    }

    public SenderSettings with(ReadingSettings other) {
        return new SenderSettings(sender, device, wards, subjects, other, messages);
    }

    public SenderSettings with(MessageSettings other) {
        return new SenderSettings(sender, device, wards, subjects, reading, other);
    }

    /// How a message names whom it is about.
    public enum IdentifyBy implements Word {
        PATIENT,
        DEVICE,
        /// By both: the patient and the binding of the device must agree.
        BOTH
    }

    /// How the messages of a sender name patients.
    ///
    /// @param authority the assigning authority of our patient ids in HL7 (CX.4)
    /// @param type their type (CX.5)
    public record SubjectSettings(IdentifyBy identifyBy, Optional<String> authority, String type) {
        public static final SubjectSettings DEFAULT = new SubjectSettings(IdentifyBy.PATIENT, Optional.empty(), "MR");
    }

    /// How the values of a sender are read.
    ///
    /// @param oxygenReason the reason for oxygen if none is said
    /// @param oxygenDevice the device of a flow if none is said
    /// @param zone the zone of local times without an offset
    /// @param timeOfMessage whether the time of the message counts if a value has none
    /// @param maxAge the greatest age of a reading at receipt
    /// @param defaultUnits the unit (UCUM) of a value without one, by the word of its field
    public record ReadingSettings(
            Vocabulary vocabulary,
            Optional<OxygenReason> oxygenReason,
            Optional<OxygenDevice> oxygenDevice,
            Optional<ZoneId> zone,
            boolean timeOfMessage,
            boolean decimalComma,
            Optional<Duration> maxAge,
            Map<String, String> defaultUnits) {
        public static final ReadingSettings DEFAULT = new ReadingSettings(
                Vocabulary.standard(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                Map.of());
        static final ReadingSettings OF_DEVICES = new ReadingSettings(
                Vocabulary.standard(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Optional.of(Duration.ofHours(24)),
                Map.of());

        public ReadingSettings {
            defaultUnits = Map.copyOf(defaultUnits);
        }
    }

    /// Which answer a sender of HL7 expects.
    public enum AckMode implements Word {
        /// By MSH-15 and MSH-16.
        AUTO,
        ORIGINAL,
        ENHANCED
    }

    /// How the messages of a sender of HL7 are taken.
    ///
    /// @param application the sending application (MSH-3.1), if it is asked for
    /// @param facility the sending facility (MSH-4.1), if it is asked for
    /// @param charset the character set of messages that name none
    /// @param accepts the types of messages: ORU, ADT, RAS
    /// @param processingIds what MSH-11 may be
    public record MessageSettings(
            Optional<String> application,
            Optional<String> facility,
            Optional<Charset> charset,
            Set<String> accepts,
            Set<String> processingIds,
            AckMode ack) {
        public static final MessageSettings DEFAULT = new MessageSettings(
                Optional.empty(), Optional.empty(), Optional.empty(), Set.of("ORU"), Set.of("P"), AckMode.AUTO);

        public MessageSettings {
            accepts = Set.copyOf(accepts);
            processingIds = Set.copyOf(processingIds);
        }
    }
}
