package health.vigil.hl7out;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The systems to which alerts are sent as HL7 messages. `docs/hl7.md` explains each setting.
@ConfigMapping(prefix = "vigil.hl7.alerts")
interface AlarmSettings {
    /// By name.
    @WithParentName
    Map<String, OneReceiver> receivers();

    /// One system that receives.
    interface OneReceiver {
        /// Its name in the network, or its address.
        String host();

        @WithDefault("2575")
        int port();

        /// Whether messages go without TLS.
        @WithDefault("false")
        boolean plain();

        /// The wards whose alerts it gets. Absent: all.
        Optional<Set<String>> wards();

        /// The priorities that it gets: `high`, `medium`, `low`. Absent: all.
        Optional<Set<String>> priorities();

        /// The receiving application (MSH-5).
        Optional<String> application();

        /// The receiving facility (MSH-6).
        Optional<String> facility();

        /// The assigning authority of our patient ids (CX.4).
        Optional<String> patientAuthority();

        /// The profile of the messages (MSH-21).
        @WithDefault("IHE_PCD_ACM_001^IHE PCD^1.3.6.1.4.1.19376.1.6.1.4.1^ISO")
        String profile();

        /// The time from the connection to the answer.
        @WithDefault("10S")
        Duration patience();
    }
}
