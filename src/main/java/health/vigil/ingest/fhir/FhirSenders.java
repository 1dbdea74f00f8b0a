package health.vigil.ingest.fhir;

import health.vigil.access.Role;
import health.vigil.access.User;
import health.vigil.exchange.CodeFile;
import health.vigil.exchange.SenderSettings;
import health.vigil.exchange.SenderSettings.ReadingSettings;
import health.vigil.exchange.Vocabulary;
import health.vigil.fhir.FhirReader;
import health.vigil.fhir.KnownIds;
import health.vigil.fhir.SubjectSystems;
import health.vigil.ingest.exchange.ExchangeSettings;
import health.vigil.ingest.fhir.FhirIntakeSettings.FhirSenderSettings;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import health.vigil.observation.Sender;
import health.vigil.role.ActiveRoles;
import health.vigil.role.ServiceRole;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Knows how the resources of each sender are read. A fault of the settings stops the start.
@ApplicationScoped
class FhirSenders {
    private static final int FIRST = 1;
    private static final String OWN_PATIENTS = "urn:vigil:patient";

    private final FhirIntakeSettings settings;
    private final ExchangeSettings exchange;
    private final ActiveRoles roles;
    private volatile Usual usual = new Usual(Vocabulary.standard(), Optional.empty(), Optional.empty());
    private volatile Map<String, Usual> bySender = Map.of();

    FhirSenders(FhirIntakeSettings settings, ExchangeSettings exchange, ActiveRoles roles) {
        this.settings = settings;
        this.exchange = exchange;
        this.roles = roles;
    }

    /// What is usual for a sender.
    private record Usual(
            Vocabulary vocabulary, Optional<OxygenReason> oxygenReason, Optional<OxygenDevice> oxygenDevice) {
        ReadingSettings of(ReadingSettings defaults) {
            return new ReadingSettings(
                    vocabulary,
                    oxygenReason,
                    oxygenDevice,
                    defaults.zone(),
                    defaults.timeOfMessage(),
                    defaults.decimalComma(),
                    defaults.maxAge(),
                    defaults.defaultUnits());
        }
    }

    void load(@Observes @Priority(FIRST) StartupEvent started) {
        if (roles.include(ServiceRole.INGEST) && LaunchMode.current() == LaunchMode.NORMAL) {
            checkPatientSystem();
        }
        var common = with(Vocabulary.standard(), exchange.codes());
        usual = new Usual(common, Optional.empty(), Optional.empty());
        bySender = bySender(common);
    }

    /// The roles share one hospital's numbers, so a cluster must say which these are.
    private void checkPatientSystem() {
        var split = !Arrays.stream(ServiceRole.values()).allMatch(roles::include);
        if (split && settings.patientSystem().isEmpty()) {
            throw new ConfigurationException("Vigil does not start. vigil.fhir.patient-system must be the system of the"
                    + " identifiers whose values are patient ids.");
        }
    }

    private Map<String, Usual> bySender(Vocabulary common) {
        var all = new HashMap<String, Usual>();
        settings.senders().forEach((name, sender) -> all.put(name, of(sender, common)));
        return Map.copyOf(all);
    }

    private static Usual of(FhirSenderSettings sender, Vocabulary common) {
        return new Usual(with(common, sender.codes()), sender.oxygenReason(), sender.oxygenDevice());
    }

    private static Vocabulary with(Vocabulary vocabulary, Optional<Path> codes) {
        if (codes.isEmpty()) {
            return vocabulary;
        }
        var name = codes.get().toString();
        try {
            return vocabulary.with(name, CodeFile.read(name, Files.readString(codes.get())));
        } catch (IOException unreadable) {
            throw new ConfigurationException("Vigil does not start. The file of codes " + name + " cannot be read.");
        } catch (IllegalArgumentException fault) {
            throw new ConfigurationException("Vigil does not start. " + fault.getMessage() + ".");
        }
    }

    /// A reader of what a user sends.
    ///
    /// @param ids finds what a PUT to an id of ours replaces
    FhirReader reader(User user, KnownIds ids) {
        var sender = SenderSettings.of(new Sender(user.username()), user.role() == Role.DEVICE);
        var reading = bySender.getOrDefault(user.username(), usual).of(sender.reading());
        return new FhirReader(sender.with(reading), systems(), ids);
    }

    private SubjectSystems systems() {
        return new SubjectSystems(
                settings.patientSystem().orElse(OWN_PATIENTS),
                settings.patientBases().orElse(Set.of()),
                settings.deviceSystem());
    }
}
