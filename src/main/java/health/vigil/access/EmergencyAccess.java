package health.vigil.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;

/// Whether the current user has emergency access to a patient of another ward: a reason was given, and time
/// is left.
@RequestScoped
public class EmergencyAccess {
    private static final String OPEN = "select emergency_opens(?1, ?2)";

    private final EntityManager entities;
    private final CurrentUser user;

    EmergencyAccess(EntityManager entities, CurrentUser user) {
        this.entities = entities;
        this.user = user;
    }

    public boolean opens(String patientId) {
        if (user.wards().only().isEmpty()) {
            return false;
        }
        var open = entities.createNativeQuery(OPEN, Boolean.class);
        return (Boolean)
                open.setParameter(1, user.username()).setParameter(2, patientId).getSingleResult();
    }
}
