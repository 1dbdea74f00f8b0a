package health.vigil.ingest.hl7;

import health.vigil.access.Role;
import health.vigil.access.User;
import health.vigil.access.Wards;
import health.vigil.exchange.CodeFile;
import health.vigil.exchange.ObservationItem;
import health.vigil.exchange.SenderSettings;
import health.vigil.exchange.SenderSettings.AckMode;
import health.vigil.exchange.SenderSettings.IdentifyBy;
import health.vigil.exchange.SenderSettings.MessageSettings;
import health.vigil.exchange.SenderSettings.ReadingSettings;
import health.vigil.exchange.SenderSettings.SubjectSettings;
import health.vigil.exchange.Vocabulary;
import health.vigil.hl7.Hl7Reader;
import health.vigil.ingest.hl7.Hl7Settings.OneSender;
import health.vigil.observation.Analyte;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import health.vigil.observation.Sender;
import health.vigil.observation.VitalSign;
import health.vigil.observation.Word;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the senders from the settings. A fault stops the start, with the key that is wrong.
final class ConfiguredSenders {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Set<String> TYPES = Set.of("ORU", "ADT", "RAS");
    private static final String HEADER = "MSH|^~\\&";
    private static final Set<String> FIELDS = Stream.of(
                    Arrays.stream(VitalSign.values()).map(VitalSign::field),
                    Arrays.stream(Analyte.values()).map(Word::word),
                    Stream.of(ObservationItem.OXYGEN_FLOW, ObservationItem.OXYGEN_FRACTION)
                            .map(Word::word))
            .flatMap(words -> words)
            .collect(Collectors.toUnmodifiableSet());

    private final Hl7Settings settings;
    private final boolean tls;
    private final Optional<Path> hospitalCodes;
    private final SenderFaults faults = new SenderFaults();

    /// @param tls whether `quarkus.tls.mllp` is configured
    /// @param hospitalCodes the file of codes for all senders
    ConfiguredSenders(Hl7Settings settings, boolean tls, Optional<Path> hospitalCodes) {
        this.settings = settings;
        this.tls = tls;
        this.hospitalCodes = hospitalCodes;
    }

    /// @throws io.quarkus.runtime.configuration.ConfigurationException with all faults
    Hl7Senders read() {
        if (settings.senders().isEmpty()) {
            return new Hl7Senders(List.of());
        }
        if (settings.plain() && tls) {
            faults.add("vigil.hl7.plain must be false, because quarkus.tls.mllp is configured");
        }
        if (!settings.plain() && !tls) {
            faults.add(
                    "quarkus.tls.mllp is missing: HL7 needs TLS, or vigil.hl7.plain and the addresses of each sender");
        }
        var vocabulary = codes(Vocabulary.standard(), "vigil.exchange.codes", hospitalCodes);
        var senders = settings.senders().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(sender -> sender(sender.getKey(), sender.getValue(), vocabulary))
                .toList();
        ambiguous(senders);
        faults.check();
        return new Hl7Senders(senders);
    }

    private void ambiguous(List<Hl7Sender> senders) {
        for (int index = 0; index < senders.size(); index++) {
            for (var other : senders.subList(index + 1, senders.size())) {
                if (senders.get(index).looksLike(other)) {
                    faults.add(
                            other.name(),
                            "application",
                            "or facility must tell it from "
                                    + senders.get(index).name() + ", which has the same certificate or addresses");
                }
            }
        }
    }

    private Hl7Sender sender(String name, OneSender one, Vocabulary vocabulary) {
        if (!NAME.matcher(name).matches()) {
            faults.add("vigil.hl7.senders." + name + " is no name of an account");
        }
        var role = role(name, one);
        var wards = one.wards().orElse(Set.of());
        var defaults =
                SenderSettings.of(new Sender(NAME.matcher(name).matches() ? name : "sender"), role == Role.DEVICE);
        var own = new SenderSettings(
                defaults.sender(),
                defaults.device(),
                wards,
                subjects(name, one),
                reading(name, one, vocabulary, defaults.reading()),
                messages(name, one));
        return new Hl7Sender(
                new User(name, role, Optional.empty(), wards.isEmpty() ? Wards.ALL : Wards.of(wards)),
                own,
                certificate(name, one),
                addresses(name, one),
                new Hl7Reader(own));
    }

    private Role role(String name, OneSender one) {
        var role = Word.of(Role.class, one.role()).filter(word -> word == Role.DEVICE || word == Role.INTEGRATION);
        if (role.isEmpty()) {
            faults.add(name, "role", "must be integration or device");
        }
        return role.orElse(Role.INTEGRATION);
    }

