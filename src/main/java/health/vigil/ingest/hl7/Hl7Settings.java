package health.vigil.ingest.hl7;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The systems that send HL7 messages. `docs/hl7.md` explains each setting.
@ConfigMapping(prefix = "vigil.hl7")
interface Hl7Settings {
    /// The port of MLLP; 0 for any free one. Without senders nobody listens.
    @WithDefault("2575")
    int port();

    /// The address to listen at.
    @WithDefault("0.0.0.0")
    String host();

    /// Whether messages come without TLS. Then each sender must have addresses.
    @WithDefault("false")
    boolean plain();

    /// By name, which is the account of their observations.
    Map<String, OneSender> senders();

    /// One system that sends. What is not set is never guessed at the bedside.
    interface OneSender {
        /// The sending application (MSH-3.1), if it is to be checked.
        Optional<String> application();

        /// The sending facility (MSH-4.1), if it is to be checked.
        Optional<String> facility();

        /// The alternative name of its client certificate.
        Optional<String> certificate();

        /// Addresses or ranges (CIDR) that it connects from.
        Optional<Set<String>> addresses();

        /// `integration`, or `device` for a gateway of bedside devices.
        @WithDefault("integration")
        String role();

        /// The wards that it may send for. Absent: all.
        Optional<Set<String>> wards();

        /// The zone of times without an offset, for instance `Europe/Berlin`.
        Optional<String> zone();

        /// The character set of messages that name none.
        Optional<String> charset();

        /// The assigning authority of our patient ids (CX.4).
        Optional<String> patientAuthority();

        /// Their type (CX.5).
        @WithDefault("MR")
        String patientType();

        /// `patient`, `device` or `both`.
        @WithDefault("patient")
        String identifyBy();

        /// The types of messages: `ORU`, `ADT`, `RAS`.
        @WithDefault("ORU")
        Set<String> accepts();

        /// What MSH-11 may be.
        @WithDefault("P")
        Set<String> processingIds();

        /// `auto`, `original` or `enhanced`.
        @WithDefault("auto")
        String ack();

        /// The reason for oxygen if none is said.
        Optional<String> oxygenReason();

        /// The device of a flow if none is said.
        Optional<String> oxygenDevice();

        /// Whether a comma in a number is a decimal point.
        @WithDefault("false")
        boolean decimalComma();

        /// The greatest age of a reading at receipt. Absent: 24 hours for devices, none for others.
        Optional<Duration> maxAge();

        /// A file of further codes, for this sender only.
        Optional<String> codes();

        /// The unit (UCUM) of a value that comes without one, by the word of its field.
        Map<String, String> unitDefault();

        /// `msh` if the time of the message counts for a value without one.
        Optional<String> timeFallback();
    }
}
