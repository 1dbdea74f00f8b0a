package health.vigil.observation;

/// The bedside tools that score encephalopathy.
public enum Tool implements Word {
    /// Immune effector cell-associated encephalopathy score, 0 to 10, higher is better.
    ICE(Component.ICE),
    /// Cornell assessment of pediatric delirium, 0 to 32, lower is better.
    CAPD(Component.CAPD);

    private final Component component;

    Tool(Component component) {
        this.component = component;
    }

    Component component() {
        return component;
    }
}
