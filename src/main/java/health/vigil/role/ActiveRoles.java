package health.vigil.role;

import health.vigil.observation.Word;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The roles of this process: `vigil.roles`, by default all.
@Singleton
public class ActiveRoles {
    private final Set<ServiceRole> roles;

    ActiveRoles(@ConfigProperty(name = "vigil.roles", defaultValue = "ingest,monitor,serve") Set<ServiceRole> roles) {
        this.roles = Set.copyOf(roles);
    }

    /// The words of the active roles, in a fixed order.
    public String words() {
        return roles.stream().sorted().map(Word::word).collect(Collectors.joining(","));
    }

    public boolean include(ServiceRole role) {
        return roles.contains(role);
    }

    /// Whether an active role does this job.
    public boolean include(Job job) {
        return job.roles().stream().anyMatch(this::include);
    }
}
