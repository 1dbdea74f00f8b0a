package health.vigil.access;

/// The words of [Role] for annotations: `@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN})`.
public final class Roles {
    public static final String DEVICE = "device";
    public static final String NURSE = "nurse";
    public static final String PHYSICIAN = "physician";
    public static final String DASHBOARD = "dashboard";
    public static final String INTEGRATION = "integration";
    public static final String ADMIN = "admin";
    public static final String REGISTRY = "registry";
    public static final String COORDINATOR = "coordinator";
    public static final String PATIENT = "patient";
    public static final String CAREGIVER = "caregiver";

    private Roles() {}
}