    private Optional<String> certificate(String name, OneSender one) {
        if (settings.plain() && one.certificate().isPresent()) {
            faults.add(name, "certificate", "needs TLS (quarkus.tls.mllp)");
        }
        if (!settings.plain() && one.certificate().isEmpty()) {
            faults.add(name, "certificate", "must name the client certificate");
        }
        return one.certificate();
    }

    private List<AddressRange> addresses(String name, OneSender one) {
        var texts = one.addresses().orElse(Set.of());
        if (settings.plain() && texts.isEmpty()) {
            faults.add(name, "addresses", "must name where it connects from, because vigil.hl7.plain is true");
        }
        var ranges = new ArrayList<AddressRange>();
        for (var text : texts) {
            AddressRange.read(text.strip())
                    .ifPresentOrElse(
                            ranges::add, () -> faults.add(name, "addresses", "must be addresses or ranges (CIDR)"));
        }
        return ranges;
    }

    private SubjectSettings subjects(String name, OneSender one) {
        var identifyBy = faults.word(name, "identify-by", IdentifyBy.class, one.identifyBy())
                .orElse(IdentifyBy.PATIENT);
        var asked = identifyBy != IdentifyBy.DEVICE
                || one.accepts().contains("ADT")
                || one.accepts().contains("RAS");
        if (asked && one.patientAuthority().isEmpty()) {
            faults.add(name, "patient-authority", "must name the authority of our patient ids (CX.4)");
        }
        return new SubjectSettings(identifyBy, one.patientAuthority(), one.patientType());
    }

    private ReadingSettings reading(String name, OneSender one, Vocabulary vocabulary, ReadingSettings defaults) {
        one.unitDefault().keySet().stream()
                .filter(field -> !FIELDS.contains(field))
                .forEach(field -> faults.add(name, "unit-default." + field, "is the unit of no value"));
        if (one.timeFallback().filter(word -> !word.equals("msh")).isPresent()) {
            faults.add(name, "time-fallback", "must be msh, or absent");
        }
        return new ReadingSettings(
                codes(
                        vocabulary,
                        "vigil.hl7.senders." + name + ".codes",
                        one.codes().map(Path::of)),
                one.oxygenReason().flatMap(word -> faults.word(name, "oxygen-reason", OxygenReason.class, word)),
                one.oxygenDevice().flatMap(word -> faults.word(name, "oxygen-device", OxygenDevice.class, word)),
                one.zone().flatMap(zone -> zone(name, zone)),
                one.timeFallback().isPresent(),
                one.decimalComma(),
                one.maxAge().or(defaults::maxAge),
                one.unitDefault());
    }

    private Optional<ZoneId> zone(String name, String zone) {
        try {
            return Optional.of(ZoneId.of(zone));
        } catch (DateTimeException unknown) {
            faults.add(name, "zone", "is no time zone");
            return Optional.empty();
        }
    }

    private MessageSettings messages(String name, OneSender one) {
        if (one.accepts().isEmpty() || !TYPES.containsAll(one.accepts())) {
            faults.add(name, "accepts", "must be some of ORU, ADT, RAS");
        }
        if (one.accepts().contains("RAS") && one.role().equals(Role.DEVICE.word())) {
            faults.add(name, "accepts", "may hold RAS for the role integration only");
        }
        return new MessageSettings(
                one.application(),
                one.facility(),
                one.charset().flatMap(charset -> charset(name, charset)),
                one.accepts(),
                one.processingIds(),
                faults.word(name, "ack", AckMode.class, one.ack()).orElse(AckMode.AUTO));
    }

    /// A character set in which the header is ASCII.
    private Optional<Charset> charset(String name, String text) {
        try {
            var charset = Charset.forName(text);
            if (charset.canEncode() && HEADER.equals(new String(HEADER.getBytes(charset), StandardCharsets.US_ASCII))) {
                return Optional.of(charset);
            }
            faults.add(name, "charset", "must contain ASCII");
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            faults.add(name, "charset", "is not known");
        }
        return Optional.empty();
    }

    private Vocabulary codes(Vocabulary known, String key, Optional<Path> file) {
        if (file.isEmpty()) {
            return known;
        }
        try {
            var path = file.get().toString();
            return known.with(path, CodeFile.read(path, Files.readString(file.get())));
        } catch (IOException unreadable) {
            faults.add(key + " names a file that cannot be read");
        } catch (IllegalArgumentException fault) {
            faults.add(key + ": " + fault.getMessage());
        }
        return known;
    }
}
