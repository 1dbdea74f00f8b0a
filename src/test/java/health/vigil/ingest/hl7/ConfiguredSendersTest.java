package health.vigil.ingest.hl7;

import health.vigil.access.Role;
import health.vigil.access.User;
import health.vigil.access.Wards;
import health.vigil.exchange.SenderSettings.AckMode;
import health.vigil.exchange.SenderSettings.IdentifyBy;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// The settings of senders. Each fault names its key.
class ConfiguredSendersTest {
    private static final Map<String, String> LAB =
            Map.of("senders.lab.certificate", "lab.example.org", "senders.lab.patient-authority", "HOSP");

    private static Map<String, String> lab(String key, String value) {
        var settings = new HashMap<>(LAB);
        settings.put("senders.lab." + key, value);
        return settings;
    }

    private static Hl7Sender only(Map<String, String> settings) {
        return Hl7Configuration.senders(true, settings).all().getFirst();
    }

    @Test
    void withoutSendersNothingIsNeeded() {
        assertThat(Hl7Configuration.senders(false, Map.of()).isEmpty()).isTrue();
    }

    @Test
    void whatIsNotSetIsNotGuessed() {
        var lab = only(LAB);

        assertThat(lab.user()).isEqualTo(new User("lab", Role.INTEGRATION, Optional.empty(), Wards.ALL));
        assertThat(lab.settings().device()).isFalse();
        assertThat(lab.settings().reading().zone()).isEmpty();
        assertThat(lab.settings().reading().maxAge()).isEmpty();
        assertThat(lab.settings().reading().oxygenReason()).isEmpty();
        assertThat(lab.settings().messages().accepts()).containsExactly("ORU");
        assertThat(lab.settings().messages().processingIds()).containsExactly("P");
        assertThat(lab.settings().messages().ack()).isEqualTo(AckMode.AUTO);
    }

    @Test
    void everySettingIsRead() {
        var settings = new HashMap<String, String>();
        Map.ofEntries(
                        Map.entry("application", "MON"),
                        Map.entry("facility", "WARD"),
                        Map.entry("certificate", "monitors.example.org"),
                        Map.entry("addresses", "10.20.0.0/16,10.30.0.7"),
                        Map.entry("role", "device"),
                        Map.entry("wards", "HEM,BMT"),
                        Map.entry("zone", "Europe/Berlin"),
                        Map.entry("charset", "ISO-8859-1"),
                        Map.entry("patient-authority", "HOSP"),
                        Map.entry("patient-type", "PI"),
                        Map.entry("identify-by", "device"),
                        Map.entry("accepts", "ORU,ADT"),
                        Map.entry("processing-ids", "P,T"),
                        Map.entry("ack", "enhanced"),
                        Map.entry("oxygen-reason", "hypoxia"),
                        Map.entry("oxygen-device", "nasal-cannula"),
                        Map.entry("decimal-comma", "true"),
                        Map.entry("unit-default.temperature", "Cel"),
                        Map.entry("time-fallback", "msh"))
                .forEach((key, value) -> settings.put("senders.monitors." + key, value));

        var monitors = only(settings);

        assertThat(monitors.user())
                .isEqualTo(new User("monitors", Role.DEVICE, Optional.empty(), Wards.of(Set.of("HEM", "BMT"))));
        assertThat(monitors.certificate()).contains("monitors.example.org");
        assertThat(monitors.addresses()).hasSize(2);
        var all = monitors.settings();
        assertThat(all.device()).isTrue();
        assertThat(all.wards()).containsExactlyInAnyOrder("HEM", "BMT");
        assertThat(all.subjects().identifyBy()).isEqualTo(IdentifyBy.DEVICE);
        assertThat(all.subjects().authority()).contains("HOSP");
        assertThat(all.subjects().type()).isEqualTo("PI");
        assertThat(all.reading().zone()).contains(ZoneId.of("Europe/Berlin"));
        assertThat(all.reading().oxygenReason()).contains(OxygenReason.HYPOXIA);
        assertThat(all.reading().oxygenDevice()).contains(OxygenDevice.NASAL_CANNULA);
        assertThat(all.reading().decimalComma()).isTrue();
        assertThat(all.reading().timeOfMessage()).isTrue();
        assertThat(all.reading().maxAge()).contains(Duration.ofHours(24));
        assertThat(all.reading().defaultUnits()).containsEntry("temperature", "Cel");
        assertThat(all.messages().application()).contains("MON");
        assertThat(all.messages().facility()).contains("WARD");
        assertThat(all.messages().charset()).contains(StandardCharsets.ISO_8859_1);
        assertThat(all.messages().accepts()).containsExactlyInAnyOrder("ORU", "ADT");
        assertThat(all.messages().processingIds()).containsExactlyInAnyOrder("P", "T");
        assertThat(all.messages().ack()).isEqualTo(AckMode.ENHANCED);
    }

