package health.vigil.simulation;

/// The accounts of `credentials.json` that simulations use.
enum Account {
    /// Admits, charts, binds devices.
    NURSE("nurse"),
    /// Reads at the bed as the second user, and assesses.
    PHYSICIAN("physician"),
    /// Keeps the journey before the infusion.
    COORDINATOR("coordinator"),
    /// A gateway of bedside monitors.
    DEVICE("device"),
    /// Another system of the hospital, for instance its laboratory.
    INTEGRATION("integration");

    private final String role;

    Account(String role) {
        this.role = role;
    }

    String role() {
        return role;
    }
}
