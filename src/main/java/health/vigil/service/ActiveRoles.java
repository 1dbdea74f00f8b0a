package health.vigil.service;

import jakarta.inject.Singleton;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The roles this process plays: `vigil.roles`, all of them unless told otherwise.
@Singleton
public class ActiveRoles {
    private final Set<ServiceRole> roles;

    ActiveRoles(@ConfigProperty(name = "vigil.roles", defaultValue = "ingest,monitor,serve") Set<ServiceRole> roles) {
        this.roles = Set.copyOf(roles);
    }

    public boolean include(ServiceRole role) {
        return roles.contains(role);
    }
}