    @ParameterizedTest
    @CsvSource({
        "role, nurse",
        "zone, Berlin/Europe",
        "charset, UTF-16",
        "charset, nothing",
        "identify-by, bed",
        "accepts, 'ORU,MDM'",
        "ack, never",
        "oxygen-reason, thirst",
        "oxygen-device, tent",
        "addresses, lab.example.org",
        "unit-default.potassium, mmol/L",
        "time-fallback, now",
        "codes, no-such-file.csv"
    })
    void aFaultNamesItsKey(String key, String value) {
        assertThatThrownBy(() -> only(lab(key, value)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("vigil.hl7.senders.lab." + key);
    }

    @Test
    void aPatientBesideADeviceNeedsAnAuthorityToo() {
        var sender = only(Map.of(
                "senders.monitors.certificate", "m.example.org",
                "senders.monitors.role", "device",
                "senders.monitors.identify-by", "both",
                "senders.monitors.patient-authority", "HOSP"));

        assertThat(sender.settings().subjects().identifyBy()).isEqualTo(IdentifyBy.BOTH);
        assertThatThrownBy(() -> only(Map.of(
                        "senders.monitors.certificate", "m.example.org",
                        "senders.monitors.role", "device",
                        "senders.monitors.identify-by", "both")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("vigil.hl7.senders.monitors.patient-authority");
    }

    /// A pump names a device; what was given is a fact about a patient.
    @Test
    void administrationsAreOfPatients() {
        assertThat(only(lab("accepts", "ORU,RAS")).settings().messages().accepts())
                .containsExactlyInAnyOrder("ORU", "RAS");
        var pumps = lab("accepts", "RAS");
        pumps.put("senders.lab.role", "device");
        assertThatThrownBy(() -> only(pumps)).hasMessageContaining("vigil.hl7.senders.lab.accepts");
        assertThatThrownBy(() -> only(Map.of(
                        "senders.mar.certificate", "mar.example.org",
                        "senders.mar.accepts", "RAS",
                        "senders.mar.identify-by", "device")))
                .hasMessageContaining("vigil.hl7.senders.mar.patient-authority");
    }

    @Test
    void patientsNeedAnAuthority() {
        assertThatThrownBy(() -> only(Map.of("senders.lab.certificate", "lab.example.org")))
                .hasMessageContaining("vigil.hl7.senders.lab.patient-authority");
        assertThat(only(Map.of(
                                "senders.monitors.certificate", "m.example.org",
                                "senders.monitors.role", "device",
                                "senders.monitors.identify-by", "device"))
                        .name())
                .isEqualTo("monitors");
        assertThatThrownBy(() -> only(Map.of(
                        "senders.adt.certificate", "adt.example.org",
                        "senders.adt.accepts", "ADT",
                        "senders.adt.identify-by", "device")))
                .hasMessageContaining("vigil.hl7.senders.adt.patient-authority");
    }

    @Test
    void withoutTlsTheSettingsMustSaySo() {
        assertThatThrownBy(() -> Hl7Configuration.senders(false, LAB)).hasMessageContaining("quarkus.tls.mllp");
        assertThatThrownBy(() -> Hl7Configuration.local(LAB))
                .hasMessageContaining("vigil.hl7.senders.lab.certificate")
                .hasMessageContaining("vigil.hl7.senders.lab.addresses");
        var both = new HashMap<>(LAB);
        both.put("plain", "true");
        assertThatThrownBy(() -> Hl7Configuration.senders(true, both)).hasMessageContaining("vigil.hl7.plain");
        assertThatThrownBy(() -> Hl7Configuration.senders(true, Map.of("senders.lab.patient-authority", "HOSP")))
                .hasMessageContaining("vigil.hl7.senders.lab.certificate");
    }

    @Test
    void twoSendersMustBeToldApart() {
        var settings = new HashMap<>(LAB);
        settings.put("senders.other.certificate", "lab.example.org");
        settings.put("senders.other.patient-authority", "HOSP");

        assertThatThrownBy(() -> Hl7Configuration.senders(true, settings))
                .hasMessageContaining("vigil.hl7.senders.other.application");
        settings.put("senders.other.application", "OTHER");
        assertThat(Hl7Configuration.senders(true, settings).all())
                .extracting(Hl7Sender::name)
                .containsExactly("other", "lab");
    }
}
